"""Ways to one rate, the best of them first, and what a rate says against its target."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from appeal_core.case.measurements import Basis, Figure, TypedCount, Verdict
from appeal_core.catalog.entries import Metric

# Amazon's own figure first; a typed count outranks an estimate; a bound comes last.
_RANK: dict[Basis, int] = {"amazon": 0, "stated": 1, "counted": 2, "estimate": 3, "upper_bound": 4}


def figure(
    metric: Metric, basis: Basis, *, bad: int | None = None, numerator: int | None = None,
    denominator: int | None = None, rate: float | None = None,
) -> Figure:  # fmt: skip
    """A figure from what is known: `bad` counts defects, `numerator` is as Amazon defines the metric.

    A rate is worked out only where the counts can both be true; a given `rate` stands as it is.
    """
    if numerator is None and bad is not None:
        if metric.counts == "bad":
            numerator = bad
        elif denominator is not None:
            numerator = denominator - bad
    if numerator is not None and numerator < 0:
        numerator = None
    if rate is None and numerator is not None and denominator and numerator <= denominator:
        rate = numerator / denominator
    return Figure(numerator=numerator, denominator=denominator, rate=rate, basis=basis)


def ranked(figures: Iterable[Figure]) -> list[Figure]:
    """The figures, best first; those with a rate before those without; equal ones once."""
    order = sorted(figures, key=lambda f: (f.rate is None, _RANK[f.basis]))
    kept: list[Figure] = []
    for one in order:
        same = (one.numerator, one.denominator, one.rate)
        if same not in [(k.numerator, k.denominator, k.rate) for k in kept] and not _is_part(one, kept):
            kept.append(one)
    return kept


def typed_for(typed: Sequence[TypedCount], code: str, days: int, category: str = "") -> TypedCount | None:
    """What was typed for that window (and category); else what was typed for every window of the metric."""
    mine = [t for t in typed if t.metric == code and t.category.casefold() == category.casefold()]
    exact = [t for t in mine if t.days == days]
    return next(iter([*exact, *(t for t in mine if t.days is None)]), None)


def verdict_of(one: Figure, metric: Metric, *, whole: bool = True) -> Verdict:
    """Whether the target is met. Exactly on it is neither; an upper bound, or a rate over too few orders
    (`whole` false), can show that a rate is low enough, never that it is too high. Points are no rate: the
    target itself is enough."""
    if metric.unit == "point":
        return "unknown" if one.numerator is None else "met" if one.numerator >= metric.target else "missed"
    if one.rate is None or metric.part_of:
        return "unknown"
    side = _compared(one, metric)
    if side == 0:
        return "on_the_line" if one.basis != "upper_bound" else "unknown"
    met = (side < 0) == (metric.condition == "less_than")
    if not met and (one.basis == "upper_bound" or not whole):
        return "unknown"
    return "met" if met else "missed"


def _compared(one: Figure, metric: Metric) -> int:
    """-1, 0 or 1: the rate below, on or above the target, exact where both counts are known."""
    target = Decimal(str(metric.target))
    if one.numerator is not None and one.denominator:
        exact = one.numerator - target * one.denominator
        worked_out = one.rate is not None and abs(one.rate - one.numerator / one.denominator) < 1e-9
        if worked_out:
            return (exact > 0) - (exact < 0)
    rate = Decimal(str(round(one.rate or 0.0, 9)))
    return (rate > target) - (rate < target)


def _is_part(one: Figure, kept: list[Figure]) -> bool:
    """A bare count that a better figure already holds."""
    bare = one.denominator is None and one.rate is None
    return bare and (one.numerator in {k.numerator for k in kept} or bool(one.numerator is None and kept))
