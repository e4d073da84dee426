"""What drives a rate, as bars with the running share: lying bars, so that long names stay readable."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from appeal_core.case import Chart
from appeal_core.language import Lang

if TYPE_CHECKING:
    from matplotlib.figure import Figure

WIDTH, ROW, AROUND = 6.3, 0.25, 0.72  # inches
NAME = 26  # characters of a bar's name
_INK, _QUIET, _BAR, _REST = "#1E2421", "#55605A", "#1F5C4D", "#E3E7E3"


def bars_figure(chart: Chart, lang: Lang) -> Figure:
    """The figure of a chart with `bars`. Dark bars; the rest is pale and hatched; the share is a dashed line."""
    from matplotlib.figure import Figure

    height = AROUND + ROW * len(chart.bars)
    figure = Figure(figsize=(WIDTH, height), dpi=200)
    axes = figure.add_axes((0.235, 0.04, 0.7, 1 - (AROUND - 0.04) / height - 0.04))
    _bars(axes, chart, lang)
    if all(b.running is not None for b in chart.bars if not b.rest):
        _running(axes.twiny(), chart)
    figure.text(0.012, 1 - 0.16 / height, chart.title.in_(lang), fontsize=9.5, color=_INK, va="center")
    return figure


def _bars(axes: Any, chart: Chart, lang: Lang) -> None:
    places = range(len(chart.bars))
    drawn = axes.barh(places, [b.count for b in chart.bars], height=0.62, color=_BAR)
    for bar, patch in zip(chart.bars, drawn, strict=True):
        if bar.rest:
            patch.set(facecolor=_REST, edgecolor="#8B948E", hatch="///", linewidth=0.6)
        axes.annotate(
            bar.written.in_(lang), (bar.count, patch.get_y() + patch.get_height() / 2), xytext=(4, 0),
            textcoords="offset points", va="center", fontsize=8.5, color=_INK,
        )  # fmt: skip
    axes.set_yticks(places, [_cut(b.label.in_(lang)) for b in chart.bars])
    axes.set_ylim(len(chart.bars) - 0.5, -0.5)
    axes.set_xlim(0, max(b.count for b in chart.bars) * 1.35)
    axes.xaxis.set_visible(False)
    _quiet(axes)


def _running(axes: Any, chart: Chart) -> None:
    """The share of all defects that the bars up to here hold, on a scale of its own above."""
    shares = [(b.running, at) for at, b in enumerate(chart.bars) if b.running is not None]
    axes.plot(
        [s for s, _ in shares], [at for _, at in shares], color=_INK, linewidth=0.9, linestyle=(0, (4, 2)),
        marker="D", markersize=4, markerfacecolor="white", markeredgewidth=0.9, clip_on=False,
    )  # fmt: skip
    axes.set_xlim(0, 1)
    axes.set_xticks([0, 0.25, 0.5, 0.75, 1], ["0%", "25%", "50%", "75%", "100%"])
    _quiet(axes)


def _quiet(axes: Any) -> None:
    axes.tick_params(length=0, colors=_QUIET, labelsize=8.5)
    for side in axes.spines.values():
        side.set_visible(False)


def _cut(name: str) -> str:
    return name if len(name) <= NAME else name[: NAME - 1] + "…"
