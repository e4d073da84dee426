"""Every figure opens its rows, and the rows add up to it."""

import datetime as dt

import pytest

from appeal_core.case import Measurement, TypedCount, Window
from appeal_core.metrics import measure
from appeal_core.metrics.rows import COLUMNS, rows_behind, rows_said
from appeal_core.reports import read_report
from tests.reports.shop import PERSON, STREET, shop

MADE = shop()
TYPED = (TypedCount(metric="late_shipment_rate", days=30, denominator=412),)
TRACKING = (
    "Order ID,Carrier Name,Tracking ID,Promised Delivery Date,Valid Carrier,Carrier Scan,Product Category\n"
    + "\n".join(
        f"900-{1000000 + n}-0000001,UPS,T{n},11/{1 + n % 3}/26,Yes,{'No' if n < 3 else 'Yes'},Garden"
        for n in range(10)
    )
).encode()
DELIVERY = (
    b"Order ID,SKU and Unit Count,Order Date,Promised Delivery Date (without promise extension),Actual Delivery Date,"
    b"Delivered After Promised Date Without Extension\n"
    b"900-1000001-0000001,MF-A (3),10/28/26,11/3/26,11/5/26,Yes\n"
    b"900-1000002-0000001,MF-C (1),10/28/26,11/3/26,11/5/26,Yes\n"
)


@pytest.fixture(scope="module")
def reports():
    files = {
        "o.txt": MADE.all_orders(),
        "late.csv": MADE.late_report(),
        "odr.csv": MADE.order_defect_report(),
        "cr.csv": MADE.cancellation_report(),
        "vtr.csv": TRACKING,
        "otdr.csv": DELIVERY,
        "new.txt": MADE.new_orders(),
    }
    return [read_report(data, name) for name, data in files.items()]


def sums(rows):
    return tuple(
        int(rows.loc[rows[c].astype(bool), "weight"].sum()) for c in ("in_numerator", "in_denominator")
    )


def test_the_rows_of_every_figure_add_up_to_it(reports):
    measured = [m for m in measure(reports, marketplace="US", as_of=MADE.last).metrics if m.rate is not None]
    assert {m.code for m in measured} >= {"order_defect_rate", "late_shipment_rate", "cancellation_rate"}
    for one in measured:
        rows = rows_behind(reports, one)
        assert sums(rows) == (one.numerator, one.denominator), one.id
        assert rows_said(one, rows) == (), one.id


def test_the_late_orders_are_the_true_ones_with_their_goods(reports):
    one = measure(reports, marketplace="US", as_of=MADE.last).find("late_shipment_rate", 30)
    rows = rows_behind(reports, one)
    late = rows[rows["in_numerator"].astype(bool)]
    assert set(late["order_id"]) <= MADE.late and len(late) == one.numerator
    first = next(o for o in MADE.orders if o.id == late.iloc[0]["order_id"])
    assert late.iloc[0]["sku"] == " | ".join(first.skus) and late.iloc[0]["day"].date() == first.day("US")
    assert rows["defect"].tolist() == sorted(rows["defect"].tolist(), reverse=True)
    assert set(rows["order_id"]) == MADE.within(30, 0)


def test_a_full_list_of_packages_is_numerator_and_denominator(reports):
    one = measure(reports, marketplace="US", as_of=dt.date(2026, 11, 13)).find("valid_tracking_rate")
    rows = rows_behind(reports, one)
    assert (one.basis, one.numerator, one.denominator) == ("counted", 7, 10)
    assert sums(rows) == (7, 10) and set(rows.loc[rows["defect"], "package"]) == {"T0", "T1", "T2"}


def test_a_typed_denominator_has_no_rows_and_says_so(reports):
    one = measure(reports, marketplace="US", as_of=MADE.last, typed=TYPED).find("late_shipment_rate", 30)
    rows = rows_behind(reports, one)
    assert sums(rows) == (one.numerator, 0)
    assert ["typed" in said.in_("en") for said in rows_said(one, rows)] == [True]


def test_good_ones_over_a_typed_denominator_are_said_to_be_what_the_defects_leave():
    text = (
        "Order ID,Carrier Name,Tracking ID,Promised Delivery Date,No Valid Tracking\n"
        "900-1000001-0000001,UPS,T1,11/3/26,X\n"
    )
    typed = (TypedCount(metric="valid_tracking_rate", denominator=40),)
    reports = [read_report(text.encode(), "vtr.csv")]
    one = measure(reports, marketplace="US", as_of=MADE.last, typed=typed).find("valid_tracking_rate")
    said = [m.in_("en") for m in rows_said(one, rows_behind(reports, one))]
    assert (one.numerator, one.denominator) == (39, 40)
    assert "less the 1 defects" in said[0] and len(said) == 2


def test_units_are_weighed(reports):
    one = measure(reports, marketplace="US", as_of=MADE.last).find("on_time_delivery_rate")
    rows = rows_behind(reports, one)
    assert int(rows.loc[rows["defect"].astype(bool), "weight"].sum()) == one.defects == 4


def test_cancellations_without_their_download_are_all_of_them():
    reports = [read_report(MADE.all_orders(), "o.txt")]
    one = measure(reports, marketplace="US", as_of=MADE.last).find("cancellation_rate")
    rows = rows_behind(reports, one)
    assert one.basis == "upper_bound" and sums(rows) == (one.numerator, one.denominator)


def test_amazons_own_figure_is_said_to_be_amazons(reports):
    window = Window(days=30, **{"from": dt.date(2026, 10, 15), "to": dt.date(2026, 11, 13)})
    one = Measurement(
        code="late_shipment_rate", fulfilment="seller", window=window, numerator=50, denominator=500, rate=0.1,
        target=0.04, condition="less_than", verdict="missed", basis="amazon",
    )  # fmt: skip
    rows = rows_behind(reports, one)
    assert (
        not rows["in_denominator"].any() and len(rows) and "Amazon's own" in rows_said(one, rows)[0].in_("en")
    )


def test_a_figure_without_files_has_no_rows():
    one = Measurement(
        code="late_shipment_rate", fulfilment="seller", window=None, numerator=3, denominator=None, rate=None,
        target=0.04, condition="less_than", verdict="unknown", basis="stated",
    )  # fmt: skip
    rows = rows_behind([], one)
    assert list(rows.columns) == list(COLUMNS) and rows.empty
    assert len(rows_said(one, rows)) == 2
    assert rows_behind([], one.model_copy(update={"code": "account_health_rating"})).empty


def test_no_person_is_in_the_rows(reports):
    for one in measure(reports, marketplace="US", as_of=MADE.last).metrics:
        text = rows_behind(reports, one).to_csv()
        assert PERSON not in text and STREET not in text and "example.org" not in text
