"""The root causes of a cause, those that the seller's own files speak for first."""

from __future__ import annotations

from appeal_core.case import Case, Hypothesis
from appeal_core.catalog import RootCause
from appeal_core.journey.tasks import known_cause


def ranked(case: Case, code: str) -> list[tuple[RootCause, Hypothesis | None]]:
    """Each root cause of `code` with what the files say of it, if anything.

    Those chosen stand first, then those with most evidence; equal ones as the catalogue lists them.
    The evidence was computed when the reports were read, so no row is touched here.
    """
    told = case.measurements.hypotheses if case.measurements else ()
    by_id = {h.root_cause: h for h in told}

    def order(root: RootCause) -> tuple[bool, float]:
        answer = case.root_causes.get(root.id)
        hypothesis = by_id.get(root.id)
        return not (answer and answer.chosen), -(hypothesis.score if hypothesis else 0.0)

    roots = sorted(known_cause(code).root_causes, key=order)
    return [(root, by_id.get(root.id)) for root in roots]
