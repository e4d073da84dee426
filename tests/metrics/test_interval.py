"""Wilson's and Newcombe's intervals against published values, and the weight of one order."""

import pytest

from appeal_core.case import Measurement
from appeal_core.metrics.interval import difference, interval_of, one_order_is, wilson


def rate(numerator, denominator, code="late_shipment_rate"):
    return Measurement(
        code=code, fulfilment="seller", window=None, numerator=numerator, denominator=denominator, rate=None,
        target=0.04, condition="less_than", verdict="unknown", basis="counted",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("hits", "total", "low", "high"),
    [  # Newcombe, Statistics in Medicine 17 (1998), 857-872, table I, method 3
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_the_interval_is_that_of_the_literature(hits, total, low, high):
    found = wilson(hits, total)
    assert (found.low, found.high) == (pytest.approx(low, abs=5e-5), pytest.approx(high, abs=5e-5))


def test_the_difference_is_that_of_the_literature():
    """Newcombe, Statistics in Medicine 17 (1998), 873-890, table II, example (a), method 10."""
    found = difference((56, 70), (48, 80))
    assert (found.low, found.high) == (pytest.approx(0.0524, abs=5e-5), pytest.approx(0.3339, abs=5e-5))


@pytest.mark.parametrize(("hits", "total"), [(0, 0), (5, 3), (-1, 3)])
def test_counts_that_are_no_rate_have_no_interval(hits, total):
    assert wilson(hits, total) is None and difference((hits, total), (1, 2)) is None


def test_a_measurement_without_a_denominator_has_neither_interval_nor_weight():
    assert interval_of(rate(3, None)) is None and one_order_is(rate(3, None)) is None


def test_one_order_weighs_what_it_weighs():
    assert one_order_is(rate(1, 25)).in_("en") == "One order is 4% here."
    assert one_order_is(rate(1, 25)).in_("zh") == "在此处，1 笔订单相当于 4%。"
    assert one_order_is(rate(40, 50, "valid_tracking_rate")).in_("en") == "One package is 2% here."
    assert interval_of(rate(1, 29)).high == pytest.approx(0.1718, abs=5e-5)
