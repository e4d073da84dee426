"""The chart on paper."""

from __future__ import annotations

import io

import numpy
import pytest
from PIL import Image

from appeal_core.case import Chart, ChartBar, ChartPoint, Letter
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


def line(**marks: object) -> Chart:
    """Ten days at 2%, with what is marked on them."""
    empty = Bilingual(en="x")
    days = tuple(ChartPoint(day=f"2026-10-{i:02}", rate=0.02) for i in range(1, 11))
    return Chart(title=empty, alt=empty, points=days, target=0.04, target_label=empty, **marks)  # type: ignore[arg-type]


def pixels(chart: Chart) -> numpy.ndarray:
    return numpy.asarray(Image.open(io.BytesIO(chart_image(chart, "en"))).convert("L")).astype(int)


def test_the_window_is_shaded_in_grey_too() -> None:
    plain, shaded = pixels(line()), pixels(line(window=("2026-10-06", "2026-10-10")))
    row = 200  # above the line, under the title
    assert (shaded[row, 800:1100] < plain[row, 800:1100] - 10).mean() > 0.9
    assert (shaded[row, 150:500] == plain[row, 150:500]).all()


def test_the_day_of_the_fix_stands_as_a_dark_dotted_line() -> None:
    fixed = pixels(line(fix="2026-10-05", fix_label=Bilingual(en="fix")))
    changed = (fixed < 90) & (pixels(line()) > 200)
    column = changed[80:360].sum(axis=0)
    assert 60 < column.max() < 260  # dots, not one stroke


def test_marks_outside_the_days_are_not_drawn() -> None:
    assert (pixels(line(fix="2027-01-01", window=("2027-01-01", "2027-02-01"))) == pixels(line())).all()


def bars(*counts: int, rest: int = 0, running: bool = True) -> Chart:
    total, seen, made = sum(counts) + rest, 0, []
    for i, count in enumerate(counts):
        seen += count
        name = Bilingual(en=f"SKU-{i}", zh=f"商品 {i}")
        made.append(
            ChartBar(label=name, count=count, written=name, running=seen / total if running else None)
        )
    if rest:
        name = Bilingual(en="all others", zh="其他")
        made.append(ChartBar(label=name, count=rest, written=name, rest=True))
    return Chart(title=Bilingual(en="T", zh="标题"), alt=Bilingual(en="a"), bars=tuple(made))


@pytest.mark.parametrize("form", ["png", "svg"])
def test_bars_give_the_same_bytes_again_and_their_words_follow_the_language(form: str) -> None:
    chart = bars(9, 4, 2, rest=3)
    english = chart_image(chart, "en", form)  # type: ignore[arg-type]
    assert english == chart_image(chart, "en", form)  # type: ignore[arg-type]
    assert english != chart_image(chart, "zh", form)  # type: ignore[arg-type]


def test_a_longer_list_of_bars_makes_a_taller_picture() -> None:
    assert pixels(bars(*range(8, 0, -1))).shape[0] > pixels(bars(2, 1)).shape[0]


def test_the_rest_is_told_from_the_bars_without_colour() -> None:
    inside = pixels(bars(10, 10, rest=10, running=False))[:, 320:900]  # within the bars
    solid = ((inside < 120).mean(axis=1) > 0.9).sum()
    shares = (inside < 200).mean(axis=1)
    hatched = ((shares > 0.05) & (shares < 0.5)).sum()
    assert 1.5 < solid / hatched < 3
