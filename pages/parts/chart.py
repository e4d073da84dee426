"""The rolling rate with Amazon's target as a dashed line."""

import altair as alt
import pandas as pd
import streamlit as st

from appeal_core.case import Chart, Measurement
from appeal_core.catalog import metrics
from appeal_core.language import percent_text
from pages.parts.words import lang, read, safe, t


def rolling_chart(measurement: Measurement) -> None:
    """Draws the rate day by day; says so when the reports give no daily denominator."""
    points = measurement.rolling()
    name = metrics()[measurement.code].name
    if len(points) < 3:
        _daily_chart(measurement)
        return
    days = measurement.window.days if measurement.window else 0
    frame = pd.DataFrame({"day": [p[0] for p in points], "rate": [p[1] for p in points]})
    frame["day"] = pd.to_datetime(frame["day"])
    title = t("{metric}, rolling {days} days; the dashed line is Amazon's target", metric=name, days=days)
    axis_x = alt.X("day:T", title=None, axis=alt.Axis(format="%m-%d", grid=False, tickCount=8))
    axis_y = alt.Y("rate:Q", title=None, axis=alt.Axis(format=".1%"))
    area = alt.Chart(frame).mark_area(color="#1F5C4D", opacity=0.14).encode(axis_x, axis_y)
    line = (
        alt.Chart(frame)
        .mark_line(color="#1F5C4D", strokeWidth=2)
        .encode(
            axis_x,
            axis_y,
            tooltip=[
                alt.Tooltip("day:T", title=t("Day")),
                alt.Tooltip("rate:Q", title=read(name), format=".2%"),
            ],
        )
    )
    target = alt.Chart(pd.DataFrame({"target": [measurement.target]})).mark_rule(
        color="#A23B3B", strokeDash=[6, 4]
    )
    chart = (area + line + target.encode(y="target:Q")).properties(height=260)
    with st.container(border=True):
        st.markdown(f"**{title}**")
        st.altair_chart(chart, width="stretch")
        last = percent_text(points[-1][1], lang())
        first = percent_text(points[0][1], lang())
        st.caption(
            t(
                "From {first} on {from_day} to {last} on {to_day}.",
                first=first,
                last=last,
                from_day=points[0][0],
                to_day=points[-1][0],
            )
        )


def rate_line(chart: Chart) -> None:
    """A letter's chart as the page shows it, with its words below."""
    frame = pd.DataFrame(
        {"day": pd.to_datetime([p.day for p in chart.points]), "rate": [p.rate for p in chart.points]}
    )
    axis_x = alt.X("day:T", title=None, axis=alt.Axis(format="%m-%d", grid=False, tickCount=8))
    axis_y = alt.Y("rate:Q", title=None, axis=alt.Axis(format=".1%"))
    line = alt.Chart(frame).mark_line(color="#1F5C4D", strokeWidth=2).encode(axis_x, axis_y)
    target = alt.Chart(pd.DataFrame({"target": [chart.target]})).mark_rule(color="#A23B3B", strokeDash=[6, 4])
    st.altair_chart((line + target.encode(y="target:Q")).properties(height=180), width="stretch")
    st.caption(safe(read(chart.alt)))


def _daily_chart(measurement: Measurement) -> None:
    """Defects by day, where the files do not reach back far enough for a rolling rate."""
    counted = [d for d in measurement.daily if d.numerator]
    if not counted:
        st.caption(t("No chart: the reports do not say on which days."))
        return
    frame = pd.DataFrame(
        {
            "day": pd.to_datetime([d.day for d in measurement.daily]),
            "defects": [d.numerator for d in measurement.daily],
        }
    )
    name = metrics()[measurement.code].name
    with st.container(border=True):
        st.markdown(f"**{t('{metric}: defects by day', metric=name)}**")
        bars = alt.Chart(frame).mark_bar(color="#1F5C4D").encode(
            alt.X("yearmonthdate(day):T", title=None, axis=alt.Axis(format="%m-%d", grid=False, tickCount=8)),
            alt.Y("defects:Q", title=None, axis=alt.Axis(tickMinStep=1)),
            tooltip=[alt.Tooltip("day:T", title=t("Day")), alt.Tooltip("defects:Q", title=t("Defects"))],
        )  # fmt: skip
        st.altair_chart(bars.properties(height=220), width="stretch")
        most = max(counted, key=lambda d: d.numerator)
        st.caption(t("Most on {day}: {n}.", day=most.day, n=most.numerator))
