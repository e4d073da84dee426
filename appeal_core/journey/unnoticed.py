"""The path without a notice: a few answers lead to a cause, or to nothing to appeal yet."""

from __future__ import annotations

from appeal_core.case import Case
from appeal_core.catalog.cue_entries import NoNoticeQuestion
from appeal_core.journey.understanding import followed
from appeal_core.notice.no_notice import NoNoticeResult, no_notice_questions, suggest

__all__ = ["NoNoticeQuestion", "NoNoticeResult", "answered", "questions", "suggestion"]


def questions() -> tuple[NoNoticeQuestion, ...]:
    """The questions, in the order in which to ask them."""
    return no_notice_questions()


def suggestion(case: Case) -> NoNoticeResult | None:
    """What the answers so far point to; `None` before the first answer."""
    return suggest(case.no_notice) if case.no_notice else None


def answered(case: Case) -> Case:
    """The case with what its answers point to taken over as its understanding."""
    found = suggestion(case)
    if found is None:
        return case
    causes = (found.cause,) if found.cause else ()
    update = {"causes": causes, "scope": found.scope, "stage": found.stage, "route": None}
    return followed(case.replace(understanding=case.understanding.model_copy(update=update)))
