"""Parts of a rate: order defects by kind, valid tracking by category, on-time delivery by the extended promise."""

import datetime as dt
import json

import pytest

from appeal_core.case import Coding, TypedCount
from appeal_core.metrics import apply_codings, as_json, defect_list, measure
from appeal_core.reports import read_report

AS_OF = dt.date(2026, 11, 13)
ODR = "Order Date,Order ID,Fulfillment Method,{columns},Impacts Account Health\n"


def measured(text, *more, typed=()):
    reports = [read_report(t.encode(), f"{i}.csv") for i, t in enumerate((text, *more))]
    assert all(r.summary.kind for r in reports)
    return reports, measure(reports, marketplace="US", as_of=AS_OF, typed=typed)


def test_a_part_whose_column_is_missing_is_unknown_not_none():
    _, found = measured(ODR.format(columns="Negative Feedback") + "10/1/26,900-1,MFN,Yes,Yes\n")
    assert found.find("negative_feedback_rate").numerator == 1
    assert found.find("chargeback_rate") is None and found.find("a_to_z_claim_rate") is None


def test_the_parts_share_the_denominator_of_the_whole_and_have_no_verdict():
    rows = "10/1/26,900-1,MFN,Yes,No,Yes\n10/2/26,900-2,MFN,No,Yes,Yes\n10/3/26,900-3,MFN,No,Yes,No\n"
    typed = [TypedCount(metric="order_defect_rate", denominator=50)]
    _, found = measured(ODR.format(columns="Negative Feedback,Chargeback") + rows, typed=typed)
    one = found.find("chargeback_rate")
    assert (one.numerator, one.denominator, one.basis, one.verdict) == (1, 50, "stated", "unknown")
    assert (found.find("order_defect_rate").numerator, found.find("negative_feedback_rate").rate) == (2, 0.02)


def test_a_list_without_the_three_columns_is_a_list_of_defects():
    rows = "10/1/26,900-1,MFN,Yes\n10/2/26,900-2,MFN,No\n"
    text = "Order Date,Order ID,Fulfillment Method,Impacts Account Health\n" + rows
    report = read_report(text.encode(), "x.csv")
    if report.summary.kind == "order_defect_report":
        assert measure([report], marketplace="US", as_of=AS_OF).find("order_defect_rate").numerator == 1
    else:
        assert report.summary.kind == "cancellation_report"


def test_feedback_and_returns_give_parts_as_estimates_and_never_chargebacks():
    orders = "amazon-order-id\tpurchase-date\torder-status\tfulfillment-channel\tsku\n" + "".join(
        f"900-{i}\t2026-09-20T20:00:00+00:00\tShipped\tMerchant\tA\n" for i in range(40)
    )
    feedback = "Date\tRating\tOrder ID\n11/1/26\t1\t900-1\n11/1/26\t3\t900-2\n"
    _, found = measured(orders, feedback)
    one = found.find("negative_feedback_rate", 60, "seller")
    assert (one.numerator, one.denominator, one.basis) == (1, 40, "estimate")
    assert found.find("a_to_z_claim_rate") is None and found.find("chargeback_rate") is None


def test_coding_a_part_codes_the_orders_of_the_whole_that_have_it():
    rows = "10/1/26,900-1,MFN,Yes,Yes,Yes\n10/2/26,900-2,MFN,Yes,No,Yes\n"
    reports, found = measured(ODR.format(columns="Negative Feedback,A-to-z Claim") + rows)
    defects = defect_list(reports, found)
    assert list(defects["metric"]) == ["order_defect_rate"] * 2
    coding = Coding(metric="a_to_z_claim_rate", by="order", value="900-1", root_cause="late")
    assert apply_codings(defects, [coding])[1] == {"late": 1}
    missed = coding.model_copy(update={"value": "900-2"})
    assert apply_codings(defects, [missed])[1] == {}


def packages(*rows):
    head = "Order ID,Carrier,Tracking ID,Ship Date,No Valid Tracking,Product Category\n"
    return head + "".join(f"{r}\n" for r in rows)


def test_each_category_has_its_rate_where_every_package_is_listed():
    rows = [
        f"900-{i},USPS,T{i},10/20/26,{'X' if i < 3 else ''},{'Toys' if i < 20 else 'Home'}" for i in range(60)
    ]
    _, found = measured(packages(*rows))
    one = found.find("valid_tracking_rate")
    assert (one.numerator, one.denominator) == (57, 60)
    assert [(s.value, s.numerator, s.denominator, s.verdict) for s in one.slices] == [
        ("Toys", 17, 20, "missed"),
        ("Home", 40, 40, "met"),
    ]
    assert json.loads(json.dumps(as_json(found)))["metrics"][0]["slices"][0]["by"] == "category"


def test_a_list_of_bad_packages_gives_categories_their_number_and_no_rate():
    _, found = measured(packages("900-1,USPS,T1,10/20/26,X,Toys", "900-2,USPS,T2,10/20/26,X,Home"))
    one = found.find("valid_tracking_rate")
    assert [(s.value, s.defects, s.denominator, s.rate) for s in one.slices] == [
        ("Home", 1, None, None),
        ("Toys", 1, None, None),
    ]


OTDR = (
    "Order ID,SKU and Unit Count,Order Date,Promised Delivery Date (without promise extension),"
    "Promised Delivery Date (with promise extension),Actual Delivery Date\n"
)


def test_units_are_counted_with_and_without_the_extended_promise():
    rows = (
        "900-1,A (2),10/20/26,11/1/26,11/3/26,11/3/26\n"
        "900-2,A (1),10/20/26,11/1/26,11/3/26,11/4/26\n"
        "900-3,A (4),10/20/26,11/2/26,,11/3/26\n"
        "900-4,A (9),10/20/26,11/2/26,11/9/26,11/2/26\n"
    )
    typed = [TypedCount(metric="on_time_delivery_rate", denominator=70)]
    _, found = measured(OTDR + rows, typed=typed)
    one = found.find("on_time_delivery_rate")
    assert (one.numerator, one.denominator, one.defects) == (63, 70, 7)
    (extended,) = one.slices
    assert (extended.by, extended.value, extended.numerator, extended.defects) == (
        "promise",
        "with_extension",
        65,
        5,
    )
    assert (extended.rate, extended.basis) == (65 / 70, "stated")
    types = {d.value: d.defects for d in one.drivers if d.by == "defect_type"}
    assert types == {"late_beyond_extension": 5, "late_within_extension": 2}


def test_without_extended_days_there_is_no_second_reading():
    rows = "Order ID,Units,Order Date,Promised Delivery Date,Actual Delivery Date\n900-1,2,10/20/26,11/1/26,11/3/26\n"
    assert measured(rows)[1].find("on_time_delivery_rate").slices == ()


@pytest.mark.parametrize("copies", [1, 2])
def test_rows_alike_in_one_file_stay_apart_and_files_that_overlap_do_not_add_up(copies):
    rows = "900-1,A (1),10/20/26,11/1/26,11/1/26,11/3/26\n" * 2
    reports = [read_report((OTDR + rows).encode(), f"{i}.csv") for i in range(copies)]
    one = measure(reports, marketplace="US", as_of=AS_OF).find("on_time_delivery_rate")
    assert one.defects == 2
    bad = packages(*["900-1,USPS,,10/20/26,X,Toys"] * 2, "900-2,USPS,T1,10/20/26,X,Toys")
    reports = [read_report(bad.encode(), f"{i}.csv") for i in range(copies)]
    assert measure(reports, marketplace="US", as_of=AS_OF).find("valid_tracking_rate").defects == 3


@pytest.mark.parametrize(("points", "verdict"), [(200, "met"), (199, "missed"), (548, "met"), (0, "missed")])
def test_typed_health_points_meet_their_target_exactly(points, verdict):
    for typed in (
        TypedCount(metric="account_health_rating", numerator=points),
        TypedCount(metric="account_health_rating", denominator=points),
    ):
        one = measure([], marketplace="US", as_of=AS_OF, typed=[typed]).find("account_health_rating")
        assert (one.numerator, one.denominator, one.rate, one.verdict) == (points, None, None, verdict)
