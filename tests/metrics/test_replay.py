"""A new handling time on past orders: counted day by day against a count of its own."""

import datetime as dt

import pandas as pd
import pytest

from appeal_core.case.measurements import ReportSummary
from appeal_core.case.report_frame import Report
from appeal_core.language import BadInput
from appeal_core.metrics.replay import replay
from appeal_core.reports import read_report

LATE = (
    "Order Date,Order ID,Expected Ship Date,Actual Ship Date,Ship Confirmation Date,Impacts Account Health\n"
)
# Nov 2026: 2 Monday, 6 Friday, 7 Saturday, 11 Veterans Day (Wednesday), 26 Thanksgiving (Thursday).
ROWS = [
    "11/2/26,900-1,11/3/26,11/3/26,11/4/26,Yes",
    "11/2/26,900-2,11/3/26,11/5/26,11/5/26,Yes",
    "11/6/26,900-3,11/9/26,11/10/26,11/10/26,Yes",
    "11/7/26,900-4,11/9/26,11/10/26,11/10/26,Yes",
    "11/10/26,900-5,11/12/26,11/13/26,11/16/26,Yes",
]


def late(*rows):
    return read_report((LATE + "\n".join(rows) + "\n").encode(), "late.csv", marketplace="US")


def counts(one):
    return (one.orders, one.late, one.late_then)


@pytest.mark.parametrize(("days", "confirmed", "shipped"), [(1, 5, 4), (2, 2, 1), (3, 0, 0), (0, 5, 5)])
def test_a_longer_handling_time_would_have_spared_these_orders(days, confirmed, shipped):
    """Due with 2 days: Nov 4, 4, 10, 10 (a Saturday's order counts from Friday), 13 (Veterans Day between)."""
    found = replay([late(*ROWS)], marketplace="US", handling_days=days)
    assert counts(found.by_confirmation) == (5, 5, confirmed)
    assert counts(found.by_ship_date) == (5, 4, shipped)
    assert found.by_scan is None and "First carrier scans" in found.missing[0].in_("en")


def test_the_handling_time_in_force_is_read_off_the_orders():
    assert replay([late(*ROWS)], marketplace="US", handling_days=2).handling_seen == ((1, 5),)


def test_holidays_are_those_of_the_store():
    rows = ["26/11/10,900-5,26/11/11,26/11/12,26/11/12,Yes"]
    report = read_report((LATE + rows[0] + "\n").encode(), "late.csv", marketplace="JP")
    assert replay([report], marketplace="JP", handling_days=1).by_confirmation.late_then == 1
    assert replay([late(ROWS[4])], marketplace="US", handling_days=2).by_confirmation.late_then == 1


def test_scans_come_from_the_on_time_delivery_download_and_skus_from_the_orders():
    otdr = (
        "Order ID,SKU and Unit Count,Order Date,Promised Ship Date,Ship Confirmation Date,Carrier First Scan Date,"
        "Promised Delivery Date,Actual Delivery Date\n"
        "900-1,MF-1 (1),11/2/26,11/3/26,11/4/26,11/3/26,11/9/26,11/10/26\n"
        "900-2,MF-2 (1),11/2/26,11/3/26,11/5/26,11/6/26,11/9/26,11/12/26\n"
    )
    orders = (
        "amazon-order-id\tpurchase-date\torder-status\tfulfillment-channel\tsku\n"
        "900-1\t2026-11-02T20:00:00+00:00\tShipped\tMerchant\tMF-1\n"
        "900-2\t2026-11-02T20:00:00+00:00\tShipped\tMerchant\tMF-2\n"
    )
    reports = [read_report(otdr.encode(), "otdr.csv"), read_report(orders.encode(), "o.txt")]
    found = replay(reports, marketplace="US", handling_days=3)
    assert counts(found.by_scan) == (2, 1, 1) and counts(found.by_confirmation) == (2, 2, 0)
    only = replay(reports, marketplace="US", handling_days=3, skus=["MF-1"])
    assert counts(only.by_scan) == (1, 0, 0)
    assert replay(reports, marketplace="US", handling_days=3, skus=["MF-9"]).orders == 0


def test_a_list_of_scans_without_ship_dates_is_judged_by_the_new_handling_time_alone():
    """The carrier's list of the seller's own: order days come from the orders, late as it was stays unknown."""
    scans = pd.DataFrame(
        {
            "order_id": ["900-1", "900-2", "900-3"],
            "scanned_date": pd.to_datetime(["2026-11-03", "2026-11-09", "2026-11-09"]),
        }
    )
    orders = (
        "amazon-order-id\tpurchase-date\torder-status\tfulfillment-channel\tsku\n"
        "900-1\t2026-11-03T06:30:00+00:00\tShipped\tMerchant\tA\n"
        "900-2\t2026-11-02T20:00:00+00:00\tShipped\tMerchant\tA\n"
        "900-9\t2026-11-02T20:00:00+00:00\tShipped\tMerchant\tA\n"
    )
    reports = [
        Report(ReportSummary(file="scans.csv", kind="mapped"), scans.assign(what="orders")),
        read_report(orders.encode(), "o.txt"),
    ]
    found = replay(reports, marketplace="US", handling_days=4)
    assert (found.by_scan.orders, found.by_scan.due_known, found.by_scan.late_then) == (2, 0, 1)
    text = " ".join(m.in_("en") for m in found.missing)
    assert "1 orders have no order day" in text and "expected ship date of 2" in text


def test_open_orders_are_judged_on_the_day_given():
    unshipped = (
        "order-id\torder-item-id\tpurchase-date\tpromise-date\tdays-past-promise\tsku\tquantity-to-ship\n"
        "900-1\t1\t2026-11-10T20:00:00+00:00\t2026-11-13T07:59:59+00:00\t1\tA\t1\n"
        "900-2\t2\t2026-11-12T20:00:00+00:00\t2026-11-14T07:59:59+00:00\t-1\tA\t1\n"
    )
    report = read_report(unshipped.encode(), "u.txt")
    found = replay([report], marketplace="US", handling_days=4, as_of=dt.date(2026, 11, 13))
    assert counts(found.open_orders) == (2, 1, 0) and found.by_confirmation is None
    assert replay([report], marketplace="US", handling_days=4).open_orders is None


def test_without_any_day_nothing_is_replayed_and_it_is_said():
    for reports in ([], [read_report(b"Date\tRating\tOrder ID\n11/1/26\t1\t900-0\n", "f.txt")]):
        found = replay(reports, marketplace="US", handling_days=4)
        assert found.orders == 0 and found.by_confirmation is None
        assert "nothing can be replayed" in found.missing[0].in_("en")


def test_the_same_file_twice_changes_nothing():
    once, twice = (replay([late(*ROWS)] * n, marketplace="US", handling_days=2) for n in (1, 2))
    assert once == twice


@pytest.mark.parametrize("days", [-1, 61])
def test_an_impossible_handling_time_is_refused(days):
    with pytest.raises(BadInput, match="handling time"):
        replay([], marketplace="US", handling_days=days)
    with pytest.raises(BadInput, match="not an Amazon marketplace"):
        replay([], marketplace="XX", handling_days=1)


def test_every_sentence_has_its_chinese():
    found = replay([late(*ROWS)], marketplace="US", handling_days=2)
    assert all(m.in_("zh") != m.in_("en") for m in (*found.assumptions, *found.missing))
