"""The rates that a letter shows: from the reports, else typed off Amazon's page, else the notice."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from appeal_core import catalog
from appeal_core.case import Case, Measurement, TypedCount
from appeal_core.case.letter import FactSource
from appeal_core.letter import knowledge

MOST_WINDOWS = 3


@dataclass(frozen=True, slots=True)
class Reading:
    """One rate over one window. Rates are fractions; counts may be unknown."""

    code: str
    days: int | None
    start: dt.date | None
    end: dt.date | None
    numerator: int | None
    denominator: int | None
    rate: float | None
    target: float
    condition: str
    source: FactSource  # of the rate
    numerator_from: str  # reports, page, notice
    denominator_from: str  # reports, page, notice, estimate
    ref: str
    reports: tuple[str, ...] = ()  # report kinds
    measurement: Measurement | None = None

    @property
    def counts_good(self) -> bool:
        """Whether the numerator counts what went well (valid tracking, on-time delivery)."""
        metric = catalog.metrics().get(self.code)
        return bool(metric and metric.counts == "good")

    @property
    def bad(self) -> int | None:
        """The defective ones."""
        if not self.counts_good or self.numerator is None:
            return self.numerator
        return None if self.denominator is None else self.denominator - self.numerator


def metrics_of(case: Case) -> tuple[str, ...]:
    """The metrics of the case's causes, each once."""
    found = [entry.metric for c in case.causes if (entry := knowledge.cause(c)) and entry.metric]
    return tuple(dict.fromkeys(found))


def readings(case: Case, code: str) -> tuple[Reading, ...]:
    """The readings of one metric, longest window first."""
    found = _measured(case, code) or _typed(case, code) or _stated(case, code)
    known = [r for r in found if r.rate is not None] or found
    return tuple(sorted(known, key=lambda r: -(r.days or 0))[:MOST_WINDOWS])


def _measured(case: Case, code: str) -> list[Reading]:
    every = [m for m in case.measurements.metrics if m.code == code] if case.measurements else []
    for fulfilment in ("seller", "all", "amazon"):
        chosen = [m for m in every if m.fulfilment == fulfilment and (m.numerator, m.rate) != (None, None)]
        if chosen:
            return [_of_measurement(case, m) for m in chosen]
    return []


def _of_measurement(case: Case, m: Measurement) -> Reading:
    days = m.window.days if m.window else None
    typed = _typed_for(case, m.code, days)
    counted = "reports" if m.files else ("page" if typed else "notice")
    below = {"counted": "reports", "amazon": "page", "estimate": "estimate", "upper_bound": "estimate"}
    total = below.get(m.basis) or ("page" if typed else "notice")
    source: FactSource = "report" if m.files else ("seller" if typed else "notice")
    return Reading(
        m.code, days, m.window.start if m.window else None, m.window.end if m.window else None,
        m.numerator, m.denominator, m.rate, m.target, m.condition, "amazon" if m.basis == "amazon" else source,
        "page" if m.basis == "amazon" else counted, total, m.id, _kinds(case, m), m,
    )  # fmt: skip


def _kinds(case: Case, m: Measurement) -> tuple[str, ...]:
    summaries = {r.file: r.kind for r in case.measurements.reports} if case.measurements else {}
    summaries |= {r.file: r.kind for r in case.reports}
    return tuple(dict.fromkeys(kind for f in m.files if (kind := summaries.get(f))))


def _typed_for(case: Case, code: str, days: int | None) -> TypedCount | None:
    exact = [t for t in case.typed.values() if t.metric == code and t.days == days]
    return next(iter(exact or [t for t in case.typed.values() if t.metric == code and t.days is None]), None)


def _typed(case: Case, code: str) -> list[Reading]:
    found = [
        _bare(code, t.days, t.numerator, t.denominator, t.rate, "seller", "page", f"typed.{key}")
        for key, t in case.typed.items()
        if t.metric == code
    ]
    return [r for r in found if r is not None]


def _stated(case: Case, code: str) -> list[Reading]:
    figures = case.diagnosis.figures if case.diagnosis else ()
    alone = len(metrics_of(case)) == 1
    found = [
        _bare(
            code, f.days, f.numerator, f.denominator, f.rate, "notice", "notice", f"notice:{f.start}-{f.end}"
        )
        for f in figures
        if f.metric == code or (f.metric is None and alone)
    ]
    return [r for r in found if r is not None][:1]


def _bare(
    code: str, days: int | None, numerator: int | None, denominator: int | None, rate: float | None,
    source: FactSource, place: str, ref: str,
) -> Reading | None:  # fmt: skip
    metric = catalog.metrics().get(code)
    if metric is None:
        return None
    if rate is None and numerator is not None and denominator:
        rate = numerator / denominator
    if rate is None and numerator is None:
        return None
    return Reading(
        code, days, None, None, numerator, denominator, rate, metric.target, metric.condition,
        source, place, place, ref,
    )  # fmt: skip
