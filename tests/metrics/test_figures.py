"""A rate against its target: on it is neither met nor missed."""

import pytest

from appeal_core.catalog import metrics
from appeal_core.metrics.figures import figure, verdict_of

TABLE = [
    ("late_shipment_rate", 4, 100, "estimate", "on_the_line"),
    ("late_shipment_rate", 3, 100, "estimate", "met"),
    ("late_shipment_rate", 401, 10000, "stated", "missed"),
    ("cancellation_rate", 1, 40, "counted", "on_the_line"),
    ("cancellation_rate", 2, 40, "upper_bound", "unknown"),
    ("cancellation_rate", 0, 40, "upper_bound", "met"),
    ("order_defect_rate", 7, 700, "amazon", "on_the_line"),
    ("valid_tracking_rate", 95, 100, "stated", "on_the_line"),
    ("valid_tracking_rate", 96, 100, "stated", "met"),
    ("valid_tracking_rate", 94, 100, "stated", "missed"),
    ("on_time_delivery_rate", 90, 100, "stated", "on_the_line"),
    ("negative_feedback_rate", 9, 100, "amazon", "unknown"),
    ("late_shipment_rate", 5, None, "counted", "unknown"),
]


@pytest.mark.parametrize(("code", "numerator", "denominator", "basis", "verdict"), TABLE)
def test_the_verdict(code, numerator, denominator, basis, verdict):
    one = figure(metrics()[code], basis, numerator=numerator, denominator=denominator)
    assert verdict_of(one, metrics()[code]) == verdict


def test_a_rate_over_too_few_orders_can_only_be_met():
    metric = metrics()["late_shipment_rate"]
    high, low = (figure(metric, "estimate", bad=n, denominator=100) for n in (9, 1))
    assert (verdict_of(high, metric, whole=False), verdict_of(low, metric, whole=False)) == ("unknown", "met")


def test_every_metric_says_where_it_was_read():
    for metric in metrics().values():
        assert metric.source and metric.name.zh and metric.numerator.zh, metric.code
        assert metric.part_of is None or metric.part_of in metrics()
