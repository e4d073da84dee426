"""What the reports say: how each file was read, the rates, and what drives them."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from pydantic import Field

from appeal_core.language import Frozen, Message

Basis = Literal["counted", "amazon", "stated", "estimate", "upper_bound"]
Verdict = Literal["met", "missed", "on_the_line", "unknown"]
Fulfilment = Literal["seller", "amazon", "all"]


class Rejected(Frozen):
    """A row that could not be used. `line` counts from 1, the header included."""

    line: int
    reason: Message


class SetAside(Frozen):
    """Rows that are right but do not belong here (another marketplace …)."""

    reason: str
    rows: int


class ReportSummary(Frozen):
    """How one file was read. `rows` = `used` + len(`rejected`) + the rows set aside.

    Of a kept report `rejected` holds the first hundred; `rejected_rows` counts them all.
    """

    file: str
    sha256: str = ""  # of the stripped columns as they are kept
    kind: str | None = None
    problem: Message | None = None
    encoding: str | None = None
    delimiter: str | None = None
    rows: int = 0
    used: int = 0
    rejected: tuple[Rejected, ...] = ()
    rejected_rows: int = 0
    set_aside: tuple[SetAside, ...] = ()
    first: dt.date | None = None
    last: dt.date | None = None
    columns: tuple[str, ...] = ()
    dropped_columns: tuple[str, ...] = ()
    signature: str = ""  # of the header, by which a mapping is remembered
    notes: tuple[Message, ...] = ()


class Window(Frozen):
    """A span of days in the marketplace's own days; both ends count."""

    days: int
    start: dt.date = Field(alias="from")
    end: dt.date = Field(alias="to")


class Figure(Frozen):
    """One way to the same rate."""

    numerator: int | None
    denominator: int | None
    rate: float | None
    basis: Basis


class Driver(Frozen):
    """A value under which defects gather. `share` of all defects; `lift` against its share of orders."""

    by: str  # sku, asin, carrier, reason, day, weekday, ship_service, category …
    value: str
    defects: int
    orders: int | None = None
    share: float
    lift: float | None = None


class DayCount(Frozen):
    """One day's defects and orders, for the rolling chart."""

    day: dt.date
    numerator: int
    denominator: int | None


class Slice(Frozen):
    """The same rate over a part of it (one product category), or by another reading (the extended promise)."""

    by: str  # category, promise
    value: str
    defects: int
    numerator: int | None
    denominator: int | None
    rate: float | None
    verdict: Verdict
    basis: Basis


class Measurement(Frozen):
    """A rate over a window, as Amazon defines it, with its way back to the rows."""

    code: str
    fulfilment: Fulfilment
    window: Window | None
    numerator: int | None
    denominator: int | None
    rate: float | None
    target: float
    condition: str
    verdict: Verdict
    basis: Basis
    defects: int | None = None  # the bad ones, whichever the numerator counts
    alternatives: tuple[Figure, ...] = ()
    drivers: tuple[Driver, ...] = ()
    slices: tuple[Slice, ...] = ()
    daily: tuple[DayCount, ...] = ()
    files: tuple[str, ...] = ()  # names of the reports it was counted from
    notes: tuple[Message, ...] = ()

    @property
    def id(self) -> str:
        """`late_shipment_rate:30:seller`, the name under which facts refer to it."""
        days = self.window.days if self.window else 0
        return f"{self.code}:{days}:{self.fulfilment}"

    def rolling(self) -> tuple[tuple[dt.date, float], ...]:
        """The rate (fraction) over the metric's own window, ending on each day that the files reach back for.

        Empty where a day's orders are unknown, or where the days do not add up to the measurement's own
        counts (within 3%): a line from another population would contradict the figure beside it.
        """
        if self.window is None or not self.daily or any(d.denominator is None for d in self.daily):
            return ()
        counts = {d.day: (d.numerator, d.denominator or 0) for d in self.daily}
        if not self._is_of(counts):
            return ()
        found = []
        day = min(counts) + dt.timedelta(days=self.window.days - 1)
        while day <= max(counts):
            bad, orders = _sums(counts, day, self.window.days)
            if orders:
                found.append((day, bad / orders if self.condition == "less_than" else 1 - bad / orders))
            day += dt.timedelta(days=1)
        return tuple(found)

    def _is_of(self, counts: dict[dt.date, tuple[int, int]]) -> bool:
        if self.window is None or not self.denominator or self.numerator is None:
            return False
        bad, orders = _sums(counts, self.window.end, self.window.days)
        mine = self.numerator if self.condition == "less_than" else self.denominator - self.numerator
        return bad == mine and abs(orders - self.denominator) <= 0.03 * self.denominator


def _sums(counts: dict[dt.date, tuple[int, int]], end: dt.date, days: int) -> tuple[int, int]:
    window = [counts.get(end - dt.timedelta(days=i), (0, 0)) for i in range(days)]
    return sum(n for n, _ in window), sum(d for _, d in window)


class Hypothesis(Frozen):
    """One root cause and what the data say of it. `score`: the higher, the sooner it is worth checking."""

    root_cause: str
    stands: Literal["for", "against", "unknown"]
    score: float
    evidence: tuple[Message, ...] = ()
    would_change: tuple[Message, ...] = ()  # which file or finding would turn it


class Measurements(Frozen):
    """Everything that was measured from one set of files and typed figures."""

    marketplace: str = "US"
    as_of: dt.date | None = None
    reports: tuple[ReportSummary, ...] = ()
    metrics: tuple[Measurement, ...] = ()
    defects_sha256: str = ""  # the defect list, kept as Parquet
    defect_rows: int = 0
    hypotheses: tuple[Hypothesis, ...] = ()  # of the root causes of the case's causes

    def find(self, code: str, days: int | None = None, fulfilment: str | None = None) -> Measurement | None:
        """The first measurement of that metric (and window, and fulfilment), or `None`."""
        for m in self.metrics:
            if m.code != code or (fulfilment and m.fulfilment != fulfilment):
                continue
            if days is None or (m.window and m.window.days == days):
                return m
        return None


class TypedCount(Frozen):
    """A figure that the seller read off Amazon's page or notice."""

    metric: str
    days: int | None = None
    numerator: int | None = None
    denominator: int | None = None
    rate: float | None = None  # fraction
    category: str = ""  # of valid tracking: the product category that it is of; empty: of all together
