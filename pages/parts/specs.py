"""Charts as Vega-Lite specifications: plain data, built faster than the rest of the page.

Nothing is told by colour alone: the target is dashed, the fix dotted, the window shaded, the running share a
line with points; each carries its word. `description` is what a screen reader reads.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

GREEN, INK, GREY, SHADE = "#1F5C4D", "#1E2421", "#8B948E", "#6B746E"
DAYS = {
    "field": "day",
    "type": "temporal",
    "title": None,
    "axis": {"format": "%m-%d", "grid": False, "tickCount": 8, "labelOverlap": True},
}
RATES = {"field": "rate", "type": "quantitative", "title": None, "axis": {"format": ".1%"}}
Points = Sequence[tuple[dt.date, float]]
Span = tuple[dt.date, dt.date]


@dataclass(frozen=True)
class Marks:
    """What stands on a chart of days besides its figures, each with its word."""

    window: Span | None = None
    window_word: str = ""
    fix: dt.date | None = None
    fix_word: str = ""


def line(
    points: Points, target: float, words: dict[str, str], marks: Marks, height: int, description: str
) -> dict[str, Any]:
    """A rate day by day. `words`: `day`, `rate` (for the hint), `target` (on the dashed line), `last`."""
    values = [{"day": day.isoformat(), "rate": rate} for day, rate in points]
    hints = [{**DAYS, "title": words["day"]}, {**RATES, "title": words["rate"], "format": ".2%"}]
    layers = [
        *_marked(marks),
        {
            "data": {"values": values},
            "mark": {
                "type": "area",
                "color": GREEN,
                "opacity": 0.12,
                "line": {"color": GREEN, "strokeWidth": 2},
            },
            "encoding": {"x": DAYS, "y": RATES, "tooltip": hints},
        },
        {
            "data": {"values": values[-1:]},
            "mark": {"type": "point", "filled": True, "color": GREEN, "size": 60, "opacity": 1},
            "encoding": {"x": DAYS, "y": RATES, "tooltip": hints},
        },
        {
            "data": {"values": [{"rate": target}]},
            "mark": {"type": "rule", "color": INK, "strokeDash": [6, 4]},
            "encoding": {"y": RATES},
        },
        {
            "data": {"values": [{"rate": target}]},
            "mark": {
                **_WORD,
                "text": words["target"],
                "dy": -7 if target >= points[0][1] else 9,
                "stroke": None,
            },
            "encoding": {"x": {"value": 4}, "y": RATES},
        },
    ]
    return {"height": height, "description": description, "layer": layers}


def bars_by_day(days: Points, words: dict[str, str], marks: Marks, description: str) -> dict[str, Any]:
    """A count by day. `words`: `day` and `count`, for the hint."""
    counts = {"field": "count", "type": "quantitative", "title": None, "axis": {"tickMinStep": 1}}
    drawn = {
        "data": {"values": [{"day": day.isoformat(), "count": count} for day, count in days]},
        "mark": {"type": "bar", "color": GREEN},
        "encoding": {
            "x": {**DAYS, "timeUnit": "yearmonthdate"},
            "y": counts,
            "tooltip": [{**DAYS, "title": words["day"]}, {**counts, "title": words["count"]}],
        },
    }
    return {"height": 220, "description": description, "layer": [*_marked(marks), drawn]}


@dataclass(frozen=True)
class BarOf:
    """A bar of a Pareto: its label, count, what is written at its end, and the running share (`None`: no line)."""

    label: str
    count: int
    written: str
    running: float | None
    rest: bool = False


def pareto(bars: Sequence[BarOf], words: dict[str, str], description: str) -> dict[str, Any]:
    """Bars, the longest first, with the running share as a line. `words`: `count` and `running`."""
    values = [
        {"label": b.label, "count": b.count, "written": b.written, "running": b.running, "rest": b.rest}
        for b in bars
    ]
    order = [b.label for b in bars]
    y = {"field": "label", "type": "nominal", "sort": order, "title": None,
         "axis": {"labelLimit": 150, "ticks": False, "domain": False}}  # fmt: skip
    x = {"field": "count", "type": "quantitative", "title": None, "axis": None,
         "scale": {"domainMax": max((b.count for b in bars), default=1) * 1.35}}  # fmt: skip
    color = {"condition": {"test": "datum.rest", "value": "#C3CAC5"}, "value": GREEN}
    hints = [{"field": "label", "type": "nominal", "title": " "}, {**x, "title": words["count"]}]
    layers: list[dict[str, Any]] = [
        {"mark": {"type": "bar", "height": {"band": 0.62}}, "encoding": {"x": x, "color": color, "tooltip": hints}},
        {"mark": {**_WORD, "dx": 5}, "encoding": {"x": x, "text": {"field": "written"}}},
    ]  # fmt: skip
    if all(b.running is not None for b in bars if not b.rest):
        layers.append(_running(words["running"]))
    return {
        "height": 34 * len(bars) + 40,
        "description": description,
        "data": {"values": values},
        "encoding": {"y": y},
        "layer": layers,
        "resolve": {"scale": {"x": "independent"}},
    }


def _running(title: str) -> dict[str, Any]:
    share = {
        "field": "running", "type": "quantitative", "title": title, "scale": {"domain": [0, 1]},
        "axis": {"orient": "top", "format": ".0%", "tickCount": 5, "grid": False, "titleFontWeight": "normal"},
    }  # fmt: skip
    return {
        "transform": [{"filter": "isValid(datum.running)"}],
        "mark": {
            "type": "line", "color": INK, "strokeWidth": 1, "strokeDash": [3, 3], "orient": "vertical",
            "point": {"shape": "diamond", "filled": True, "fill": "#FBFAF7", "stroke": INK, "strokeWidth": 1.5, "size": 55},
        },
        "encoding": {"x": share, "tooltip": {**share, "format": ".0%"}},
    }  # fmt: skip


_WORD: dict[str, Any] = {"type": "text", "align": "left", "baseline": "middle", "fontSize": 12, "color": INK}


def _marked(marks: Marks) -> list[dict[str, Any]]:
    """The shaded window and the dotted day of the fix, where there are any."""
    layers: list[dict[str, Any]] = []
    top = {"y": {"value": 9}}
    if marks.window:
        span = {
            "data": {"values": [{"day": marks.window[0].isoformat(), "end": marks.window[1].isoformat()}]}
        }
        layers.append({**span, "mark": {"type": "rect", "color": SHADE, "opacity": 0.11},
                       "encoding": {"x": DAYS, "x2": {"field": "end"}}})  # fmt: skip
        layers.append({**span, "mark": {**_WORD, "dx": 4, "text": marks.window_word, "color": "#4A534D"},
                       "encoding": {"x": DAYS, **top}})  # fmt: skip
    if marks.fix:
        one = {"data": {"values": [{"day": marks.fix.isoformat()}]}}
        layers.append({**one, "mark": {"type": "rule", "color": INK, "strokeWidth": 2, "strokeDash": [2, 3]},
                       "encoding": {"x": DAYS}})  # fmt: skip
        layers.append({**one, "mark": {**_WORD, "align": "right", "dx": -5, "text": marks.fix_word},
                       "encoding": {"x": DAYS, "y": {"value": 26}}})  # fmt: skip
    return layers
