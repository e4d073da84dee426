"""What drives a rate, as a chart and a table."""

import pytest

from appeal_core.case import Driver, Measurement
from appeal_core.journey.pareto import MOST, own_rate, pareto, untold


def measured(*counts, total=None, by="sku", code="late_shipment_rate"):
    total = total if total is not None else sum(counts)
    drivers = tuple(
        Driver(by=by, value=f"V{i}", defects=n, share=n / total, orders=None) for i, n in enumerate(counts)
    )
    return Measurement(
        code=code, fulfilment="seller", window=None, numerator=total, denominator=900, rate=total / 900,
        target=0.04, condition="less_than", verdict="met", basis="counted", defects=total, drivers=drivers,
    )  # fmt: skip


def test_bars_fall_and_their_running_share_rises_to_what_they_hold():
    found = pareto(measured(3, 12, 5, total=25), "sku")
    assert [b.defects for b in found.bars] == [12, 5, 3]
    assert [b.running for b in found.bars] == pytest.approx([0.48, 0.68, 0.8])
    assert found.rest == 5


def test_values_that_overlap_have_no_running_share():
    found = pareto(measured(12, 10, total=15), "sku")
    assert [b.running for b in found.bars] == [None, None]
    assert found.rest == 0


def test_no_more_bars_than_can_be_read():
    found = pareto(measured(*range(20, 0, -1)), "sku")
    assert len(found.bars) == MOST
    assert found.rest == sum(range(1, 13))


@pytest.mark.parametrize(("counts", "by"), [((9,), "sku"), ((1, 1), "sku"), ((9, 9), "day"), ((), "sku")])
def test_where_a_chart_would_say_nothing_there_is_none(counts, by):
    assert pareto(measured(*counts), by) is None


def test_a_values_own_rate_needs_its_orders():
    assert own_rate(Driver(by="sku", value="A", defects=4, share=0.4)) is None
    rate, interval = own_rate(Driver(by="sku", value="A", defects=19, orders=49, share=0.4))
    assert rate == pytest.approx(19 / 49)
    assert interval.low < rate < interval.high


def test_what_no_file_tells_is_named_with_the_file_that_would():
    names = {file.en: by for file, by in untold(measured(4, 3))}
    assert "sku" not in {b for by in names.values() for b in by}
    assert names["All Orders report"] == ("asin", "ship_service", "day", "weekday")
    assert names["Late shipment download"] == ("confirmation",)
