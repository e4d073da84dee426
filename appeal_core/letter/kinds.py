"""Which letter a case needs: the seller's wish, else Amazon's last reply, else cause and route."""

from __future__ import annotations

from typing import Any

from appeal_core import catalog
from appeal_core.case import Case
from appeal_core.language import BadInput, Bilingual
from appeal_core.letter import knowledge
from appeal_core.letter.sent import last_attempt, last_reply
from appeal_core.letter.template import read_data

KINDS: tuple[str, ...] = tuple(read_data("kinds.yaml")["names"])


def kind_for(case: Case) -> str:
    """The letter kind of contract.md that the case needs; `none` where its route asks for no letter.

    Raises `BadInput` where the case wishes a kind that does not exist.
    """
    if case.wishes.kind:
        if case.wishes.kind not in KINDS:
            raise BadInput("There is no letter kind “{kind}”. Choose one of: {kinds}.",
                           kind=case.wishes.kind, kinds=", ".join(KINDS))  # fmt: skip
        return case.wishes.kind
    return _by_reply(case) or _by_cause(case) or _by_route(case)


def kind_name(kind: str) -> Bilingual:
    """What people call a letter kind."""
    return Bilingual.model_validate(_data()["names"][kind])


def _data() -> dict[str, Any]:
    found: dict[str, Any] = read_data("kinds.yaml")
    return found


def _by_reply(case: Case) -> str:
    """After a reply what it calls for; after a newer sending still the letter that was sent."""
    reply, sent = last_reply(case), last_attempt(case)
    if reply is None or sent is None:
        return ""
    if reply.received_on < sent.sent_at.date():
        return sent.kind if sent.kind in KINDS else ""
    return str(_data()["by_outcome"].get(reply.outcome) or "")


def _by_cause(case: Case) -> str:
    for code in case.causes:
        if kind := _data()["by_cause"].get(code):
            return str(kind)
        entry = knowledge.cause(code)
        by_route = _data()["by_family"].get(entry.family, {}) if entry else {}
        if kind := by_route.get(case.route):
            return str(kind)
    return ""


def _by_route(case: Case) -> str:
    route = catalog.routes().get(case.route)
    if route and route.letter:
        return route.letter
    if case.route != "unknown":
        return "none"
    letters = [_letter_of_cause(code) for code in case.causes]
    return next((letter for letter in letters if letter), "plan_of_action")


def _letter_of_cause(code: str) -> str | None:
    entry = knowledge.cause(code)
    route = catalog.routes().get(entry.route) if entry else None
    return route.letter if route else None
