"""How a case stands after its last answer, what the next letter brings that is new, and when to stop."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from appeal_core.case import Case, Letter
from appeal_core.catalog.cue_loader import replies
from appeal_core.follow_up.changes import Change, compared
from appeal_core.follow_up.clocks import clocks
from appeal_core.follow_up.timeline import Event
from appeal_core.follow_up.timeline import timeline as events
from appeal_core.journey import composing
from appeal_core.language import Bilingual
from appeal_core.letter.sent import last_attempt, last_reply

_STAGES = {"refused": "refused", "final": "final", "more_information": "more_information",
           "plan_incomplete": "more_information", "documents_invalid": "more_information",
           "not_implemented": "more_information", "compliance_evidence": "more_information"}  # fmt: skip
_OF_THE_LETTER = ("wishes.day", "attempts", "replies", "reply")  # its own day, and what went before: no news
_SHORT_KINDS = ("status_request", "funds_request")  # they bring nothing new by their nature


@dataclass(frozen=True)
class News:
    """What a letter holds that the last sending did not. `facts`: labels; `exhibits`: their letters."""

    change: Change
    facts: tuple[Bilingual, ...]
    exhibits: tuple[str, ...]
    warns: bool


def as_it_stands(case: Case) -> Case:
    """The case with the stage that Amazon's last answer gives it, for what is shown."""
    reply = last_reply(case)
    stage = _STAGES.get(reply.outcome) if reply else None
    if stage is None:
        return case
    return case.replace(understanding=case.understanding.model_copy(update={"stage": stage}))


def news(case: Case, letter: Letter) -> News | None:
    """The letter against the last sending; `None` before the first one."""
    last = last_attempt(case)
    if last is None:
        return None
    change = compared(last.text, composing.plain(letter, letter.language))
    facts = tuple(
        dict.fromkeys(
            fact.label
            for fact in letter.facts.values()
            if fact.source in ("seller", "report", "computed", "amazon")
            and not fact.ref.startswith(_OF_THE_LETTER)
            and fact.values
            and not any(value in last.text for value in fact.values)
        )
    )  # fmt: skip
    sent = set(last.exhibits.values())
    exhibits = tuple(
        case.exhibit_letter(k) for k, e in case.exhibits.items() if e.sha256 and e.sha256 not in sent
    )
    exhibits = exhibits if last.exhibits or not last.files else ()  # older sendings did not name theirs
    nothing = not facts and not exhibits
    warns = (change.nearly_same or nothing) and letter.kind not in _SHORT_KINDS
    return News(change, facts, exhibits, warns)


def nothing_left(case: Case, letter: Letter | None) -> bool:
    """Whether Amazon has refused and nothing new is there to be sent: the honest stop.

    A final answer stops always; a refusal where the next letter would hold no new fact and no new exhibit.
    """
    reply = last_reply(case)
    if reply is None or reply.outcome not in ("refused", "final"):
        return False
    if reply.outcome == "final":
        return True
    found = news(case, letter) if letter else None
    return found is not None and not found.facts and not found.exhibits


def is_back(case: Case) -> bool:
    """Whether Amazon's last answer was good news."""
    reply = last_reply(case)
    return reply is not None and reply.outcome == "reinstated"


def timeline(case: Case, now: dt.datetime) -> tuple[Event, ...]:
    """The case's events, the earliest first; `now` must know its zone."""
    return events(case, now, composing.kind_names())


def next_kinds(case: Case, now: dt.datetime) -> tuple[str, ...]:
    """The letters that fit now, the first one first; `now` must know its zone.

    After an answer what the catalogue of replies names; while nothing came, a status request from its day on;
    the request for funds from its own day. Nothing after good news.
    """
    reply, sent = last_reply(case), last_attempt(case)
    if sent is None:
        return (composing.default_kind(case),)
    if is_back(case):
        return ()
    reached = {c.id for c in clocks(case, now) if c.state == "passed"}
    funds = ("funds_request",) if "funds_request" in reached else ()
    if reply is None or reply.received_on < sent.sent_at.date():
        return ("status_request", *funds) if "status_request" in reached else funds
    named = next((r.next_letter for r in replies() if r.code == reply.outcome), "none")
    if named != "none":
        return (named, *(("supplement",) if named == "escalation" else ()), *funds)
    if reply.outcome in ("final", "acknowledged"):
        return funds
    return (composing.default_kind(case), *funds)
