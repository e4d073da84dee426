"""The cleaned file holds the used rows, reads again as the same report, and runs in no spreadsheet."""

import csv
import io

import pytest

from appeal_core.language import BadInput
from appeal_core.reports import cleaned, read_report
from tests.reports.shop import PERSON, STREET, shop

MADE = shop(orders=60)
FILES = {
    "orders": MADE.all_orders(),
    "new": MADE.new_orders(),
    "late": MADE.late_report(),
    "cancelled": MADE.cancellation_report(),
    "defects": MADE.order_defect_report(),
    "feedback": b"Date\tRating\tComments\tOrder ID\n11/2/26\t1\tI am Paula\t900-1\n11/13/26\t2\t\t900-2\n",
    "returns": b"Order ID\tReturn request date\tAmazon RMA ID\tA-to-Z Claim\tReturn Reason\n900-1\t10-Jul-2026\tR1\tY\tX\n",
}


@pytest.mark.parametrize("name", FILES)
def test_a_cleaned_file_reads_again_as_the_same_report(name):
    report = read_report(FILES[name], name)
    again = read_report(cleaned(report), name)
    assert again.summary.kind == report.summary.kind and again.summary.rejected_rows == 0
    assert (again.summary.rows, again.summary.first, again.summary.last) == (
        report.summary.used, report.summary.first, report.summary.last,
    )  # fmt: skip
    assert again.frame.astype(str).equals(report.frame[list(again.frame.columns)].astype(str))
    assert again.summary.dropped_columns == ()


def test_a_cleaned_file_holds_nothing_of_a_buyer():
    text = cleaned(read_report(FILES["new"], "n.txt")).decode()
    assert not any(word in text for word in (PERSON, STREET, "paula@", "555-0100", "NOWHERE"))


def test_no_cell_of_a_cleaned_file_is_a_formula():
    text = "Order Date,Order ID,Impacts Account Health,SKU\n11/2/26,=900-1,Yes,+cmd\n11/3/26, @x,Yes,'+cmd\n"
    rows = list(csv.reader(io.StringIO(cleaned(read_report(text.encode(), "c.csv")).decode("utf-8-sig"))))
    assert not any(cell.lstrip()[:1] in tuple("=+-@") and cell for row in rows for cell in row)
    assert len({row[rows[0].index("SKU")] for row in rows[1:]}) == 2


def test_what_was_not_recognised_cannot_be_cleaned():
    with pytest.raises(BadInput, match="not recognised"):
        cleaned(read_report(b"a,b\n1,2\n", "x.csv"))
