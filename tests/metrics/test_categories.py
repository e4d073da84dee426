"""Valid tracking is judged category by category: with a number of packages that the seller typed for each."""

import datetime as dt

import pytest

from appeal_core.case import TypedCount
from appeal_core.journey.measuring import typed_count
from appeal_core.language import BadInput
from appeal_core.metrics import measure
from appeal_core.reports import read_report

AS_OF = dt.date(2026, 11, 13)
CODE = "valid_tracking_rate"
DEFECTS = (
    "Order ID,Carrier Name,Tracking ID,Promised Delivery Date,No Valid Tracking,Product Category\n"
    + "".join(
        f"900-{n},X,T{n},10/20/26,X,{category}\n" for n, category in enumerate(["Home", "Home", "Toys"])
    )
)


def slices(*typed, files=(DEFECTS,)):
    reports = [read_report(text.encode(), "v.csv") for text in files]
    one = measure(reports, marketplace="US", as_of=AS_OF, typed=typed).find(CODE, 30)
    assert one.numerator is None and one.rate is None, "a category's number is not that of all"
    return {s.value: (s.defects, s.numerator, s.denominator, s.verdict, s.basis) for s in one.slices}


def of(category, packages, **more):
    return TypedCount(metric=CODE, days=30, denominator=packages, category=category, **more)


def test_each_category_has_its_own_rate_and_verdict():
    found = slices(of("Home", 20), of("toys", 40), of("Garden", 10))
    assert found["Home"] == (2, 18, 20, "missed", "stated")
    assert found["Toys"] == (1, 39, 40, "met", "stated")
    assert found["Garden"] == (0, 10, 10, "met", "stated"), "the list holds every defect"


def test_without_a_typed_number_there_is_no_rate():
    assert slices(of("Home", 20))["Toys"] == (1, None, None, "unknown", "counted")


def test_a_category_can_be_typed_where_no_file_is_there():
    assert slices(of("Home", 20, numerator=19), files=()) == {"Home": (0, 19, 20, "on_the_line", "stated")}
    assert slices(of("Home", 20), files=())["Home"][1:4] == (None, 20, "unknown")


def test_the_number_of_all_packages_stays_apart():
    report = read_report(DEFECTS.encode(), "v.csv")
    typed = [TypedCount(metric=CODE, denominator=100), of("Home", 20)]
    one = measure([report], marketplace="US", as_of=AS_OF, typed=typed).find(CODE, 30)
    assert (one.numerator, one.denominator) == (97, 100)
    assert {s.value: s.denominator for s in one.slices} == {"Home": 20, "Toys": None}


def test_the_command_line_takes_a_category():
    assert typed_count("valid_tracking_rate:30[Home & Kitchen]=1,412") == of("Home & Kitchen", 1412)
    assert typed_count("valid_tracking_rate[Home]=20").category == "Home"
    with pytest.raises(BadInput):
        typed_count("late_shipment_rate:30[Home]=20")
