"""The charts of a rate: its line over the days in the letter; what drives it in the annex."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from appeal_core.case import Chart, ChartBar, ChartPoint, Driver, Measurement
from appeal_core.language import Bilingual, Message, message, number_text, percent_text
from appeal_core.letter.ledger import Ledger, both, figures_in
from appeal_core.letter.readings import Reading
from appeal_core.letter.said import Said

FEWEST_POINTS = 8
FEWEST_DEFECTS = 8  # under which what they have in common may be chance
MOST_BARS = 6
GATHERED, LIFTED = 0.3, 1.5  # the first bar's share of the defects, and times its share of the orders
_NAMED = {
    "sku": Bilingual(en="SKU", zh=" SKU "),
    "carrier": Bilingual(en="carrier", zh="承运人"),
    "ship_service": Bilingual(en="shipping service", zh="配送服务"),
    "asin": Bilingual(en="ASIN", zh=" ASIN "),
}


def rolling(ledger: Ledger, reading: Reading, name: Bilingual) -> tuple[Chart, Said] | None:
    """The rate over the reading's own window, day by day, and its figures as a fact to print beside it.

    `None` where fewer than eight points would stand, or the days are of other orders than the figure.
    """
    found = reading.measurement.rolling() if reading.measurement else ()
    if len(found) < FEWEST_POINTS:
        return None
    points = tuple(ChartPoint(day=day.isoformat(), rate=round(rate, 6)) for day, rate in found)
    window, fix = _window(reading, found[0][0], found[-1][0]), _fix(ledger, found[0][0], found[-1][0])
    chart = Chart(
        title=both(
            message("{metric}, rolling {days} days, by our order report", metric=name, days=reading.days or 0)
        ),
        alt=_joined(_alt(ledger, name, points, reading), *_marks_said(ledger, window, fix)),
        points=points,
        target=reading.target,
        target_label=both(message("target {rate}", rate=percent_text(reading.target, "en"))),
        window=(window[0].isoformat(), window[1].isoformat()) if window else None,
        fix=fix.isoformat() if fix else "",
        fix_label=both(message("first correction")) if fix else Bilingual(),
    )
    return chart, _entered(ledger, chart, reading, "chart")


def drivers(ledger: Ledger, reading: Reading, name: Bilingual) -> tuple[Chart, Said] | None:
    """Under which item, carrier or service the defects gather; `None` where they do not, or are few."""
    measured = reading.measurement
    found = _gathered(measured) if measured else []
    total = measured.defects if measured else None
    if not found or not total or sum(d.defects for d in found) > total:
        return None
    by = _NAMED[found[0].by]
    chart = Chart(
        title=both(message("{metric}: defects by {by}", metric=name, by=by)),
        alt=both(
            message(
                "Bar chart of {total} defects by {by}: {value} has {count} of them ({share}) and {orders} of the orders.",
                total=total, by=by, value=found[0].value, count=found[0].defects,
                share=percent_text(found[0].share, "en", 1), orders=_orders_share(found[0]),
            )
        ),
        bars=_bars(found, total),
    )  # fmt: skip
    return chart, _entered(ledger, chart, reading, "drivers")


def _gathered(measured: Measurement) -> list[Driver]:
    """The drivers of the kind whose first value stands out most; none where no value does."""
    best: list[Driver] = []
    for by in _NAMED:
        mine = sorted((d for d in measured.drivers if d.by == by), key=lambda d: -d.defects)[:MOST_BARS]
        if len(mine) < 2 or (measured.defects or 0) < FEWEST_DEFECTS:
            continue
        top = mine[0]
        stands_out = top.share >= GATHERED and (top.lift or 0) >= LIFTED
        if stands_out and (not best or top.share > best[0].share):
            best = mine
    return best


def _bars(found: Sequence[Driver], total: int) -> tuple[ChartBar, ...]:
    bars, seen = [], 0
    for one in found:
        seen += one.defects
        name = Bilingual(en=one.value, zh=one.value)
        bars.append(
            ChartBar(
                label=name, count=one.defects, written=_written(one.defects, total), running=seen / total
            )
        )
    if seen < total:
        rest = both(message("all others"))
        bars.append(
            ChartBar(label=rest, count=total - seen, written=_written(total - seen, total), rest=True)
        )
    return tuple(bars)


def _written(count: int, total: int) -> Bilingual:
    text = f"{number_text(count, 'en')} · {percent_text(count / total, 'en', 1)}"
    return Bilingual(en=text, zh=text)


def _orders_share(top: Driver) -> str:
    return percent_text(top.share / top.lift, "en", 1) if top.lift else "–"


def _entered(ledger: Ledger, chart: Chart, reading: Reading, kind: str) -> Said:
    """Every figure that the chart prints, as a fact beside it."""
    written = " ".join(f"{b.label.en} {b.written.en}" for b in chart.bars)
    printed = Said(
        f"{chart.title.en}. {chart.alt.en} {written}", f"{chart.title.zh} {chart.alt.zh} {written}"
    )
    label, key = both(message("figures of the chart")), f"{kind}.{reading.code}"
    ledger.enter(key, "computed", reading.ref, label, Said(), *figures_in(printed))
    return Said(facts=(key,))


def _window(reading: Reading, first: dt.date, last: dt.date) -> tuple[dt.date, dt.date] | None:
    """The figure's own days, where the line reaches back beyond them."""
    if reading.start is None or reading.end is None or not first < reading.start <= last:
        return None
    return reading.start, min(reading.end, last)


def _fix(ledger: Ledger, first: dt.date, last: dt.date) -> dt.date | None:
    """The first day on which something was corrected, where the line shows it."""
    done = [a.done_on for a in ledger.case.actions.values() if a.chosen and a.done_on]
    day = min(done, default=None)
    return day if day and first < day <= last else None


def _marks_said(ledger: Ledger, window: tuple[dt.date, dt.date] | None, fix: dt.date | None) -> list[Message]:
    said = []
    if window:
        start, end = (_day(ledger, day) for day in window)
        said.append(
            message("The shaded days, {start} to {end}, are the window of the figure.", start=start, end=end)
        )
    if fix:
        said.append(message("The dotted line is the first correction, {day}.", day=_day(ledger, fix)))
    return said


def _day(ledger: Ledger, day: dt.date) -> Bilingual:
    said = ledger.day_said(day, year=True)
    return Bilingual(en=said.en, zh=said.zh)


def _joined(first: Bilingual, *more: Message) -> Bilingual:
    return Bilingual(
        en=" ".join([first.en, *(m.in_("en") for m in more)]),
        zh="".join([first.zh, *(m.in_("zh") for m in more)]),
    )


def _alt(ledger: Ledger, name: Bilingual, points: Sequence[ChartPoint], reading: Reading) -> Bilingual:
    peak = max(points, key=lambda p: p.rate)
    low = min(points, key=lambda p: p.rate)
    start, end = (_day(ledger, dt.date.fromisoformat(p.day)) for p in (points[0], points[-1]))
    return both(
        message(
            "Line chart of {metric} from {start} to {end}: lowest {low}, highest {peak}, target {target}.",
            metric=name,
            start=start,
            end=end,
            low=percent_text(low.rate, "en"),
            peak=percent_text(peak.rate, "en"),
            target=percent_text(reading.target, "en"),
        )
    )
