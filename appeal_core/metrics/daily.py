"""Defects and orders day by day, for the rolling chart."""

from __future__ import annotations

import pandas as pd

from appeal_core.case.measurements import DayCount, Window
from appeal_core.metrics.orders import Orders


def daily_counts(
    rows: pd.DataFrame, orders: Orders | None, window: Window, side: str
) -> tuple[DayCount, ...]:
    """Each day of the window, and of as many days before it as are needed for its first rolling rate.

    Days before the first order or defect are left out. `denominator` is `None` where no order file reaches that day.
    """
    end = pd.Timestamp(window.end)
    start = pd.Timestamp(window.start) - pd.Timedelta(days=window.days - 1)
    mine = rows[rows["counts"].astype(bool) & rows["bad"].astype(bool) & rows["day"].notna()]
    if side != "all":
        mine = mine[(mine["fulfilment"] == side) | ((mine["fulfilment"] == "") & (side == "seller"))]
    firsts = [mine["day"].min()] if len(mine) else []
    counts: dict[pd.Timestamp, int] = {}
    reach = orders.ends if orders is not None else None
    if orders is not None and reach is not None:
        counts = orders.by_day(start.date(), end.date(), side)
        firsts.append(reach[0])
    if not firsts:
        return ()
    days = pd.date_range(max(start, min(firsts)), end, freq="D")
    bad = mine.groupby("day")["weight"].sum()
    return tuple(
        DayCount(
            day=day.date(),
            numerator=int(bad.get(day, 0)),
            denominator=int(counts.get(day, 0)) if reach and reach[0] <= day <= reach[1] else None,
        )
        for day in days
    )
