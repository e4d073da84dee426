"""Did the fix work: the rate before and after the day of the fix, with intervals, or an honest "too few"."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from fractions import Fraction
from math import ceil
from typing import Literal

from appeal_core.case.measurements import DayCount, Measurement
from appeal_core.language import Frozen, Message, message
from appeal_core.metrics.interval import Interval, difference, wilson

EXPECTED = (
    3  # defects that the earlier rate must lead one to expect after the fix, before silence means anything
)


class Span(Frozen):
    """Defects and orders of the days `first` to `last`, both counted; `rate` and `interval` of the defects."""

    first: dt.date
    last: dt.date
    defects: int
    orders: int | None
    rate: float | None
    interval: Interval | None


class BeforeAfter(Frozen):
    """`change` is the rate before minus the rate after, so a positive one is a fall.

    `shows`: whether the interval of the change lies on one side of zero. `orders_needed`: how many orders after the
    fix it takes to tell anything.
    """

    measurement: str
    fixed_on: dt.date
    before: Span | None
    after: Span | None
    change: float | None
    interval: Interval | None
    shows: Literal["fell", "rose", "not_shown", "too_few", "unknown"]
    orders_needed: int | None = None
    notes: tuple[Message, ...] = ()


def before_after(measurement: Measurement, fixed_on: dt.date) -> BeforeAfter:
    """The measurement's days before and after the day of the fix; that day itself is left out.

    Rates are those of defects, whichever the metric counts. Days without known orders give counts, no rate.
    """
    before = _span([d for d in measurement.daily if d.day < fixed_on])
    after = _span([d for d in measurement.daily if d.day > fixed_on])
    needed = _needed(before)
    between = change = None
    if before and after and before.orders is not None and after.orders is not None:
        between = difference((before.defects, before.orders), (after.defects, after.orders))
    if between and before and after and before.rate is not None and after.rate is not None:
        change = before.rate - after.rate
    shows = _shown(between, after, needed)
    return BeforeAfter(
        measurement=measurement.id,
        fixed_on=fixed_on,
        before=before,
        after=after,
        change=change,
        interval=between,
        shows=shows,
        orders_needed=needed,
        notes=tuple(_notes(before, after, shows, needed)),
    )


def _span(days: Sequence[DayCount]) -> Span | None:
    if not days:
        return None
    defects = sum(d.numerator for d in days)
    known = [d.denominator for d in days if d.denominator is not None]
    orders = sum(known) if len(known) == len(days) else None
    possible = orders is not None and 0 < orders >= defects
    return Span(
        first=days[0].day,
        last=days[-1].day,
        defects=defects,
        orders=orders,
        rate=defects / orders if orders and possible else None,
        interval=wilson(defects, orders) if orders is not None else None,
    )


def _needed(before: Span | None) -> int | None:
    if before is None or not before.orders or not before.defects or before.rate is None:
        return None
    return ceil(EXPECTED / Fraction(before.defects, before.orders))


def _shown(
    between: Interval | None, after: Span | None, needed: int | None
) -> Literal["fell", "rose", "not_shown", "too_few", "unknown"]:
    if after is not None and after.orders == 0:
        return "too_few"
    if between is None or after is None or after.orders is None:
        return "unknown"
    if between.high < 0:
        return "rose"
    if needed is not None and after.orders < needed:
        return "too_few"
    return "fell" if between.low > 0 else "not_shown"


def _notes(before: Span | None, after: Span | None, shows: str, needed: int | None) -> list[Message]:
    notes = [message("The day of the fix itself is left out: its orders may belong to either side.")]
    if before is None:
        notes.append(message("The files hold no day before the fix. Add the reports of earlier days."))
    if after is None:
        notes.append(message("The files hold no day after the fix yet."))
    else:
        notes.append(message("The newest orders may still turn out to be defects: look again in a few days."))
    if after is not None and after.orders == 0:
        notes.append(
            message("No order came after the fix, so no rate can show it. Replay the fix on the past orders instead.")
        )  # fmt: skip
    elif shows == "too_few" and after is not None and needed is not None:
        notes.append(
            message(
                "There are {orders} orders since the fix; at the earlier rate it takes {needed} to tell a change from "
                "chance.",
                orders=after.orders, needed=needed,
            )
        )  # fmt: skip
    if any(s is not None and s.orders is None for s in (before, after)):
        notes.append(
            message("Orders of some days are not known, so there is no rate. Add the All Orders report of those days.")
        )  # fmt: skip
    return notes
