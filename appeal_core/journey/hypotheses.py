"""The root causes of a cause, those that the seller's own files speak for first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from appeal_core.case import Case, Hypothesis
from appeal_core.catalog import RootCause
from appeal_core.journey.tasks import known_cause
from appeal_core.language import Message

Group = Literal["chosen", "for", "unknown", "against"]
GROUPS: tuple[Group, ...] = ("chosen", "for", "unknown", "against")
# What a piece of evidence against a root cause says; every other piece speaks for it.
_AGAINST = (
    "The defects spread over the {by} as the orders do; the most on one is {defects} of {total}.",
    "None of the {total} listed defects names a reason that points here.",
)


@dataclass(frozen=True)
class Ranked:
    """A root cause with what the files say. `would_change`: which number or file would turn that."""

    root: RootCause
    group: Group
    speaks_for: tuple[Message, ...] = ()
    speaks_against: tuple[Message, ...] = ()
    would_change: tuple[Message, ...] = ()


def ranked(case: Case, code: str) -> list[Ranked]:
    """Each root cause of `code`: those chosen, then those with most evidence; equal ones as the catalogue lists.

    The evidence was computed when the reports were read, so no row is touched here.
    """
    told = case.measurements.hypotheses if case.measurements else ()
    by_id = {h.root_cause: h for h in told}

    def order(one: Ranked) -> tuple[int, float]:
        found = by_id.get(one.root.id)
        return GROUPS.index(one.group), -(found.score if found else 0.0)

    return sorted((_one(case, root, by_id.get(root.id)) for root in known_cause(code).root_causes), key=order)


def _one(case: Case, root: RootCause, found: Hypothesis | None) -> Ranked:
    answer = case.root_causes.get(root.id)
    group: Group = "chosen" if answer and answer.chosen else found.stands if found else "unknown"
    if found is None:
        return Ranked(root, group)
    if found.stands == "unknown":
        return Ranked(root, group, would_change=found.would_change)
    against = tuple(e for e in found.evidence if e.text in _AGAINST)
    for_it = tuple(e for e in found.evidence if e.text not in _AGAINST)
    return Ranked(root, group, for_it, against, found.would_change)
