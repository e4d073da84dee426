"""The recovery calendar against a count of its own, and what it says where it cannot know."""

import datetime as dt
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from appeal_core.case import DayCount, Measurement, Window
from appeal_core.metrics.recovery import clean_orders_needed, recovery

END = dt.date(2026, 11, 13)


def measured(
    bad, orders, *, code="cancellation_rate", target=0.025, numerator=None, denominator=None, **more
):
    """A measurement over as many days as `bad` and `orders` have; the last of them is END."""
    days = len(bad)
    first = END - dt.timedelta(days=days - 1)
    daily = [
        DayCount(day=first + dt.timedelta(days=i), numerator=b, denominator=o)
        for i, (b, o) in enumerate(zip(bad, orders, strict=True))
    ]
    condition = more.pop("condition", "less_than")
    total = denominator if denominator is not None else sum(o or 0 for o in orders)
    top = numerator if numerator is not None else sum(bad)
    if condition != "less_than" and numerator is None:
        top = total - sum(bad)
    return Measurement(
        code=code, fulfilment="seller", window=Window(days=days, start=first, end=END), numerator=top,
        denominator=total, rate=top / total if total else None, target=target, condition=condition, verdict="missed",
        basis=more.pop("basis", "counted"), daily=daily, **more,
    )  # fmt: skip


def said(found):
    return " ".join(m.in_("en") for m in found.assumptions)


def test_the_rate_recovers_when_the_day_of_the_defects_leaves_the_window():
    found = recovery(measured([0, 3, 0, 0, 0, 0, 0], [10] * 7))
    assert found.met_now is False
    assert found.no_new_orders.passes.window_end == END + dt.timedelta(days=2)
    assert found.no_new_orders.passes.day == END + dt.timedelta(days=3)  # a day of lag
    assert found.no_new_orders.passes.orders == 50 and found.no_new_orders.passes.rate == 0
    assert found.last_defect_leaves == found.no_new_orders.passes.day
    assert found.pace == 10 and found.present_pace.passes.orders == 70


def test_new_orders_bring_it_back_sooner_than_none():
    found = recovery(measured([1, 0, 0, 1, 0, 0, 0], [0, 0, 0, 0, 0, 0, 42]))
    assert found.no_new_orders.passes.window_end == END + dt.timedelta(days=1)
    assert found.present_pace.passes.window_end == END + dt.timedelta(days=1)
    slow = recovery(measured([0, 0, 0, 1, 0, 0, 0], [0, 0, 0, 0, 0, 0, 39]))
    assert slow.no_new_orders.passes.window_end == END + dt.timedelta(days=4)
    assert slow.present_pace.passes.window_end == END + dt.timedelta(days=1)  # one in 44.6


def test_a_window_that_empties_before_never_recovers_without_orders():
    found = recovery(measured([0, 0, 0, 0, 0, 0, 2], [9, 9, 9, 9, 9, 9, 2]))
    assert found.no_new_orders.passes is None
    assert found.no_new_orders.days[-1].orders == 0 and found.no_new_orders.days[-1].rate is None
    assert found.present_pace.passes.window_end == END + dt.timedelta(days=7)


def test_old_good_orders_that_leave_can_bring_the_rate_over_its_target_again():
    found = recovery(measured([3, 0, 0, 0, 0, 0, 1], [30, 30, 9, 9, 9, 9, 9]))
    assert found.no_new_orders.passes.window_end == END + dt.timedelta(days=1)
    assert found.no_new_orders.fails_again == END + dt.timedelta(days=4)


def test_exactly_on_the_target_is_not_past_it():
    assert recovery(measured([1, 0], [20, 20])).met_now is False
    assert recovery(measured([1, 0], [20, 21])).met_now is True
    assert clean_orders_needed(measured([1, 0], [20, 20])) == 1


@pytest.mark.parametrize(
    ("bad", "orders", "needed"), [(37, 412, 514), (1, 25, 1), (1, 26, 0), (0, 5, 0), (4, 10, 91)]
)
def test_clean_orders_needed_are_just_enough(bad, orders, needed):
    one = measured([bad], [orders], target=0.04)
    assert clean_orders_needed(one) == needed
    assert Fraction(bad, orders + needed) < Fraction("0.04")
    assert not needed or Fraction(bad, orders + needed - 1) >= Fraction("0.04")


def test_good_ones_are_counted_as_amazon_counts_them():
    one = measured([3, 0, 0], [10, 10, 10], code="on_time_delivery_rate", target=0.9, condition="at_least")
    found = recovery(one)
    assert one.numerator == 27 and found.clean_orders == 1
    assert found.no_new_orders.passes.rate == 1.0
    assert found.no_new_orders.passes.day == END + dt.timedelta(days=8)


def test_days_are_scaled_to_the_figure_and_it_is_said():
    found = recovery(measured([2, 0], [10, 10], denominator=40))
    assert found.pace == 20 and "20 orders and the figure 40" in said(found)


def test_defects_without_a_day_leave_last_and_a_surplus_keeps_the_newest():
    more = recovery(measured([1, 0, 0], [10, 10, 10], numerator=3))
    assert more.last_defect_leaves == END + dt.timedelta(days=4) and "2 of 3 defects" in said(more)
    less = recovery(measured([1, 1, 0], [10, 10, 10], numerator=1))
    assert less.no_new_orders.days[1].defects == 1 and less.no_new_orders.days[2].defects == 0
    assert "the newest 1" in said(less)


def test_unknown_orders_of_a_day_are_spread_and_it_is_said():
    found = recovery(measured([1, 0], [None, None], denominator=20))
    assert found.no_new_orders.passes.orders == 10 and "spread evenly" in said(found)


@pytest.mark.parametrize(
    ("change", "word"),
    [
        ({"window": None}, "window are not known"),
        ({"denominator": None}, "number of orders"),
        ({"daily": ()}, "days of the defects"),
        ({"code": "negative_feedback_rate"}, "no target"),
        ({"code": "account_health_rating"}, "no target"),
    ],
)
def test_what_cannot_be_known_is_said_not_guessed(change, word):
    found = recovery(measured([1, 0], [10, 10]).model_copy(update=change))
    assert word in found.unknown.in_("en") and found.unknown.in_("zh") != found.unknown.in_("en")
    assert (found.met_now, found.no_new_orders, found.present_pace) == (None, None, None)


def test_an_estimate_and_two_windows_are_named_as_assumptions():
    found = recovery(measured([1, 0], [10, 10], code="late_shipment_rate", target=0.04, basis="estimate"))
    assert "not Amazon's own" in said(found) and "the later of their days" in said(found)
    assert all(m.in_("zh") != m.in_("en") for m in found.assumptions)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 3), st.integers(3, 9)), min_size=7, max_size=7),
    st.sampled_from(["0.025", "0.04", "0.2"]),
)
def test_the_day_is_the_first_on_which_a_count_of_its_own_agrees(days, target):
    one = measured([b for b, _ in days], [o for _, o in days], target=float(target))
    found = recovery(one)
    if not sum(b for b, _ in days):
        assert found.met_now and found.last_defect_leaves is None
        return
    pace = Fraction(sum(o for _, o in days), 7)
    for course, coming in ((found.no_new_orders, Fraction(0)), (found.present_pace, pace)):
        met = []
        for step in range(8):
            bad = sum(b for b, _ in days[step:])
            orders = sum(o for _, o in days[step:]) + coming * step
            if orders and Fraction(bad) / orders < Fraction(target):
                met.append(END + dt.timedelta(days=step))
        assert (course.passes.window_end if course.passes else None) == (met[0] if met else None)
