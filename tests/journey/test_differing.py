"""Two figures of one rate: the likely reason why they differ."""

import pytest

from appeal_core.case import Figure, Measurement
from appeal_core.journey.differing import counts_said, why_differ


def measured(basis, numerator, denominator, code="order_defect_rate", condition="less_than"):
    return Measurement(
        code=code, fulfilment="seller", window=None, numerator=numerator, denominator=denominator,
        rate=numerator / denominator, target=0.01, condition=condition, verdict="missed", basis=basis,
    )  # fmt: skip


def other(basis, numerator, denominator):
    rate = numerator / denominator if numerator is not None and denominator else None
    return Figure(numerator=numerator, denominator=denominator, rate=rate, basis=basis)


@pytest.mark.parametrize(
    ("mine", "theirs", "said"),
    [
        (measured("amazon", 17, 1214), other("estimate", 17, 1221), "number of orders differs"),
        (measured("stated", 17, 1214), other("counted", 15, 1214), "list 15 defects and Amazon counts 17"),
        (measured("counted", 19, 1214), other("amazon", 17, 1214), "list 19 defects and Amazon counts 17"),
        (measured("stated", 1, 117), other("upper_bound", 3, 117), "upper bound"),
        (measured("estimate", 1, 117), other("counted", 3, 118), "Two ways"),
        (measured("amazon", 1, 117), other("counted", None, 117), "Only the rates"),
        (measured("estimate", 5, 90, "late_shipment_rate"), other("estimate", 6, 90), "day of confirmation"),
    ],
)
def test_the_reason_follows_from_what_differs(mine, theirs, said):
    assert said in why_differ(mine, theirs).in_("en")


def test_good_ones_are_compared_by_their_defects():
    mine = measured("stated", 239, 260, "valid_tracking_rate", "greater_than")
    assert "packages" in why_differ(mine, other("estimate", 327, 348)).in_("en")


def test_equal_figures_need_no_reason():
    assert why_differ(measured("amazon", 17, 1214), other("counted", 17, 1214)) is None


def test_what_is_not_known_is_a_dash():
    assert counts_said(other("counted", 17, None)) == "17 / —"
    assert counts_said(other("estimate", 1700, 34779)) == "1,700 / 34,779 = 4.89%"
