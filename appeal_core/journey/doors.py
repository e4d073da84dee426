"""The two doors: acknowledge, or dispute; which of them a case has, and where each leads."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from appeal_core.case import Case
from appeal_core.catalog import cause
from appeal_core.catalog.cause_entries import Cause

if TYPE_CHECKING:
    from appeal_core.metrics.contest_rules import ContestRule

Door = Literal["acknowledge", "dispute"]
PLANS = ("plan_of_action", "plan_and_documents")
_NO_QUESTION = ("none", "wait", "data_entry")  # nothing is decided by an answer


def doors(case: Case) -> tuple[Door, ...]:
    """The doors that its causes have. With both, the seller must choose; with one, there is no choice."""
    entries = [cause(code) for code in case.causes]
    if not entries or route_without_door(case) in _NO_QUESTION:
        return ()
    found: list[Door] = []
    if any(_owned(entry) for entry in entries):
        found.append("acknowledge")
    if any("dispute" in entry.doors for entry in entries):
        found.append("dispute")
    return tuple(found)


def chosen(case: Case) -> bool:
    """Whether the choice is made, or there is none to make."""
    return case.understanding.door is not None or len(doors(case)) < 2


def route_without_door(case: Case) -> str:
    """What Amazon wants, before the seller says whether the notice is right."""
    if case.understanding.door is None:
        return case.route
    return case.replace(understanding=case.understanding.model_copy(update={"door": None})).route


def contest_ways(case: Case) -> tuple[ContestRule, ...]:
    """Amazon's own ways to contest single defects of its causes, beside the letter."""
    from appeal_core.metrics.contest_rules import contest_rules

    rates = {cause(code).metric for code in case.causes}
    return tuple(rule for rule in contest_rules().values() if rule.metric in rates)


def owning_route(codes: tuple[str, ...]) -> str | None:
    """The plan that owns a failure where the notice itself leaves only the dispute."""
    for code in codes:
        entry = cause(code)
        if plan := next((d for d in entry.doors if d in PLANS), None):
            return plan
        if entry.root_causes:
            return PLANS[0]
    return None


def _owned(entry: Cause) -> bool:
    return bool(entry.root_causes) or any(door != "dispute" for door in entry.doors)
