"""What to ask the seller where the notice leaves something open."""

from __future__ import annotations

from appeal_core.case import CauseFound, Question
from appeal_core.catalog.cue_loader import questions
from appeal_core.language import message
from appeal_core.notice.causes import SURE

MOST = 3


def find_questions(stage: str, scope: str, causes: tuple[CauseFound, ...]) -> tuple[Question, ...]:
    """At most three questions, the cause first; none for a text that is no enforcement."""
    if stage == "not_enforcement":
        return ()
    open_points = []
    if not causes:
        open_points.append("no_cause")
    elif causes[0].score < SURE:
        open_points.append("unsure_cause")
    elif len(causes) > 1 and _one_or_both(causes[0], causes[1]):
        open_points.append("runner_up")
    if scope == "unknown":
        open_points.append("scope")
    if stage == "unknown":
        open_points.append("stage")
    found = [entry for point in open_points for entry in questions() if entry.when == point]
    return tuple(
        Question(id=e.id, text=message("{question}", question=e.text), why=message("{why}", why=e.why))
        for e in found[:MOST]
    )


def _one_or_both(first: CauseFound, second: CauseFound) -> bool:
    """Whether the runner-up may be the same thing said otherwise: weakly stated, or in the same sentence."""
    return second.score < SURE or first.evidence[:1] == second.evidence[:1]
