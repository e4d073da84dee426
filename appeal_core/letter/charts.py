"""The chart of a rolling rate, where the days give enough points to say more than the table."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from appeal_core.case import Chart, ChartPoint
from appeal_core.language import Bilingual, message, percent_text
from appeal_core.letter.ledger import Ledger, both, figures_in
from appeal_core.letter.readings import Reading
from appeal_core.letter.said import Said

FEWEST_POINTS = 8


def rolling(ledger: Ledger, reading: Reading, name: Bilingual) -> tuple[Chart, Said] | None:
    """The rate over the reading's own window, day by day, and its figures as a fact to print beside it.

    `None` where fewer than eight points would stand, or the days are of other orders than the figure.
    """
    found = reading.measurement.rolling() if reading.measurement else ()
    if len(found) < FEWEST_POINTS:
        return None
    points = tuple(ChartPoint(day=day.isoformat(), rate=round(rate, 6)) for day, rate in found)
    chart = Chart(
        title=both(
            message("{metric}, rolling {days} days, by our order report", metric=name, days=reading.days or 0)
        ),
        alt=_alt(ledger, name, points, reading),
        points=points,
        target=reading.target,
        target_label=both(message("target {rate}", rate=percent_text(reading.target, "en"))),
    )
    printed = Said(f"{chart.title.en}. {chart.alt.en}", f"{chart.title.zh} {chart.alt.zh}")
    label, key = both(message("figures of the chart")), f"chart.{reading.code}"
    ledger.enter(key, "computed", reading.ref, label, Said(), *figures_in(printed))
    return chart, Said(facts=(key,))


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
