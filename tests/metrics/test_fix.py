"""Before and after the fix: counts, intervals, and what too few orders cannot show."""

import datetime as dt

import pytest

from appeal_core.case import DayCount, Measurement
from appeal_core.metrics.fix import before_after

FIRST = dt.date(2026, 10, 1)


def days(*counts, code="late_shipment_rate"):
    daily = [
        DayCount(day=FIRST + dt.timedelta(days=i), numerator=b, denominator=o)
        for i, (b, o) in enumerate(counts)
    ]
    return Measurement(
        code=code, fulfilment="seller", window=None, numerator=None, denominator=None, rate=None, target=0.04,
        condition="less_than", verdict="unknown", basis="counted", daily=daily,
    )  # fmt: skip


FIX = FIRST + dt.timedelta(days=2)


def notes(found):
    return " ".join(n.in_("en") for n in found.notes)


def test_both_sides_are_counted_and_the_day_itself_is_neither():
    found = before_after(days((4, 50), (6, 50), (5, 40), (0, 60), (1, 140)), FIX)
    assert (found.before.defects, found.before.orders, found.after.defects, found.after.orders) == (
        10,
        100,
        1,
        200,
    )
    assert (found.before.last, found.after.first) == (FIX - dt.timedelta(days=1), FIX + dt.timedelta(days=1))
    assert found.change == pytest.approx(0.1 - 0.005)
    assert found.interval.low > 0 and found.shows == "fell" and found.orders_needed == 30
    assert found.after.interval.low < 0.005 < found.after.interval.high


@pytest.mark.parametrize(
    ("after", "shows"),
    [((0, 29), "too_few"), ((0, 120), "fell"), ((10, 110), "not_shown"), ((60, 100), "rose"), ((0, 0), "too_few")],
)  # fmt: skip
def test_silence_over_few_orders_shows_nothing(after, shows):
    found = before_after(days((5, 50), (5, 50), (0, 9), after), FIX)
    assert found.shows == shows
    assert ("at the earlier rate it takes 30" in notes(found)) == (after == (0, 29))
    assert ("no rate can show it" in notes(found)) == (after == (0, 0))


def test_without_known_orders_there_are_counts_and_no_rate():
    found = before_after(days((5, None), (5, None), (0, None), (1, None)), FIX)
    assert (found.before.defects, found.before.rate, found.after.defects) == (10, None, 1)
    assert found.shows == "unknown" and found.change is None and "All Orders" in notes(found)


@pytest.mark.parametrize(
    ("fixed", "word"),
    [(FIRST, "no day before"), (FIRST + dt.timedelta(days=1), "no day after"), (FIRST - dt.timedelta(days=9), "no day before")],
)  # fmt: skip
def test_a_fix_outside_the_days_says_what_is_missing(fixed, word):
    found = before_after(days((5, 50), (5, 50)), fixed)
    assert found.shows == "unknown" and word in notes(found)
    assert all(n.in_("zh") != n.in_("en") for n in found.notes)


def test_days_with_more_defects_than_orders_give_no_rate():
    found = before_after(days((5, 2), (5, 2), (0, 9), (1, 40)), FIX)
    assert found.before.rate is None and found.change is None and found.shows == "unknown"
