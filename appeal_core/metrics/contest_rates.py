"""The rate if contested orders were decided for the seller: arithmetic, no forecast."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from appeal_core.case.measurements import Figure, Measurement, Measurements, Verdict
from appeal_core.catalog.loader import metrics
from appeal_core.language import Frozen
from appeal_core.metrics.contest_rules import ContestRule, contest_rules
from appeal_core.metrics.figures import verdict_of


class RateWithout(Frozen):
    """A rate if all these orders were decided for the seller: arithmetic, no forecast."""

    measurement: str  # its id
    orders: int
    numerator: int
    denominator: int
    rate: float
    verdict: Verdict


def _leaving(hits: Mapping[str, pd.Index], counting: pd.DataFrame) -> pd.DataFrame:
    """The rows of which nothing is left when all these contests are won."""
    rules = contest_rules()
    ways: dict[object, list[ContestRule]] = {}
    for code, hit in hits.items():
        for index in hit:
            ways.setdefault(index, []).append(rules[code])
    rows = counting.loc[list(ways)]
    gone = [
        any(r.every_row for r in won) or parts_of(row) <= {part for r in won for part in r.parts}
        for won, row in zip(ways.values(), rows.to_dict("records"), strict=True)
    ]
    return rows[pd.Series(gone, index=rows.index, dtype=bool)]


def rates_without(
    hits: Mapping[str, pd.Index], counting: pd.DataFrame, measurements: Measurements
) -> tuple[RateWithout, ...]:
    """The concerned rates if the orders at these places (`hits`, by rule) were all decided for the seller.

    None where a rate's counts are not known, or weigh by units.
    """
    leaving = _leaving(hits, counting)
    concerned = {contest_rules()[code].metric for code in hits}
    found = [_one(m, leaving) for m in measurements.metrics if m.code in concerned]
    return tuple(one for one in found if one is not None)


def _one(m: Measurement, leaving: pd.DataFrame) -> RateWithout | None:
    metric = metrics()[m.code]
    if metric.unit == "unit" or m.numerator is None or not m.denominator or m.window is None:
        return None
    mine = leaving[(leaving["metric"] == m.code)]
    if m.fulfilment != "all":
        sides = ("seller", "") if m.fulfilment == "seller" else ("amazon",)
        mine = mine[mine["fulfilment"].isin(sides)]
    days = mine["day"]
    number = int(((days >= pd.Timestamp(m.window.start)) & (days <= pd.Timestamp(m.window.end))).sum())
    bad = m.numerator if metric.counts == "bad" else m.denominator - m.numerator
    if not number or number > bad:
        return None
    top = m.numerator - number if metric.counts == "bad" else m.numerator + number
    figure = Figure(numerator=top, denominator=m.denominator, rate=top / m.denominator, basis=m.basis)
    return RateWithout(
        measurement=m.id, orders=number, numerator=top, denominator=m.denominator, rate=top / m.denominator,
        verdict=verdict_of(figure, metric, whole=m.verdict != "unknown"),
    )  # fmt: skip


def parts_in(*texts: str) -> frozenset[str]:
    """The codes that stand in texts joined with ` | `."""
    return frozenset(part for text in texts for part in text.split(" | ") if part)


def parts_of(row: Mapping[object, object]) -> frozenset[str]:
    """The kinds of defect and tracking faults of a row of the defect list."""
    return parts_in(*(str(row.get(name) or "") for name in ("defect_type", "tracking_fault")))
