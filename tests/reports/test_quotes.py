"""Stray quotation marks in comma and semicolon files never draw one row into another."""

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from appeal_core.reports import read_report
from tests.reports.shop import PERSON

HEADER = ("Order Date", "Order ID", "Reason", "Impacts Account Health")


def read(*lines, mark=",", end="\n"):
    text = "\n".join([mark.join(HEADER), *lines]) + end
    return read_report(text.encode(), "c.csv")


def row(number, reason="x", mark=","):
    return mark.join(["11/2/26", f"900-{number:07d}-{number:07d}", reason, "Yes"])


TABLE = [
    ("at a cell's start", [row(1, '"12 inch'), row(2)], ["1", "2"], []),
    ("at two cells' starts", [row(1, '"12 inch'), row(2, '"14 inch'), row(3)], ["1", "2", "3"], []),
    ("inside two cells", [row(1, '12" inch'), row(2, '14" inch')], ["1", "2"], []),
    ("a pair over two rows", [row(1, '"a'), row(2, 'b"')], ["1", "2"], []),
    ("closed too early", [row(1, '"12" inch'), row(2)], ["1", "2"], []),
    ("behind a space", [row(1, ' "a, b"'), row(2)], ["1", "2"], []),
    ("open, with separators inside", [row(1, '"a, b, c'), row(2), row(3)], ["2", "3"], [2]),
    ("a cell of three lines", [row(1, '"a ""b"",\nc, d,\n e"'), row(2)], ["1", "2"], []),
    ("a cell of lines, then an open one", [row(1, '"a\nb"'), row(2, '"a,b'), row(3)], ["1", "3"], [4]),
]


@pytest.mark.parametrize("mark", [",", ";"])
@pytest.mark.parametrize(("what", "lines", "used", "refused"), TABLE, ids=[t[0] for t in TABLE])
def test_each_row_is_read_right_or_refused_with_its_line(what, lines, used, refused, mark):
    report = read(*[line.replace(",", mark) for line in lines], mark=mark)
    assert [str(int(i[-7:])) for i in report.frame["order_id"]] == used
    assert [r.line for r in report.summary.rejected] == refused
    assert report.summary.rows == len(used) + len(refused)


def test_a_file_that_ends_inside_a_quoted_cell_loses_that_row_alone():
    report = read(row(1, '"a, b"'), '11/2/26,900-2,"a, b', end="")
    assert (report.summary.rows, report.summary.used) == (2, 1)
    assert any("cut off" in n.in_("en") for n in report.summary.notes)


def test_lines_are_those_of_the_file_behind_a_cell_of_several_lines():
    report = read(row(1, '"a\nb"'), row(2).replace("11/2/26", "soon"))
    assert [r.line for r in report.summary.rejected] == [4]


def test_no_buyer_comes_out_of_a_row_with_a_stray_mark():
    text = (
        "Date,Rating,Comments,Your Response,Order ID,Rater Email\n"
        f'11/2/26,1,"{PERSON} was here, twice,,900-1,p@example.org\n'
        f'11/2/26,1,{PERSON} was here",,900-2,p@example.org\n'
    )
    report = read_report(text.encode(), "f.csv")
    assert report.summary.rows == report.summary.used + report.summary.rejected_rows == 2
    assert PERSON not in report.frame.to_csv() + report.summary.model_dump_json()


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(alphabet='a ",;\n\r', max_size=8), min_size=1, max_size=12), st.booleans())
def test_what_a_csv_writer_writes_is_read_to_the_letter(reasons, every):
    """Well-formed cells with marks, separators and line ends in them."""
    made = io.StringIO(newline="")
    out = csv.writer(made, quoting=csv.QUOTE_ALL if every else csv.QUOTE_MINIMAL)
    out.writerow(HEADER)
    out.writerows([["11/2/26", f"900-{n:07d}", r, "Yes"] for n, r in enumerate(reasons)])
    report = read_report(made.getvalue().encode(), "c.csv")
    assert report.summary.used == report.summary.rows == len(reasons)
    plain = [" ".join(r.replace("\r\n", "\n").replace("\r", "\n").split()) for r in reasons]
    assert [" ".join(r.split()) for r in report.frame["reason"].astype(str)] == plain


@settings(max_examples=80, deadline=None)
@given(st.lists(st.text(alphabet='ab "', max_size=6), min_size=1, max_size=12), st.sampled_from(",;"))
def test_no_row_is_merged_or_lost_however_the_marks_fall(reasons, mark):
    """Without separators or line ends inside cells, every line is one row and every one can be read."""
    report = read(*[row(n, r, mark) for n, r in enumerate(reasons)], mark=mark)
    assert report.summary.rows == len(reasons)
    assert report.frame["order_id"].tolist() == [f"900-{n:07d}-{n:07d}" for n in range(len(reasons))]


@settings(max_examples=80, deadline=None)
@given(st.lists(st.text(alphabet='a",', max_size=8), min_size=1, max_size=12))
def test_every_line_is_accounted_for_whatever_stands_in_it(reasons):
    report = read(*[row(n, r) for n, r in enumerate(reasons)])
    used = {int(i[-7:]) for i in report.frame["order_id"]}
    refused = {r.line - 2 for r in report.summary.rejected}
    assert used | refused == set(range(len(reasons))) and not used & refused
    assert report.summary.rows == len(used) + len(refused)
