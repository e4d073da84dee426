"""The figures of a sentence, and the figures that are known of a metric."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from appeal_core.case import Measurement
from appeal_core.review.context import Context

_NUMBER = r"\d{1,3}(?:,\d{3})+|\d+"
_PAIR = re.compile(
    rf"(?<![\w.,%-])(?P<n>{_NUMBER})(?: [A-Za-z]\w*){{0,2}}? (?:out )?of (?:(?:the|our|all|these|those|a total of)\s){{0,2}}(?P<m>{_NUMBER})(?![\w%-]|[.,]\d)"
    rf"|(?P<m2>{_NUMBER}) ?笔(?:订单)?中[^。，；]{{0,6}}?(?P<n2>{_NUMBER}) ?笔",
    re.IGNORECASE,
)
_PERCENT = re.compile(r"(?<![\w.])(\d+(?:\.(\d+))?) ?[%％]")
_TARGET = re.compile(
    r"(?:target|goal|limit|threshold|requirement|maximum|under|below|above|over|than|least|most|exceed\w*|within|standard|to|of|<|>|≤|≥"
    r"|目标|低于|高于|超过|以上|以下|不低于|要求|标准)\W{0,3}(?:\w+ ){0,3}(?:of |the |of the |为|是)?(?:the )?$",
    re.IGNORECASE,
)
_NEAR = 120  # characters around a percentage that can say what it is
_RESULT = re.compile(r"\b(?:a|the|our) (?:\w+ ){0,2}(?:rate|share) of $", re.IGNORECASE)
_TARGET_AFTER = re.compile(r"^\W{0,2}(?:target|goal|limit|threshold|requirement|standard|or (?:more|less)|的?(?:目标|要求|上限|标准|以上|以下))", re.I)  # fmt: skip


@dataclass(frozen=True)
class Pair:
    """`n` of `m`."""

    start: int
    end: int
    n: int
    m: int


@dataclass(frozen=True)
class Percent:
    """A percentage; `step` is one unit of its last digit. `target`: it is a limit, not a result."""

    start: int
    end: int
    value: float
    step: float
    target: bool

    def is_(self, rate: float) -> bool:
        """Whether it is the rounded or cut-off form of `rate` (a fraction)."""
        return abs(rate * 100 - self.value) < self.step * 1.001


def pairs_in(text: str) -> tuple[Pair, ...]:
    """Each "37 of 412", also in Chinese."""
    found = []
    for match in _PAIR.finditer(text):
        n, m = match["n"] or match["n2"], match["m"] or match["m2"]
        found.append(Pair(match.start(), match.end(), _whole(n), _whole(m)))
    return tuple(found)


def percents_in(text: str) -> tuple[Percent, ...]:
    """Each percentage."""
    found = []
    for match in _PERCENT.finditer(text):
        before = text[max(0, match.start() - _NEAR) : match.start()]
        after = text[match.end() : match.end() + _NEAR]
        aimed = bool(_TARGET.search(before) or _TARGET_AFTER.match(after))
        aimed = aimed and not _RESULT.search(before)
        step = 10.0 ** -len(match[2] or "")
        found.append(Percent(match.start(), match.end(), float(match[1]), step, aimed))
    return tuple(found)


def _whole(text: str) -> int:
    return int(text.replace(",", ""))


@dataclass
class Known:
    """All that is known of one metric: from reports, from the notice, typed by the seller."""

    rates: set[float] = field(default_factory=set)
    numerators: set[int] = field(default_factory=set)
    denominators: set[int] = field(default_factory=set)
    parts: set[tuple[int, int | None]] = field(default_factory=set)
    targets: set[float] = field(default_factory=set)

    def add(self, n: int | None, m: int | None, rate: float | None) -> None:
        """One way to the rate."""
        if n is not None:
            self.numerators.add(n)
        if m is not None:
            self.denominators.add(m)
        if rate is None and n is not None and m:
            rate = n / m
        if rate is not None:
            self.rates.add(rate)


def known_of(metric: str, context: Context) -> Known:
    """Everything that reports, notice and seller give for a metric."""
    known = Known()
    if context.measured:
        for measurement in context.measured.metrics:
            if measurement.code == metric:
                _measured(known, measurement)
    if context.read_notice:
        for stated in context.read_notice.figures:
            if stated.metric in (metric, None):
                known.add(stated.numerator, stated.denominator, stated.rate)
    if context.case:
        for typed in context.case.typed.values():
            if typed.metric == metric:
                known.add(typed.numerator, typed.denominator, typed.rate)
    return known


def _measured(known: Known, measurement: Measurement) -> None:
    known.add(measurement.numerator, measurement.denominator, measurement.rate)
    known.targets.add(measurement.target)
    for other in measurement.alternatives:
        known.add(other.numerator, other.denominator, other.rate)
    known.parts |= {(d.defects, d.orders) for d in measurement.drivers}


def metrics_of(causes: Iterable[str], context: Context) -> tuple[str, ...]:
    """The metrics of which figures are known (a performance cause bears its metric's code)."""
    codes = {m.code for m in context.measured.metrics} if context.measured else set()
    if context.read_notice:
        codes |= {f.metric for f in context.read_notice.figures if f.metric}
    if context.case:
        codes |= {t.metric for t in context.case.typed.values()}
    return tuple(sorted(codes | set(causes)))
