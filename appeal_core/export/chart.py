"""Charts drawn for paper: readable in grey, the same bytes for the same points."""

from __future__ import annotations

import datetime as dt
import io
import math
import threading
from functools import cache
from itertools import pairwise
from typing import Any, Literal

from appeal_core.case import Chart
from appeal_core.export.bars import bars_figure
from appeal_core.language import Lang, date_text, percent_text

CJK_FAMILIES = (
    "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "Source Han Sans CN", "Microsoft YaHei",
    "PingFang SC", "Heiti SC", "WenQuanYi Micro Hei", "SimHei", "Arial Unicode MS",
)  # fmt: skip
_LATIN_FAMILIES = ("Arial", "Liberation Sans", "Helvetica", "DejaVu Sans")
_DRAWING = threading.Lock()  # matplotlib's settings are one for the whole process
_INK, _QUIET, _LINE = "#1E2421", "#55605A", "#1F5C4D"


def chart_image(
    chart: Chart, lang: Lang, form: Literal["png", "svg"] = "png", marketplace: str = "US"
) -> bytes:
    """The chart as PNG or SVG. Without a Chinese font on this machine its words are English."""
    from matplotlib import rc_context
    from matplotlib.figure import Figure

    latin, chinese = _fonts()
    words: Lang = lang if chinese else "en"
    settings: Any = {
        "font.family": [latin, *([chinese] if chinese else [])],
        "font.size": 9,
        "svg.hashsalt": "letter",
        "svg.fonttype": "path",
        "axes.unicode_minus": False,
    }
    with _DRAWING, rc_context(settings):
        if chart.bars:
            figure = bars_figure(chart, words)
        else:
            figure = Figure(figsize=(6.3, 2.15), dpi=200)
            # a place of its own: a layout engine draws everything twice to find one
            _draw(figure.add_axes((0.065, 0.16, 0.85, 0.7)), chart, words, marketplace)
        out = io.BytesIO()
        figure.savefig(out, format=form, metadata={"Date": None} if form == "svg" else {"Software": None})
    return out.getvalue()


def _draw(axes: Any, chart: Chart, lang: Lang, marketplace: str) -> None:
    rates = [p.rate for p in chart.points]
    places = range(len(rates))
    _mark(axes, chart, lang)
    axes.plot(places, rates, color=_LINE, linewidth=1.8, solid_capstyle="round")
    axes.axhline(chart.target, color=_INK, linewidth=1, dashes=(5, 3))
    bottom, top = _range(chart)
    side, edge = _free_place(rates, chart.target, (top - bottom) * 0.14)
    axes.annotate(
        chart.target_label.in_(lang), (side, chart.target), xycoords=("axes fraction", "data"),
        xytext=(0, 3 * edge), textcoords="offset points", ha="right" if side else "left",
        va="bottom" if edge > 0 else "top", fontsize=8.5, color=_INK,
    )  # fmt: skip
    if rates:
        axes.plot([len(rates) - 1], rates[-1:], "o", color=_LINE, markersize=4)
        axes.annotate(
            percent_text(rates[-1], lang), (len(rates) - 1, rates[-1]), xytext=(5, 0),
            textcoords="offset points", va="center", fontsize=8.5, color=_LINE, annotation_clip=False,
        )  # fmt: skip
    _set_axes(axes, chart, lang, marketplace)


def _mark(axes: Any, chart: Chart, lang: Lang) -> None:
    """The window as a shade with edges, the day of the fix as a dotted line with its word."""
    place = {point.day: at for at, point in enumerate(chart.points)}
    if chart.window and chart.window[0] in place:
        start, end = place[chart.window[0]], place.get(chart.window[1], len(chart.points) - 1)
        axes.axvspan(start - 0.5, end + 0.5, facecolor="#E9ECE8", edgecolor="none", zorder=0)
        axes.axvline(start - 0.5, color="#B4BBB6", linewidth=0.8)
    if chart.fix in place:
        axes.axvline(place[chart.fix], color=_INK, linewidth=1.3, linestyle=(0, (1, 1.6)))
        axes.annotate(
            chart.fix_label.in_(lang), (place[chart.fix], 1), xycoords=("data", "axes fraction"), xytext=(-4, -3),
            textcoords="offset points", ha="right", va="top", fontsize=8.5, color=_INK,
        )  # fmt: skip


def _set_axes(axes: Any, chart: Chart, lang: Lang, marketplace: str) -> None:
    count = len(chart.points)
    step = max(1, (count - 1) // 4)
    ticks = list(range(count - 1, -1, -step))[::-1]
    axes.set_xticks(ticks, [_day(chart.points[i].day, lang, marketplace) for i in ticks])
    axes.set_xlim(-0.5, max(count, 1) - 0.5)
    axes.set_ylim(*_range(chart))
    axes.yaxis.set_major_formatter(lambda value, _: percent_text(value, lang, 1))
    axes.locator_params(axis="y", nbins=5)
    axes.grid(axis="y", color="#DDE0DB", linewidth=0.6)
    axes.set_axisbelow(True)
    axes.tick_params(length=0, colors=_QUIET, labelsize=8.5)
    axes.tick_params(axis="x", pad=7)
    for side in ("top", "right", "left"):
        axes.spines[side].set_visible(False)
    axes.spines["bottom"].set_color("#9AA39D")
    axes.set_title(chart.title.in_(lang), loc="left", fontsize=9.5, color=_INK, pad=8)


def _range(chart: Chart) -> tuple[float, float]:
    """The axis begins at zero, save for rates that are all high: there the misses would not be seen."""
    values = [chart.target, *(p.rate for p in chart.points)]
    if min(values) > 0.5:
        return math.floor((min(values) - 0.02) * 20) / 20, max(1.0, max(values)) + 0.005
    return 0.0, max(values) * 1.18 or 1.0


def _free_place(rates: list[float], target: float, height: float) -> tuple[int, int]:
    """Where the line leaves room for the target's label: right (1) or left (0), above (1) or below (-1)."""
    between = [a + (b - a) * i / 8 for a, b in pairwise(rates) for i in range(8)]  # the line itself
    rates = between + rates[-1:]
    third = max(1, len(rates) // 3)
    for side, near in ((1, rates[-third:]), (0, rates[:third])):
        for edge in (1, -1):
            if not any(-height * 0.2 < (rate - target) * edge < height for rate in near):
                return side, edge
    return 1, 1


def _day(day: str, lang: Lang, marketplace: str) -> str:
    try:
        return date_text(dt.date.fromisoformat(day), lang, marketplace=marketplace, year=False)
    except ValueError:
        return day


@cache
def _fonts() -> tuple[str, str | None]:
    from matplotlib import font_manager

    present = {font.name for font in font_manager.fontManager.ttflist}
    latin = next((f for f in _LATIN_FAMILIES if f in present), "DejaVu Sans")
    return latin, next((f for f in CJK_FAMILIES if f in present), None)
