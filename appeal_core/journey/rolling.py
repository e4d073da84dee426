"""The rolling rate behind a chart, from a measurement's daily counts."""

from __future__ import annotations

import datetime as dt

from appeal_core.case import Measurement


def rolling(measurement: Measurement) -> list[tuple[dt.date, float]]:
    """Each day's rate over the metric's own window ending there (fraction); empty where unknown."""
    if measurement.window is None or any(d.denominator is None for d in measurement.daily):
        return []
    days = measurement.window.days
    counts = {d.day: (d.numerator, d.denominator or 0) for d in measurement.daily}
    if not counts:
        return []
    first, last = min(counts), max(counts)
    found = []
    day = first + dt.timedelta(days=days - 1)
    while day <= last:
        window = [counts.get(day - dt.timedelta(days=i), (0, 0)) for i in range(days)]
        denominator = sum(d for _, d in window)
        if denominator:
            found.append((day, sum(n for n, _ in window) / denominator))
        day += dt.timedelta(days=1)
    return found
