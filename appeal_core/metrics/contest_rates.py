"""The rate if contested orders were decided for the seller: arithmetic, no forecast."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from appeal_core.case.measurements import Figure, Measurement, Measurements, Verdict
from appeal_core.catalog.loader import metrics
from appeal_core.language import Frozen
from appeal_core.metrics.contest_rules import ContestRule, contest_rules
from appeal_core.metrics.counting_defects import CountingDefects
from appeal_core.metrics.figures import verdict_of


class RateWithout(Frozen):
    """A rate if all these orders were decided for the seller: arithmetic, no forecast."""

    measurement: str  # its id
    orders: int
    numerator: int
    denominator: int
    rate: float
    verdict: Verdict


def _leaving(hits: Mapping[str, np.ndarray], rows: CountingDefects) -> np.ndarray:
    """The places of the rows of which nothing is left when all these contests are won."""
    rules = contest_rules()
    won: dict[int, frozenset[str]] = {}
    for code, places in hits.items():
        for place in places.tolist():
            won[place] = won.get(place, frozenset()) | {code}
    answers = {codes: _answered([rules[c] for c in codes]) for codes in set(won.values())}
    gone = [p for p, codes in won.items() if (all_of := answers[codes]) is None or rows.parts[p] <= all_of]
    return np.array(sorted(gone), dtype=np.int64)


def _answered(rules: Sequence[ContestRule]) -> frozenset[str] | None:
    """The parts that these contests take away together; `None` where one of them takes the whole row."""
    if any(rule.every_row for rule in rules):
        return None
    return frozenset(part for rule in rules for part in rule.parts)


def rates_without(
    hits: Mapping[str, np.ndarray], rows: CountingDefects, measurements: Measurements
) -> tuple[RateWithout, ...]:
    """The concerned rates if the orders at these places (`hits`, by rule) were all decided for the seller.

    None where a rate's counts are not known, or weigh by units.
    """
    leaving = _leaving(hits, rows)
    concerned = {contest_rules()[code].metric for code in hits}
    found = [_one(m, leaving, rows) for m in measurements.metrics if m.code in concerned]
    return tuple(one for one in found if one is not None)


def _one(m: Measurement, leaving: np.ndarray, rows: CountingDefects) -> RateWithout | None:
    metric = metrics()[m.code]
    if metric.unit == "unit" or m.numerator is None or not m.denominator or m.window is None:
        return None
    mine = leaving[rows.metric[leaving] == m.code]
    if m.fulfilment != "all":
        sides = ("seller", "") if m.fulfilment == "seller" else ("amazon",)
        mine = mine[np.isin(rows.fulfilment[mine], sides)]
    days = rows.days[mine]
    number = int(((days >= np.datetime64(m.window.start)) & (days <= np.datetime64(m.window.end))).sum())
    bad = m.numerator if metric.counts == "bad" else m.denominator - m.numerator
    if not number or number > bad:
        return None
    top = m.numerator - number if metric.counts == "bad" else m.numerator + number
    figure = Figure(numerator=top, denominator=m.denominator, rate=top / m.denominator, basis=m.basis)
    return RateWithout(
        measurement=m.id, orders=number, numerator=top, denominator=m.denominator, rate=top / m.denominator,
        verdict=verdict_of(figure, metric, whole=m.verdict != "unknown"),
    )  # fmt: skip
