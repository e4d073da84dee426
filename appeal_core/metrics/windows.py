"""Which days a rate is counted over: Amazon's windows end in the past, each by its metric's lag."""

from __future__ import annotations

import datetime as dt

from appeal_core.case.measurements import Window
from appeal_core.metrics.frames import Frames

# Days on which something had happened; promised and expected days lie ahead and never set the last day.
_HAPPENED = ("purchase_date", "order_date", "confirmed_date", "feedback_date", "day", "ship_date")
_FIGURES = ("seller_performance_v2", "seller_performance_v1")


def window_of(days: int, lag: int, as_of: dt.date) -> Window:
    """The `days` days that end `lag` days before `as_of`; both ends count."""
    end = as_of - dt.timedelta(days=lag)
    return Window(days=days, start=end - dt.timedelta(days=days - 1), end=end)


def last_day(frames: Frames, lags: dict[str, int]) -> dt.date | None:
    """The newest order, confirmation or feedback day of all files, in the marketplace's days.

    Where only Amazon's own figures are there: the day that their windows and lags lead to.
    """
    newest: dt.date | None = None
    for report in frames.reports:
        if report.frame is None or report.summary.kind in _FIGURES:
            continue
        for name in _HAPPENED:
            if name in report.frame and len(found := report.frame[name].dropna()):
                day: dt.date = frames.days(found.agg(["max"])).iloc[0].date()
                newest = day if newest is None else max(newest, day)
    if newest is not None:
        return newest
    ends = [
        end.date() + dt.timedelta(days=lags.get(str(code), 0))
        for frame in frames.of(*_FIGURES)
        for code, end in zip(frame["metric"], frame["end"].dt.to_pydatetime(), strict=True)
    ]
    return max(ends, default=None)
