"""The charts of a rate: only where they say more than the table, and every figure of theirs a fact."""

import datetime as dt

import pytest

from appeal_core.case import ActionAnswer, DayCount, Driver, Measurement, Window
from appeal_core.catalog import metrics
from appeal_core.letter.charts import drivers, rolling
from appeal_core.letter.ledger import Ledger
from appeal_core.letter.readings import Reading

FIRST, END = dt.date(2026, 10, 1), dt.date(2026, 11, 13)
NAME = metrics()["late_shipment_rate"].name


def reading(days=10, rows=(), defects=20, first=FIRST):
    start = END - dt.timedelta(days=days - 1)
    span = [first + dt.timedelta(days=i) for i in range((END - first).days + 1)]
    daily = tuple(DayCount(day=day, numerator=int(day.day % 5 == 0), denominator=10) for day in span)
    bad = sum(d.numerator for d in daily if d.day >= start)
    measured = Measurement(
        code="late_shipment_rate", fulfilment="seller", window=Window(**{"days": days, "from": start, "to": END}),
        numerator=bad, denominator=10 * days, rate=bad / days / 10, target=0.04, condition="less_than",
        verdict="missed", basis="counted", defects=defects, drivers=tuple(rows), daily=daily,
    )  # fmt: skip
    return Reading(
        "late_shipment_rate", days, start, END, bad, 10 * days, bad / days / 10, 0.04, "less_than", "report",
        "reports", "reports", "ref", (), measured,
    )  # fmt: skip


def driver(value, defects, lift=2.0, by="sku", total=20):
    return Driver(by=by, value=value, defects=defects, share=defects / total, lift=lift)


def test_the_window_is_marked_where_the_line_reaches_back_beyond_it(case):
    chart, _ = rolling(Ledger(case), reading(), NAME)
    assert chart.window == ("2026-11-04", "2026-11-13")
    assert "The shaded days, November 4, 2026 to November 13, 2026" in chart.alt.en
    assert "阴影部分" in chart.alt.zh


def test_a_line_of_the_windows_own_days_alone_has_no_shade(case):
    chart, _ = rolling(Ledger(case), reading(first=END - dt.timedelta(days=18)), NAME)
    assert chart.points[0].day == "2026-11-04"
    assert chart.window is None and "shaded" not in chart.alt.en


@pytest.mark.parametrize(
    ("day", "marked"), [("2026-11-01", "2026-11-01"), ("2026-11-20", ""), ("2026-09-01", "")]
)
def test_the_first_correction_is_marked_only_where_the_line_shows_it(case, day, marked):
    done = ActionAnswer(cause="late_shipment_rate", chosen=True, done_on=dt.date.fromisoformat(day))
    chart, _ = rolling(Ledger(case.replace(actions={"a": done})), reading(), NAME)
    assert chart.fix == marked
    assert ("first correction" in chart.alt.en) == bool(marked)


def test_an_action_that_is_not_in_the_letter_marks_nothing(case):
    done = ActionAnswer(cause="late_shipment_rate", chosen=False, done_on=dt.date(2026, 11, 1))
    chart, _ = rolling(Ledger(case.replace(actions={"a": done})), reading(), NAME)
    assert chart.fix == ""


def test_defects_that_gather_are_drawn_with_the_rest_as_one_bar(case):
    ledger = Ledger(case)
    chart, said = drivers(ledger, reading(rows=[driver("A-1", 9), driver("B-2", 5), driver("C-3", 2)]), NAME)
    assert [(b.label.en, b.count, b.rest) for b in chart.bars] == [
        ("A-1", 9, False), ("B-2", 5, False), ("C-3", 2, False), ("all others", 4, True),
    ]  # fmt: skip
    assert [b.running for b in chart.bars] == [0.45, 0.7, 0.8, None]
    (key,) = said.facts
    assert {"20", "45%", "22.5%"} <= set(ledger.facts[key].values)


@pytest.mark.parametrize(
    ("rows", "defects"),
    [
        ([driver("A", 9, lift=1.0), driver("B", 5)], 20),  # as much as its share of the orders
        ([driver("A", 9, lift=None), driver("B", 5)], 20),  # its share of the orders is not known
        ([driver("A", 4), driver("B", 3)], 20),  # no value has much of them
        ([driver("A", 20)], 20),  # one value has all
        ([driver("A", 4, total=7), driver("B", 3, total=7)], 7),  # too few to tell from chance
        ([driver("A", 15), driver("B", 10)], 20),  # orders with several values
        ([driver("monday", 9, by="weekday"), driver("friday", 5, by="weekday")], 20),
        ([], 20),
    ],
)
def test_where_bars_would_mislead_there_are_none(case, rows, defects):
    assert drivers(Ledger(case), reading(rows=rows, defects=defects), NAME) is None
