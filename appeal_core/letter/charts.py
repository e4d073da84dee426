"""The chart of a rolling rate, where the days give enough points to say more than the table."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from appeal_core.case import Chart, ChartPoint, DayCount
from appeal_core.language import Bilingual, message, percent_text
from appeal_core.letter.ledger import Ledger, both, figures_in
from appeal_core.letter.readings import Reading
from appeal_core.letter.said import Said

FEWEST_POINTS = 8
SHORT_ROLL = 7


def rolling(ledger: Ledger, reading: Reading, name: Bilingual) -> tuple[Chart, Said] | None:
    """A rolling rate over the reading's window, over 7 days where the days do not reach so far,
    and its figures as a fact to print beside it.

    `None` where a day's denominator is unknown or fewer than eight points would stand.
    """
    daily = reading.measurement.daily if reading.measurement else ()
    if not daily or any(d.denominator is None for d in daily):
        return None
    days = reading.days or SHORT_ROLL
    points = _points(daily, days)
    if len(points) < FEWEST_POINTS:
        days, points = SHORT_ROLL, _points(daily, SHORT_ROLL)
    if len(points) < FEWEST_POINTS:
        return None
    chart = Chart(
        title=both(message("{metric}, rolling {days} days", metric=name, days=days)),
        alt=_alt(ledger, name, points, reading),
        points=points,
        target=reading.target,
        target_label=both(message("target {rate}", rate=percent_text(reading.target, "en"))),
    )
    printed = Said(f"{chart.title.en}. {chart.alt.en}", f"{chart.title.zh} {chart.alt.zh}")
    label, key = both(message("figures of the chart")), f"chart.{reading.code}"
    ledger.enter(key, "computed", reading.ref, label, Said(), *figures_in(printed))
    return chart, Said(facts=(key,))


def _points(daily: Sequence[DayCount], days: int) -> tuple[ChartPoint, ...]:
    by_day = {d.day: d for d in daily}
    first, last = min(by_day), max(by_day)
    found = []
    for n in range((last - first).days + 1):
        end = first + dt.timedelta(n)
        if n + 1 < days:
            continue
        inside = [by_day[d] for k in range(days) if (d := end - dt.timedelta(k)) in by_day]
        total = sum(d.denominator or 0 for d in inside)
        if total:
            rate = sum(d.numerator for d in inside) / total
            found.append(ChartPoint(day=end.isoformat(), rate=round(rate, 6)))
    return tuple(found)


def _alt(ledger: Ledger, name: Bilingual, points: Sequence[ChartPoint], reading: Reading) -> Bilingual:
    peak = max(points, key=lambda p: p.rate)
    low = min(points, key=lambda p: p.rate)
    ends = [dt.date.fromisoformat(p.day) for p in (points[0], points[-1])]
    start, end = (ledger.day_said(day, year=True) for day in ends)
    return both(
        message(
            "Line chart of {metric} from {start} to {end}: lowest {low}, highest {peak}, target {target}.",
            metric=name,
            start=Bilingual(en=start.en, zh=start.zh),
            end=Bilingual(en=end.en, zh=end.zh),
            low=percent_text(low.rate, "en"),
            peak=percent_text(peak.rate, "en"),
            target=percent_text(reading.target, "en"),
        )
    )
