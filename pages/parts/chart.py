"""The rolling rate with Amazon's target as a dashed line; defects by day where there is no line.

Charts are Vega-Lite specifications as plain data: building them through Altair took longer than all the
rest of the page.
"""

import datetime as dt
from collections.abc import Sequence
from typing import Any

import streamlit as st

from appeal_core.case import Chart, Measurement
from appeal_core.catalog import metrics
from appeal_core.language import percent_text
from pages.parts.words import lang, read, safe, t

GREEN, RED = "#1F5C4D", "#A23B3B"
DAYS = {
    "field": "day",
    "type": "temporal",
    "title": None,
    "axis": {"format": "%m-%d", "grid": False, "tickCount": 8},
}
RATES = {"field": "rate", "type": "quantitative", "title": None, "axis": {"format": ".1%"}}


def rolling_chart(measurement: Measurement) -> None:
    """Draws the rate day by day; defects by day where the files do not reach back far enough."""
    points = measurement.rolling()
    name = metrics()[measurement.code].name
    if len(points) < 3:
        _daily_chart(measurement)
        return
    days = measurement.window.days if measurement.window else 0
    title = t("{metric}, rolling {days} days; the dashed line is Amazon's target", metric=name, days=days)
    with st.container(border=True):
        st.markdown(f"**{title}**")
        _line([(day, rate) for day, rate in points], measurement.target, 260, read(name))
        st.caption(
            t(
                "From {first} on {from_day} to {last} on {to_day}.",
                first=percent_text(points[0][1], lang()),
                last=percent_text(points[-1][1], lang()),
                from_day=points[0][0],
                to_day=points[-1][0],
            )
        )


def rate_line(chart: Chart) -> None:
    """A letter's chart as the page shows it, with its words below."""
    points = [(dt.date.fromisoformat(p.day), p.rate) for p in chart.points]
    _line(points, chart.target, 180, read(chart.title))
    st.caption(safe(read(chart.alt)))


def _line(points: Sequence[tuple[dt.date, float]], target: float, height: int, name: str) -> None:
    values = [{"day": day.isoformat(), "rate": rate} for day, rate in points]
    hints = [{**DAYS, "title": t("Day")}, {**RATES, "title": name, "format": ".2%"}]
    spec: dict[str, Any] = {
        "height": height,
        "layer": [
            {
                "data": {"values": values},
                "mark": {
                    "type": "area",
                    "color": GREEN,
                    "opacity": 0.14,
                    "line": {"color": GREEN, "strokeWidth": 2},
                },
                "encoding": {"x": DAYS, "y": RATES, "tooltip": hints},
            },
            {
                "data": {"values": [{"rate": target}]},
                "mark": {"type": "rule", "color": RED, "strokeDash": [6, 4]},
                "encoding": {"y": RATES},
            },
        ],
    }
    st.vega_lite_chart(spec, width="stretch")


def _daily_chart(measurement: Measurement) -> None:
    """Defects by day, where the files do not reach back far enough for a rolling rate."""
    counted = [d for d in measurement.daily if d.numerator]
    if not counted:
        st.caption(t("No chart: the reports do not say on which days."))
        return
    name = metrics()[measurement.code].name
    bars = {"field": "defects", "type": "quantitative", "title": None, "axis": {"tickMinStep": 1}}
    spec: dict[str, Any] = {
        "height": 220,
        "data": {"values": [{"day": d.day.isoformat(), "defects": d.numerator} for d in measurement.daily]},
        "mark": {"type": "bar", "color": GREEN},
        "encoding": {
            "x": {**DAYS, "timeUnit": "yearmonthdate"},
            "y": bars,
            "tooltip": [{**DAYS, "title": t("Day")}, {**bars, "title": t("Defects")}],
        },
    }
    with st.container(border=True):
        st.markdown(f"**{t('{metric}: defects by day', metric=name)}**")
        st.vega_lite_chart(spec, width="stretch")
        most = max(counted, key=lambda d: d.numerator)
        st.caption(t("Most on {day}: {n}.", day=most.day, n=most.numerator))
