"""Damaged files: no exception, no row lost, no buyer in what comes out. `make fuzz` reads 20,000 of them."""

import pytest

from tests.reports.damage import MARK, damaged, whole_files
from tests.reports.fuzz import faults, outputs, read_reports

FIRST, FILES, A_TEST = 50_000, 150, 15


@pytest.mark.parametrize("first", range(FIRST, FIRST + FILES, A_TEST))
def test_damaged_files_are_read_without_fault(first):
    found = {seed: faults(damaged(seed)) for seed in range(first, first + A_TEST)}
    assert not {seed: f for seed, f in found.items() if f}


def test_the_undamaged_files_are_recognised_and_have_no_fault():
    """Else the damaged ones would prove nothing."""
    for file in whole_files():
        assert faults(file) == [], file.name
        for report in read_reports(file.data, file.name, marketplace=file.store):
            assert report.summary.kind and report.summary.used == report.summary.rows - sum(
                s.rows for s in report.summary.set_aside
            ), file.name
    assert sum(MARK.encode() in f.data for f in whole_files()) >= 5


def test_a_buyer_in_an_output_would_be_found():
    file = next(f for f in whole_files() if f.name == "new.txt")
    moved = file.data.replace(b"buyer-email", b"sku").replace(b"\tsku\tproduct-name", b"\tx\tproduct-name")
    (report,) = read_reports(moved, "new.txt")
    assert any(MARK.encode() in text for text in outputs(report).values())


MOVED = [
    ("a lost separator", "900-1\t2026-11-01T10:00:00Z\t{m}\tMF-1\tBench\t1\t"),
    ("a lost cell before the buyer", "900-1\t{m}\tMF-1\tBench\t1\t2026-11-01"),
    ("a line end inside a row", "900-1\t2026-11-01T10:00:00Z\t\n{m}\tMF-1\tBench\t1\t\t"),
    ("a separator too many", "900-1\t2026-11-01T10:00:00Z\t\t{m}\tMF-1\tBench\t1\t\t"),
]


@pytest.mark.parametrize(("what", "row"), MOVED, ids=[m[0] for m in MOVED])
def test_a_buyer_that_moved_under_another_header_is_not_read(what, row):
    header = "order-id\tpurchase-date\tbuyer-name\tsku\tproduct-name\tquantity-purchased\tpayments-date\torder-item-id\n"
    whole = "900-9\t2026-11-01T10:00:00Z\tx\tMF-9\tBench\t1\t\t\n"
    (report,) = read_reports((header + whole + row.format(m=MARK) + "\n").encode(), "new.txt")
    assert not [place for place, text in outputs(report).items() if MARK.encode() in text]
    assert report.frame["sku"].iloc[0] == "MF-9"


def test_a_stray_tab_at_every_end_costs_no_column():
    file = next(f for f in whole_files() if f.name == "new.txt")
    head, *rows = file.data.decode().split("\r\n")
    stray = "\r\n".join([head, *(r + "\t" if r else "" for r in rows)])
    (report,) = read_reports(stray.encode(), "new.txt")
    assert set(report.frame["sku"].astype(str)) == {"MF-0", "MF-1", "MF-2"}


def test_a_row_with_something_only_in_a_column_that_is_not_read_is_refused_not_forgotten():
    text = "Date\tRating\tComments\tOrder ID\n11/2/26\t1\t\t900-1\n\t\tI am Paula\t\n\t\t\t\n\n"
    (report,) = read_reports(text.encode(), "f.txt")
    assert (report.summary.rows, report.summary.used, [r.line for r in report.summary.rejected]) == (
        2,
        1,
        [3],
    )
