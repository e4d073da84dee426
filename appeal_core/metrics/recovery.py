"""Recovery calendar: the day on which a rate passes its target, as old defects leave its window."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from fractions import Fraction
from math import floor

from appeal_core.case.measurements import DayCount, Measurement
from appeal_core.catalog.loader import metrics
from appeal_core.language import Frozen, Message, message

PACE_DAYS = 14  # the newest days of the window, from which the present pace is taken


class RecoveryDay(Frozen):
    """The window that shows on `day`: it ends on `window_end`, the metric's lag earlier."""

    day: dt.date
    window_end: dt.date
    defects: int
    orders: float  # a pace is rarely a whole number
    rate: float | None  # as Amazon defines it; `None` where the window holds no order


class Course(Frozen):
    """One way that things may go. `passes`: the first day on which the target is met; `None`: never, so.

    `fails_again`: the first day after that on which it is not, because old good orders leave the window too.
    """

    passes: RecoveryDay | None
    fails_again: dt.date | None = None
    days: tuple[RecoveryDay, ...] = ()


class Recovery(Frozen):
    """What brings one rate back. Where `unknown` says why nothing can be told, there is no course."""

    measurement: str
    met_now: bool | None
    clean_orders: int | None = None
    pace: float | None = None  # orders a day
    no_new_orders: Course | None = None
    present_pace: Course | None = None
    last_defect_leaves: dt.date | None = None  # the first day whose window holds none of today's defects
    assumptions: tuple[Message, ...] = ()
    unknown: Message | None = None


def clean_orders_needed(measurement: Measurement) -> int | None:
    """How many more orders without a defect bring the rate past its target while nothing leaves the window.

    0 where it is met already; `None` where the counts are unknown or no number would do.
    """
    counts, limit = _bad_of(measurement), _limit(measurement)
    if counts is None or limit is None:
        return None
    bad, orders = counts
    if bad < limit * orders:
        return 0
    return None if limit <= 0 else floor(bad / limit) - orders + 1


def recovery(measurement: Measurement) -> Recovery:
    """The calendar of one measurement, no new defects assumed: without new orders, and at the present pace.

    Every assumption made is said in `assumptions`. Exactly on the target is not yet past it.
    """
    counts, limit = _bad_of(measurement), _limit(measurement)
    unknown = _unknown(measurement)
    if unknown is not None or counts is None or limit is None or measurement.window is None:
        return Recovery(measurement=measurement.id, met_now=None, unknown=unknown)
    bad, orders = counts
    days, said = _spread(measurement, bad, orders)
    lag = metrics()[measurement.code].lag
    pace = _pace(days)
    running = _Run(measurement, days, limit, lag)
    last = max((i for i, (b, _) in enumerate(days) if b), default=-1)
    leaves = measurement.window.end + dt.timedelta(days=lag + last + 1)
    return Recovery(
        measurement=measurement.id,
        met_now=bad < limit * orders,
        clean_orders=clean_orders_needed(measurement),
        pace=float(pace),
        no_new_orders=running.course(Fraction(0)),
        present_pace=running.course(pace) if pace else None,
        last_defect_leaves=leaves if bad else None,
        assumptions=(*_assumptions(measurement, lag, pace), *said),
    )


class _Run:
    """The window, day by day, as its oldest days leave and new ones come."""

    def __init__(
        self, measurement: Measurement, days: Sequence[tuple[int, Fraction]], limit: Fraction, lag: int
    ) -> None:
        self.measurement, self.days, self.limit, self.lag = measurement, days, limit, lag

    def course(self, pace: Fraction) -> Course:
        """From today until the last of today's days has left."""
        found: list[RecoveryDay] = []
        passes = fails = None
        for step in range(len(self.days) + 1):
            bad = sum(b for b, _ in self.days[step:])
            orders = sum((o for _, o in self.days[step:]), Fraction(0)) + pace * step
            met = orders > 0 and bad < self.limit * orders
            found.append(self._day(step, bad, orders))
            if met and passes is None:
                passes = found[-1]
            if orders > 0 and not met and passes is not None and fails is None:
                fails = found[-1].day
        return Course(passes=passes, fails_again=fails, days=tuple(found))

    def _day(self, step: int, bad: int, orders: Fraction) -> RecoveryDay:
        assert self.measurement.window is not None
        end = self.measurement.window.end + dt.timedelta(days=step)
        rate = min(1.0, float(bad / orders)) if orders else None
        if rate is not None and self.measurement.condition != "less_than":
            rate = 1 - rate
        day = end + dt.timedelta(days=self.lag)
        return RecoveryDay(day=day, window_end=end, defects=bad, orders=round(float(orders), 2), rate=rate)


def _bad_of(one: Measurement) -> tuple[int, int] | None:
    """Defects and orders of the figure; `None` where either is unknown."""
    if one.numerator is None or not one.denominator or one.numerator > one.denominator:
        return None
    bad = one.numerator if one.condition == "less_than" else one.denominator - one.numerator
    return bad, one.denominator


def _limit(one: Measurement) -> Fraction | None:
    """The share of defects that the rate must stay under; `None` where the metric has no target of its own."""
    known = metrics().get(one.code)
    if known is None or known.part_of or known.unit == "point":
        return None
    target = Fraction(str(one.target))
    return target if one.condition == "less_than" else 1 - target


def _unknown(one: Measurement) -> Message | None:
    if _limit(one) is None:
        return message("This figure has no target of its own.")
    if one.window is None:
        return message("The days of the window are not known. Add a report with dates.")
    counts = _bad_of(one)
    if counts is None:
        return message(
            "The number of orders or of defects is not known. Type it from the Account Health page, or add the All "
            "Orders report."
        )
    if counts[0] and not any(d.numerator for d in _inside(one)):
        return message(
            "The days of the defects are not known, so neither is the day on which they leave the window. Add the "
            "report that lists them."
        )
    return None


def _inside(one: Measurement) -> list[DayCount]:
    """The days of the window itself."""
    window = one.window
    return [d for d in one.daily if window and window.start <= d.day <= window.end]


def _spread(one: Measurement, bad: int, orders: int) -> tuple[list[tuple[int, Fraction]], list[Message]]:
    """Defects and orders of each day of the window, adding up to the figure's own counts, and what that assumes."""
    assert one.window is not None
    known = {d.day: d for d in _inside(one)}
    days = [one.window.start + dt.timedelta(days=i) for i in range(one.window.days)]
    defects, said = _placed([known[d].numerator if d in known else 0 for d in days], bad)
    total = sum(d.denominator or 0 for d in known.values())
    if not total or any(d.denominator is None for d in known.values()):
        said.append(
            message("How many orders came on each day is not known: they are spread evenly over the window.")
        )
        return [(b, Fraction(orders, len(days))) for b in defects], said
    if total != orders:
        said.append(
            message(
                "The days of your files hold {total} orders and the figure {orders}: each day is scaled to it.",
                total=total, orders=orders,
            )
        )  # fmt: skip
    scale = Fraction(orders, total)
    placed = [(known[d].denominator or 0) * scale if d in known else Fraction(0) for d in days]
    return list(zip(defects, placed, strict=True)), said


def _placed(defects: list[int], bad: int) -> tuple[list[int], list[Message]]:
    """The days' defects made as many as the figure has, always so that recovery comes later, not sooner."""
    listed = sum(defects)
    if listed < bad:
        defects[-1] += bad - listed
        return defects, [
            message(
                "{rest} of {bad} defects have no known day: they are taken to leave the window last.",
                rest=bad - listed, bad=bad,
            )
        ]  # fmt: skip
    surplus = listed - bad
    for day, count in enumerate(defects):
        dropped = min(surplus, count)
        defects[day] -= dropped
        surplus -= dropped
    if listed == bad:
        return defects, []
    return defects, [
        message(
            "Your files list {listed} defects and the figure {bad}: the newest {bad} are taken.", listed=listed, bad=bad
        )
    ]  # fmt: skip


def _pace(days: Sequence[tuple[int, Fraction]]) -> Fraction:
    newest = days[-PACE_DAYS:]
    return sum((o for _, o in newest), Fraction(0)) / len(newest)


def _assumptions(one: Measurement, lag: int, pace: Fraction) -> list[Message]:
    """What every calendar assumes, and what this one does besides."""
    assert one.window is not None
    said = [
        message("No order after {end} becomes a defect, and none of the window's other orders does.", end=one.window.end)
    ]  # fmt: skip
    if lag:
        said.append(message("The window that shows on a day ends {lag} days earlier.", lag=lag))
    if pace:
        said.append(
            message(
                "The present pace is {pace} orders a day, that of the last {days} days of the window.",
                pace=f"{float(pace):.1f}".removesuffix(".0"), days=min(PACE_DAYS, one.window.days),
            )
        )  # fmt: skip
    if one.basis in ("estimate", "upper_bound"):
        said.append(message("The figure is not Amazon's own, so its days are not certain either."))
    if len(metrics()[one.code].windows) > 1:
        said.append(message("Every window of this rate counts: the later of their days decides."))
    return said
