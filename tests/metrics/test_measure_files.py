"""Amazon's downloads one by one: packages, units, invoices, Amazon's own figures, tables of the seller's own."""

import datetime as dt
import json

import pytest

from appeal_core.case import TypedCount
from appeal_core.language import BadInput
from appeal_core.metrics import defect_list, measure
from appeal_core.reports import read_report
from tests.reports.test_recognition import KINDS

AS_OF = dt.date(2026, 11, 13)
VTR = "Order ID,Carrier Name,Tracking ID,Promised Delivery Date,Ship Method,Ship Option,{criteria},Package Value,Product Category"


def one_of(text: str, code: str, days: int | None = None, *, typed=(), name="x.csv", **more):
    report = read_report(text.encode(), name, **more)
    assert report.summary.kind, report.summary.problem
    return measure([report], marketplace="US", as_of=AS_OF, typed=typed).find(code, days)


def tracking(*rows: str, criteria: str = "Valid Carrier,Carrier Scan") -> str:
    return "\n".join([VTR.format(criteria=criteria), *rows]) + "\n"


def package(number: int, *marks: str, day: str = "10/20/26", order: int | None = None) -> str:
    return f"900-{order or number},USPS,T{number},{day},Ground,Standard,{','.join(marks)},9.00,Toys"


def test_valid_tracking_counts_the_good_packages_of_the_typed_number():
    text = tracking(
        package(1, "Yes", "No"),
        package(2, "No", "No"),
        package(3, "No", "Yes", order=2),
        package(4, "No", "No", day="11/9/26"),
    )
    one = one_of(
        text, "valid_tracking_rate", typed=[TypedCount(metric="valid_tracking_rate", denominator=100)]
    )
    assert (one.numerator, one.denominator, one.defects, one.basis) == (97, 100, 3, "stated")
    assert {d.value: d.defects for d in one.drivers if d.by == "tracking_fault"} == {
        "valid_carrier": 2,
        "carrier_scan": 2,
    }


def test_criteria_columns_of_any_name_are_read_between_their_neighbours():
    text = tracking(package(1, "Yes", "No"), criteria="Integrated,Delivered scan")
    one = one_of(
        text, "valid_tracking_rate", typed=[TypedCount(metric="valid_tracking_rate", denominator=10)]
    )
    assert (one.numerator, [d.value for d in one.drivers if d.by == "tracking_fault"]) == (
        9,
        ["Delivered scan"],
    )


def test_a_file_of_every_package_is_its_own_population():
    rows = "".join(f"900-{i},USPS,T{i},10/20/26,{'X' if i == 0 else ''}\n" for i in range(20))
    one = one_of("Order ID,Carrier,Tracking ID,Ship Date,No Valid Tracking\n" + rows, "valid_tracking_rate")
    assert (one.numerator, one.denominator, one.basis, one.verdict) == (19, 20, "counted", "on_the_line")


def test_a_list_of_bad_packages_alone_gives_no_rate():
    one = one_of(tracking(package(1, "No", "No")), "valid_tracking_rate")
    assert (one.numerator, one.denominator, one.rate, one.defects) == (None, None, None, 1)


def test_on_time_delivery_counts_units():
    head = "Order ID,SKU and Unit Count,Order Date,Promised Delivery Date (without promise extension),Actual Delivery Date,Carrier Name\n"
    rows = '900-1,"MF-1 (2), MF-2 (1)",10/20/26,11/1/26,11/3/26,USPS\n900-2,MF-1 (4),10/20/26,11/1/26,11/1/26,USPS\n900-3,MF-1,9/20/26,9/30/26,10/9/26,USPS\n'
    typed = [TypedCount(metric="on_time_delivery_rate", denominator=30)]
    one = one_of(head + rows, "on_time_delivery_rate", typed=typed)
    assert (one.numerator, one.denominator, one.defects, one.verdict) == (27, 30, 3, "on_the_line")


def test_invoices_are_counted_by_order_in_their_own_window():
    head = "Shipment ID,Order ID,Ship Date UTC,Defect Type,Defect Reason\n"
    rows = "S1,900-1,10/20/26,Missing,none\nS2,900-1,10/20/26,Missing,none\nS3,900-2,10/14/26,Late,late\nS4,900-3,10/21/26,Late,late\n"
    one = one_of(head + rows, "invoice_defect_rate")
    assert (one.numerator, one.window.start, one.window.end) == (
        2,
        dt.date(2026, 10, 15),
        dt.date(2026, 10, 21),
    )


@pytest.mark.parametrize(
    ("marks", "counted"),
    [
        (["Yes", "No", ""], 2),
        (["X", "", ""], 1),
        (["", "", ""], 3),
        (["Y", "N", "N"], 1),
        (["1", "0", "true"], 2),
        (["是", "否", "是"], 2),
    ],
)
def test_listed_orders_that_do_not_count_stay_out_of_the_rate(marks, counted):
    rows = "".join(f"11/10/26,900-{i},{mark}\n" for i, mark in enumerate(marks))
    one = one_of("Order Date,Order ID,Impacts Account Health\n" + rows, "cancellation_rate")
    assert one.numerator == counted


def test_an_order_with_several_defects_counts_once():
    head = "Order Date,Order ID,Fulfillment Method,Negative Feedback,A-to-z Claim,Chargeback,Impacts Account Health\n"
    rows = "10/1/26,900-1,MFN,Yes,Yes,Yes,Yes\n10/1/26,900-1,MFN,Yes,No,No,Yes\n10/1/26,900-2,AFN,No,Yes,No,Yes\n10/1/26,900-3,MFN,No,No,No,Yes\n"
    report = read_report((head + rows).encode(), "odr.csv")
    found = measure([report], marketplace="US", as_of=AS_OF)
    assert [(m.code, m.fulfilment, m.numerator) for m in found.metrics] == [
        ("order_defect_rate", "seller", 1),
        ("order_defect_rate", "amazon", 1),
        ("negative_feedback_rate", "seller", 1),
        ("negative_feedback_rate", "amazon", 0),
        ("a_to_z_claim_rate", "seller", 1),
        ("a_to_z_claim_rate", "amazon", 1),
        ("chargeback_rate", "seller", 1),
        ("chargeback_rate", "amazon", 0),
    ]
    types = {d.value: d.defects for d in found.metrics[0].drivers if d.by == "defect_type"}
    assert types == {"negative_feedback": 1, "a_to_z_claim": 1, "chargeback": 1}


def test_three_stars_are_not_negative_and_feedback_counts_by_the_day_of_the_order():
    orders = "amazon-order-id\tpurchase-date\torder-status\tfulfillment-channel\tsku\n" + "".join(
        f"900-{i}\t2026-{'09-20' if i else '05-01'}T20:00:00+00:00\tShipped\tMerchant\tMF-1\n"
        for i in range(40)
    )
    feedback = (
        "Date\tRating\tOrder ID\n11/1/26\t1\t900-0\n11/1/26\t1\t900-1\n11/1/26\t2\t900-2\n11/1/26\t3\t900-3\n"
    )
    reports = [read_report(orders.encode(), "o.txt"), read_report(feedback.encode(), "f.txt")]
    one = measure(reports, marketplace="US", as_of=AS_OF).find("order_defect_rate", 60, "seller")
    assert (one.numerator, one.denominator, one.basis) == (2, 39, "estimate")


def performance(**block) -> str:
    span = {"reportingDateFrom": "2026-10-15T00:00Z", "reportingDateTo": "2026-11-13T23:59Z"}
    late = {"reportingDateRange": span, "targetValue": 0.04, "status": "GOOD", **block}
    return json.dumps({"performanceMetrics": [{"marketplaceId": "ATVPDKIKX0DER", "lateShipmentRate": late}]})


def test_amazons_own_figure_stands_first_and_is_named_so():
    report = read_report(performance(orderCount=412, lateShipmentCount=37, rate=0.0898).encode(), "v2.json")
    typed = [TypedCount(metric="late_shipment_rate", days=30, numerator=36, denominator=410)]
    found = measure([report], marketplace="US", typed=typed)
    one = found.find("late_shipment_rate", 30)
    assert found.as_of == AS_OF
    assert (one.numerator, one.denominator, one.rate, one.basis) == (37, 412, 0.0898, "amazon")
    assert [(a.numerator, a.basis) for a in one.alternatives] == [(36, "stated")]


def test_a_good_status_does_not_hide_a_missed_target():
    report = read_report(performance(orderCount=412, lateShipmentCount=37, rate=0.0898).encode(), "v2.json")
    one = measure([report], marketplace="US").find("late_shipment_rate", 30)
    assert one.verdict == "missed" and one.notes
    fine = read_report(performance(orderCount=412, lateShipmentCount=3, rate=0.0073).encode(), "v2.json")
    assert measure([fine], marketplace="US").find("late_shipment_rate", 30).notes == ()


def test_typed_figures_alone_are_enough():
    typed = [
        TypedCount(metric="late_shipment_rate", days=30, numerator=37, denominator=412),
        TypedCount(metric="order_defect_rate", rate=0.0123),
    ]
    found = measure([], marketplace="US", as_of=AS_OF, typed=typed)
    assert [(m.code, m.rate, m.verdict) for m in found.metrics if m.rate] == [
        ("order_defect_rate", 0.0123, "missed"),
        ("late_shipment_rate", 37 / 412, "missed"),
    ]


def test_a_table_of_the_sellers_own_is_measured():
    text = "No,When,What\n900-1,2026-11-10,out of stock\n900-2,2026-11-11,\n"
    mapping = {"order_id": "No", "day": "When", "reason": "What", "what": "cancellation_rate"}
    one = one_of(text, "cancellation_rate", mapping=mapping)
    assert one.numerator == 2 and [d.value for d in one.drivers if d.by == "reason"] == ["out of stock"]


def test_more_defects_than_orders_give_no_rate_and_a_warning():
    rows = "".join(f"11/10/26,900-{i},Yes\n" for i in range(5))
    typed = [TypedCount(metric="cancellation_rate", denominator=3)]
    one = one_of("Order Date,Order ID,Impacts Account Health\n" + rows, "cancellation_rate", typed=typed)
    assert (one.numerator, one.denominator, one.rate) == (5, 3, None) and one.notes


def test_an_unknown_metric_or_marketplace_is_refused():
    with pytest.raises(BadInput, match="not a metric"):
        measure([], marketplace="US", typed=[TypedCount(metric="happiness", denominator=3)])
    with pytest.raises(BadInput, match="not an Amazon marketplace"):
        measure([], marketplace="XX")


@pytest.mark.parametrize(("kind", "headers", "delimiter"), KINDS)
def test_a_file_with_headers_only_is_measured_without_a_rate(kind, headers, delimiter):
    report = read_report((delimiter.join(headers) + "\n").encode(), "x")
    for as_of in (None, AS_OF):
        found = measure([report], marketplace="US", as_of=as_of)
        assert all(m.rate is None and m.verdict == "unknown" for m in found.metrics)
        assert len(defect_list([report], found)) == 0


def test_promised_days_alone_give_no_window_but_the_defects():
    report = read_report(tracking(package(1, "No", "No")).encode(), "v.csv")
    one = measure([report], marketplace="US").find("valid_tracking_rate")
    assert (one.window, one.defects, one.rate) == (None, 1, None)


def test_an_order_without_a_day_is_placed_by_the_orders_file_or_named():
    late = b"Order ID,Expected Ship Date,Ship Confirmation Date\n900-1,,\n900-2,,\n"
    orders = b"amazon-order-id\tpurchase-date\torder-status\tfulfillment-channel\n900-1\t2026-11-10T20:00:00+00:00\tShipped\tMerchant\n"
    reports = [read_report(late, "l.csv"), read_report(orders, "o.txt")]
    one = measure(reports, marketplace="US", as_of=AS_OF).find("late_shipment_rate", 30)
    assert one.numerator == 1 and any("without a day" in n.in_("en") for n in one.notes)


def test_late_orders_are_also_counted_by_their_confirmation():
    late = b"Order ID,Order Date,Expected Ship Date,Ship Confirmation Date\n900-1,10/10/26,10/12/26,10/16/26\n900-2,10/20/26,10/21/26,10/23/26\n"
    typed = [TypedCount(metric="late_shipment_rate", days=30, denominator=50)]
    one = measure([read_report(late, "l.csv")], marketplace="US", as_of=AS_OF, typed=typed).find(
        "late_shipment_rate", 30
    )
    assert one.numerator == 1 and [a.numerator for a in one.alternatives] == [2]
