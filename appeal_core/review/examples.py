"""What the examples of rules stand beside: a notice in a few words, or a case with one root cause."""

from __future__ import annotations

import datetime as dt

from appeal_core.case import Case, CauseFound, Diagnosis, Letter, RootCauseAnswer
from appeal_core.language import Bilingual
from appeal_core.review.context import Context


def noticed(*causes: str, **more: object) -> Context:
    """A notice that states these causes; `more`: further fields of a diagnosis."""
    found = tuple(CauseFound(code=c, score=0.9) for c in causes)
    return Context(diagnosis=Diagnosis.model_validate({"text": "", "causes": found, **more}))


def in_case(**answers: object) -> Context:
    """A letter of a case that chose one root cause of its own; `answers`: further fields of the case."""
    root = RootCauseAnswer(cause="late_shipment_rate", chosen=True)
    case = {"id": "c", "created_at": dt.datetime(2026, 11, 1), "root_causes": {"mine_a": root}, **answers}
    letter = Letter(kind="plan_of_action", title=Bilingual(), reference=Bilingual())
    return Context(case=Case.model_validate(case), letter=letter)
