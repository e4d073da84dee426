"""A rate day by day, with its target, its window and the day of the fix; words under each chart say the same."""

import datetime as dt
from typing import Any

import streamlit as st

from appeal_core.case import Case, Chart, Measurement
from appeal_core.catalog import metrics
from appeal_core.journey import autopsy
from appeal_core.language import percent_text
from pages.parts import specs
from pages.parts.words import labelled, lang, read, safe, sentences, t


def rate_chart(case: Case, measurement: Measurement) -> None:
    """The rolling rate; defects by day where the files do not reach back far enough for one."""
    points = measurement.rolling()
    with st.container(border=True):
        if len(points) >= 3:
            _rolling(case, measurement, points)
        else:
            _daily(case, measurement)


def _rolling(case: Case, measurement: Measurement, points: specs.Points) -> None:
    name = metrics()[measurement.code].name
    days = measurement.window.days if measurement.window else 0
    st.markdown(f"**{t('{metric}, rolling {days} days', metric=name, days=days)}**")
    marks, notes = _marks(case, measurement, points[0][0], points[-1][0])
    ends = t(
        "From {first} on {from_day} to {last} on {to_day}. The dashed line is Amazon's target, {target}.",
        first=percent_text(points[0][1], lang()),
        last=percent_text(points[-1][1], lang()),
        from_day=points[0][0],
        to_day=points[-1][0],
        target=percent_text(measurement.target, lang()),
    )
    words = {"day": t("Day"), "rate": read(name), "target": _target(measurement.target)}
    said = sentences(ends, *notes)
    _draw(specs.line(points, measurement.target, words, marks, 260, labelled(read(name), said)))
    st.caption(safe(said))


def _daily(case: Case, measurement: Measurement) -> None:
    """Defects by day, and why there is no rolling rate."""
    counted = [d for d in measurement.daily if d.numerator]
    name = metrics()[measurement.code].name
    if not counted:
        st.caption(
            t(
                "No chart: the reports do not say on which days. The download of this rate, or All Orders, does."
            )
        )
        return
    st.markdown(f"**{t('{metric}: defects by day', metric=name)}**")
    span = measurement.daily
    marks, notes = _marks(case, measurement, span[0].day, span[-1].day)
    most = max(counted, key=lambda d: d.numerator)
    days = measurement.window.days if measurement.window else 0
    said = [t("Most on {day}: {n}.", day=most.day, n=most.numerator), *notes]
    said.append(
        t("A rolling rate needs the orders of each day over more than {days} days (All Orders).", days=days)
    )
    words = {"day": t("Day"), "count": t("Defects")}
    description = labelled(t("{metric}: defects by day", metric=name), sentences(*said))
    _draw(specs.bars_by_day([(d.day, d.numerator) for d in span], words, marks, description))
    st.caption(safe(sentences(*said)))


def _marks(
    case: Case, measurement: Measurement, first: dt.date, last: dt.date
) -> tuple[specs.Marks, list[str]]:
    """The window and the fix as far as they lie on the chart, and their words."""
    notes, window = [], measurement.window
    shown = window if window and first < window.start <= last else None
    if shown:
        notes.append(
            t("The shaded days, {start} to {end}, are the window.", start=shown.start, end=shown.end)
        )
    fix = autopsy.fix_day(case)
    inside = fix is not None and first < fix <= last
    if fix is not None and inside:
        notes.append(t("The dotted line is the day of the fix, {day}.", day=fix))
    elif fix is not None and fix > last:
        notes.append(t("The fix of {day} is later than the last day of the files.", day=fix))
    marks = specs.Marks(
        window=(shown.start, min(shown.end, last)) if shown else None,
        window_word=t("the window"),
        fix=fix if inside else None,
        fix_word=t("fix"),
    )
    return marks, notes


def letter_chart(chart: Chart) -> None:
    """A letter's chart as the page shows it, with its words below."""
    if chart.bars:
        bars = [specs.BarOf(read(b.label), b.count, read(b.written), b.running, b.rest) for b in chart.bars]
        words = {"count": t("Defects"), "running": t("Running share")}
        _draw(specs.pareto(bars, words, read(chart.alt)))
    elif chart.points:
        points = [(dt.date.fromisoformat(p.day), p.rate) for p in chart.points]
        words = {"day": t("Day"), "rate": read(chart.title), "target": read(chart.target_label)}
        marks = specs.Marks(
            window=_days(chart.window), window_word=t("the window"), fix=_day(chart.fix), fix_word=t("fix")
        )
        _draw(specs.line(points, chart.target, words, marks, 180, read(chart.alt)))
    st.caption(safe(read(chart.alt)))


def _days(window: tuple[str, str] | None) -> specs.Span | None:
    return (dt.date.fromisoformat(window[0]), dt.date.fromisoformat(window[1])) if window else None


def _day(day: str) -> dt.date | None:
    return dt.date.fromisoformat(day) if day else None


def _target(target: float) -> str:
    return t("target {value}", value=percent_text(target, lang()))


def _draw(spec: dict[str, Any]) -> None:
    st.vega_lite_chart(spec, width="stretch")
