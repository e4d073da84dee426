"""The path of a seller without a notice: a few answers to a likely cause, or to nothing to appeal."""

from __future__ import annotations

from collections.abc import Mapping

from appeal_core.catalog.cue_entries import NoNoticeQuestion, NoNoticeRule
from appeal_core.catalog.cue_loader import no_notice_path
from appeal_core.language import BadInput, Frozen, Message, message

_SCOPES = ("account", "seller_fulfilled", "category", "listing", "funds")
_BANNERS = {"deactivated": "deactivated", "at_risk": "at_risk", "review": "review"}
_OFF = {
    "seller_fulfilled": "seller_fulfilled_off",
    "category": "seller_fulfilled_off",
    "listing": "listing_removed",
}


class NoNoticeResult(Frozen):
    """What the answers point to. `cause` is `None` where they do not tell, or nothing is to appeal."""

    cause: str | None
    scope: str
    stage: str
    message: Message


def no_notice_questions() -> tuple[NoNoticeQuestion, ...]:
    """The questions, in the order in which to ask them."""
    return no_notice_path().questions


def suggest(answers: Mapping[str, str]) -> NoNoticeResult:
    """The likely cause from `answers` (question id to choice code); questions may be left out.

    Raises `BadInput` for a question or an answer that does not exist.
    """
    _check(answers)
    path = no_notice_path()
    rule = next((r for r in path.rules if _fits(r, answers)), None)
    text = rule.text if rule else path.otherwise
    off = answers.get("switched_off", "")
    scope = rule.scope if rule and rule.scope != "unknown" else off if off in _SCOPES else "unknown"
    stage = rule.stage if rule and rule.stage != "unknown" else _stage(off, answers.get("banner", ""))
    return NoNoticeResult(
        cause=rule.cause if rule else None, scope=scope, stage=stage, message=message("{text}", text=text)
    )


def _stage(off: str, banner: str) -> str:
    if off in _OFF:
        return _OFF[off]
    if off == "account":
        return _BANNERS.get(banner, "deactivated")
    return _BANNERS.get(banner, "warning" if off == "nothing" else "unknown")


def _fits(rule: NoNoticeRule, answers: Mapping[str, str]) -> bool:
    return all(answers.get(question) in choices for question, choices in rule.when.items())


def _check(answers: Mapping[str, str]) -> None:
    known = {q.id: {c.code for c in q.choices} for q in no_notice_questions()}
    for question, answer in answers.items():
        if question not in known:
            raise BadInput(
                "There is no question {question}. Known are: {known}.",
                question=question,
                known=", ".join(known),
            )
        if answer not in known[question]:
            raise BadInput(
                "{answer} is no answer to {question}. Choose one of: {known}.",
                answer=answer, question=question, known=", ".join(sorted(known[question])),
            )  # fmt: skip
