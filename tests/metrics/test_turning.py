"""What would turn each hypothesis: a number of the files at hand, or the file that would answer."""

import pandas as pd
import pytest

from appeal_core.case import Driver, Measurement
from appeal_core.metrics import evidence_for
from tests.metrics.test_defect_list import root

NONE = pd.DataFrame({"metric": [], "counts": []})


def measured(*drivers):
    return Measurement(
        code="late_shipment_rate", fulfilment="seller", window=None, numerator=20, denominator=400, rate=0.05,
        target=0.04, condition="less_than", verdict="missed", basis="counted", defects=20, drivers=drivers,
    )  # fmt: skip


def turned(one, signals, reasons=(), defects=NONE):
    (found,) = evidence_for([root("any", signals, reasons)], one, defects)
    for text in found.would_change:
        assert text.in_("zh") != text.in_("en")
    return found.stands, [t.in_("en") for t in found.would_change]


@pytest.mark.parametrize(
    ("signal", "file"),
    [
        ("sku", "All Orders report"),
        ("carrier", "Shipping confirmation file or the On-time delivery download"),
        ("confirmation", "Late shipment download or the On-time delivery download"),
        ("category", "Valid tracking download"),
        ("return_reason", "Returns report (seller-fulfilled)"),
    ],
)
def test_a_missing_file_is_named(signal, file):
    stands, said = turned(measured(), (signal,))
    assert stands == "unknown" and file in said[0]


def test_defects_that_gather_say_without_which_gap_they_would_not():
    top = Driver(by="sku", value="MF-1", defects=15, orders=100, share=0.75, lift=3.0)
    stands, said = turned(measured(top), ("sku",))
    assert stands == "for" and said == [
        "MF-1 has 75% of the defects and 25% of the orders: without that gap it would not point here."
    ]


def test_defects_that_spread_say_how_many_would_have_to_gather():
    top = Driver(by="sku", value="MF-1", defects=5, orders=100, share=0.25, lift=1.0)
    stands, said = turned(measured(top), ("sku",))
    assert stands == "against" and said[0].startswith("8 or more of the 20 defects on one SKU")


def test_without_the_orders_the_share_of_the_orders_is_what_lacks():
    sku = Driver(by="sku", value="MF-1", defects=15, share=0.75)
    assert "whether MF-1 has more defects" in turned(measured(sku), ("sku",))[1][0]
    carrier = Driver(by="carrier", value="USPS", defects=15, share=0.75)
    assert "your own shipment list" in turned(measured(carrier), ("carrier",))[1][0]


def test_a_check_that_no_report_answers_says_so_and_a_reason_can_be_given():
    assert turned(None, ())[1] == ["No report answers this; what you find in the check below does."]
    defects = pd.DataFrame({"metric": ["late_shipment_rate"], "counts": [True], "reason": ["strike"]})
    assert "reason given for each order" in turned(measured(), (), ("holiday",), defects)[1][0]
