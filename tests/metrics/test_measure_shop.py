"""What is measured of a simulated shop equals its true counts, counted another way."""

import datetime as dt

import pytest

from appeal_core.case import TypedCount
from appeal_core.metrics import measure
from appeal_core.reports import read_report
from tests.reports.shop import FAMILY_29, FAMILY_33, FAMILY_AU, shop

FAMILIES = [
    ("US", FAMILY_33, "utf-8"),
    ("UK", FAMILY_29, "cp1252"),
    ("DE", FAMILY_29, "cp1252"),
    ("JP", FAMILY_33, "cp932"),
    ("US", FAMILY_AU, "utf-8-sig"),
]


def files(made, family=FAMILY_33, encoding="utf-8"):
    named = {
        "orders.txt": made.all_orders(family, foreign=7, encoding=encoding),
        "late.csv": made.late_report(),
        "cancel.csv": made.cancellation_report(),
        "odr.csv": made.order_defect_report(),
    }
    return [read_report(data, name, marketplace=made.store) for name, data in named.items()]


@pytest.mark.parametrize(("store", "family", "encoding"), FAMILIES)
def test_every_rate_has_its_true_counts(store, family, encoding):
    made = shop(store)
    found = measure(files(made, family, encoding), marketplace=store, as_of=made.last)
    expected = {
        ("late_shipment_rate", "seller", 10): (made.late, 10, 0, True),
        ("late_shipment_rate", "seller", 30): (made.late, 30, 0, True),
        ("cancellation_rate", "seller", 7): (made.cancelled_by_seller, 7, 1, True),
        ("order_defect_rate", "seller", 60): (made.feedback | made.claims, 60, 15, True),
        ("order_defect_rate", "amazon", 60): (made.feedback | made.claims, 60, 15, False),
        ("negative_feedback_rate", "seller", 60): (made.feedback, 60, 15, True),
        ("negative_feedback_rate", "amazon", 60): (made.feedback, 60, 15, False),
        ("a_to_z_claim_rate", "seller", 60): (made.claims, 60, 15, True),
        ("a_to_z_claim_rate", "amazon", 60): (made.claims, 60, 15, False),
        ("chargeback_rate", "seller", 60): (set(), 60, 15, True),
        ("chargeback_rate", "amazon", 60): (set(), 60, 15, False),
    }
    assert {(m.code, m.fulfilment, m.window.days) for m in found.metrics} == set(expected)
    for (code, side, days), (bad, _, lag, seller) in expected.items():
        one = found.find(code, days, side)
        orders = made.within(days, lag, seller=seller)
        assert (one.numerator, one.denominator) == (len(bad & orders), len(orders)), one.id
        assert one.rate == pytest.approx(len(bad & orders) / len(orders)) and one.basis == "estimate"
        assert one.window.end == made.last - dt.timedelta(days=lag)
        assert (one.window.end - one.window.start).days == days - 1


def test_the_last_day_is_the_newest_order_day_of_the_store_and_no_promised_one():
    made = shop("US")
    orders = read_report(made.all_orders(), "o.txt")
    promised = read_report(
        b"Order ID,Carrier Name,Tracking ID,Promised Delivery Date\n900-1,X,T1,12/24/26\n", "v.csv"
    )
    assert measure([orders, promised], marketplace="US").as_of == max(o.day("US") for o in made.orders)
    assert measure([promised], marketplace="US").as_of is None


def test_an_order_of_the_evening_falls_on_the_stores_day():
    line = "900-1\t2026-11-14T06:30:00+00:00\tShipped\tMerchant\tAmazon.com\tMF-A"
    text = (
        "amazon-order-id\tpurchase-date\torder-status\tfulfillment-channel\tsales-channel\tsku\n"
        + line
        + "\n"
    )
    assert measure([read_report(text.encode(), "o.txt")], marketplace="US").as_of == dt.date(2026, 11, 13)


def test_all_cancelled_orders_are_only_an_upper_bound():
    made = shop()
    one = measure(files(made)[:1], marketplace="US", as_of=made.last).find("cancellation_rate")
    orders = made.within(7, 1)
    cancelled = {o.id for o in made.orders if o.cancelled} & orders
    assert (one.numerator, one.denominator, one.basis) == (len(cancelled), len(orders), "upper_bound")
    assert one.verdict in ("met", "unknown")


def test_a_typed_count_outranks_the_estimate_which_stays_as_another_way():
    made = shop()
    typed = [TypedCount(metric="late_shipment_rate", days=30, denominator=412)]
    found = measure(files(made), marketplace="US", as_of=made.last, typed=typed)
    one = found.find("late_shipment_rate", 30)
    late = len(made.late & made.within(30, 0))
    assert (one.numerator, one.denominator, one.basis) == (late, 412, "stated")
    assert [(a.denominator, a.basis) for a in one.alternatives if a.basis == "estimate"] == [
        (len(made.within(30, 0)), "estimate")
    ]
    assert found.find("late_shipment_rate", 10).basis == "estimate"


def test_a_list_of_defects_is_never_divided_by_itself():
    made = shop()
    late = read_report(made.late_report(), "late.csv")
    one = measure([late], marketplace="US", as_of=made.last).find("late_shipment_rate", 30)
    assert (one.numerator, one.denominator, one.rate, one.verdict) == (
        len(made.late & made.within(30, 0)),
        None,
        None,
        "unknown",
    )


def test_an_empty_list_is_no_defects_not_no_knowledge():
    late = read_report(
        b"Order Date,Order ID,Expected Ship Date,Ship Confirmation Date,Impacts Account Health\n", "l.csv"
    )
    typed = [TypedCount(metric="late_shipment_rate", denominator=50)]
    one = measure([late], marketplace="US", as_of=dt.date(2026, 11, 13), typed=typed).find(
        "late_shipment_rate", 30
    )
    assert (one.numerator, one.rate, one.verdict) == (0, 0.0, "met")


def test_orders_given_twice_are_counted_once():
    made = shop()
    once, twice = (measure(files(made) * n, marketplace="US", as_of=made.last) for n in (1, 2))
    assert [(m.numerator, m.denominator) for m in once.metrics] == [
        (m.numerator, m.denominator) for m in twice.metrics
    ]


def test_orders_of_too_few_days_never_prove_a_miss():
    made = shop()
    recent = [o for o in made.orders if o.day("US") > made.last - dt.timedelta(days=40)]
    part = shop()
    part.orders = recent
    reports = [read_report(part.all_orders(), "o.txt"), read_report(made.order_defect_report(), "odr.csv")]
    one = measure(reports, marketplace="US", as_of=made.last).find("order_defect_rate", 60, "seller")
    assert one.rate > 0.01 and one.verdict == "unknown" and len(one.notes) == 2


def test_drivers_name_where_defects_gather():
    made = shop()
    one = measure(files(made), marketplace="US", as_of=made.last).find("late_shipment_rate", 30)
    in_window = made.late & made.within(30, 0)
    of_sku = {o.id for o in made.orders if "MF-C" in o.skus}
    top = next(d for d in one.drivers if d.by == "sku")
    orders = made.within(30, 0)
    assert (top.value, top.defects, top.orders) == ("MF-C", len(of_sku & in_window), len(of_sku & orders))
    assert top.share == pytest.approx(top.defects / len(in_window))
    assert top.lift == pytest.approx(top.share / (len(of_sku & orders) / len(orders)))
    by_scan = {d.value: d.defects for d in one.drivers if d.by == "confirmation"}
    assert by_scan["confirmed_late_only"] == len(made.confirmed_late_only & in_window)
    assert by_scan["shipped_late"] == len(in_window - made.confirmed_late_only)


def test_days_of_the_chart_add_up_to_the_window():
    made = shop()
    one = measure(files(made), marketplace="US", as_of=made.last).find("late_shipment_rate", 30)
    inside = [d for d in one.daily if d.day >= one.window.start]
    assert len(inside) == 30 and len(one.daily) == 59
    assert sum(d.numerator for d in inside) == one.numerator
    assert sum(d.denominator for d in inside) == one.denominator


def test_very_many_orders_have_the_same_drivers(monkeypatch):
    from appeal_core.metrics import drivers

    made = shop()
    few = measure(files(made), marketplace="US", as_of=made.last)
    monkeypatch.setattr(drivers, "MANY", 0)
    many = measure(files(made), marketplace="US", as_of=made.last)
    assert [m.drivers for m in few.metrics] == [m.drivers for m in many.metrics]


def test_a_shop_that_amazon_fulfils_has_no_cancellation_rate():
    made = shop()
    made.orders = [o for o in made.orders if not o.seller]
    assert measure([read_report(made.all_orders(), "o.txt")], marketplace="US").metrics == ()
