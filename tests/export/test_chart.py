"""The chart on paper."""

from __future__ import annotations

import io

import numpy
import pytest
from PIL import Image

from appeal_core.case import Chart, ChartPoint, Letter
from appeal_core.export import chart as chart_export
from appeal_core.export.chart import chart_image
from appeal_core.language import Bilingual


@pytest.fixture
def chart(plan_letter: Letter) -> Chart:
    """The plan's chart."""
    return next(b.chart for b in plan_letter.blocks() if b.chart)


@pytest.mark.parametrize("form", ["png", "svg"])
def test_the_same_points_give_the_same_bytes(chart: Chart, form: str) -> None:
    assert chart_image(chart, "en", form) == chart_image(chart, "en", form)  # type: ignore[arg-type]


def test_line_and_target_stay_dark_in_grey(chart: Chart) -> None:
    grey = numpy.asarray(Image.open(io.BytesIO(chart_image(chart, "en"))).convert("L"))
    plot = grey[80:380, 150:1000]  # within the axes: the grid alone is nowhere darker than 200
    assert (plot.min(axis=0) < 110).mean() > 0.5


def test_the_words_are_those_of_the_language(chart: Chart) -> None:
    assert chart_image(chart, "en") != chart_image(chart, "zh")


def test_without_a_chinese_font_the_words_are_english_and_not_boxes(
    chart: Chart, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(chart_export, "_fonts", lambda: ("DejaVu Sans", None))
    assert chart_image(chart, "zh") == chart_image(chart, "en")


@pytest.mark.parametrize("days", [0, 1, 2, 400])
def test_any_number_of_points_can_be_drawn(days: int) -> None:
    points = tuple(ChartPoint(day=f"day {i}", rate=0.01 * (i % 7)) for i in range(days))
    drawn = Chart(
        title=Bilingual(en="T"),
        alt=Bilingual(en="a"),
        points=points,
        target=0.04,
        target_label=Bilingual(en="t"),
    )
    assert chart_image(drawn, "en").startswith(b"\x89PNG")


@pytest.mark.parametrize(
    ("rates", "place"),
    [
        ([0.01, 0.02, 0.08], (1, 1)),  # the line ends far above
        ([0.01, 0.045, 0.045, 0.045], (1, -1)),  # it ends just above: the label goes below
        ([0.09, 0.04, 0.04], (0, 1)),  # it ends on the target: the label goes to the other side
        (
            [0.15, 0.15, 0.06, 0.08, 0.034],
            (0, 1),
        ),  # it passes between two days: the label stays out of its way
        ([], (1, 1)),
    ],
)
def test_the_targets_label_keeps_clear_of_the_line(rates: list[float], place: tuple[int, int]) -> None:
    assert chart_export._free_place(rates, 0.04, 0.01) == place


@pytest.mark.parametrize(
    ("rates", "target", "bottom", "top"),
    [
        ((0.02, 0.1), 0.04, 0, 0.118),
        ((0.93, 0.97), 0.95, 0.9, 1.005),
        ((0.4, 0.97), 0.95, 0, 1.1446),
        ((), 0.0, 0, 1),
    ],
)
def test_the_axis_begins_at_zero_unless_every_rate_is_high(
    rates: tuple[float, ...], target: float, bottom: float, top: float
) -> None:
    points = tuple(ChartPoint(day="d", rate=r) for r in rates)
    empty = Bilingual(en="x")
    chart = Chart(title=empty, alt=empty, points=points, target=target, target_label=empty)
    assert chart_export._range(chart) == pytest.approx((bottom, top))
