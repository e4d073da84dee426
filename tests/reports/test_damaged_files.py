"""A file that cannot be used gives one sentence in both languages, never an exception."""

import io
import json
import zipfile

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from appeal_core.language import BadInput
from appeal_core.reports import read_report
from tests.reports.shop import NAMES, shop


def workbook(rows: list[list[object]]) -> bytes:
    book = openpyxl.Workbook()
    for line in rows:
        book.active.append(line)
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def archive() -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as parts:
        parts.writestr("orders.txt", "x")
    return data.getvalue()


SHEET = workbook([["Order Date", "Order ID", "Impacts Account Health"], ["11/2/26", "900-1", "Yes"]])
BAD = [
    ("empty", b"", "x.txt"),
    ("blank", b"\r\n \r\n", "x.txt"),
    ("only a byte order mark", b"\xef\xbb\xbf", "x.csv"),
    ("pdf", b"%PDF-1.7\n\xff\xfe", "x.csv"),
    ("old workbook", b"\xd0\xcf\x11\xe0" + bytes(600), "x.xls"),
    ("workbook renamed", SHEET, "x.csv"),
    ("workbook cut off", SHEET[: len(SHEET) // 2], "x.xlsx"),
    ("archive", archive(), "x.zip"),
    ("binary", bytes(range(256)) * 10, "x.txt"),
    ("picture", b"\x89PNG\r\n\x1a\n" + bytes(50), "x.txt"),
    ("web page", b"<!DOCTYPE html><html><body>Sign in</body></html>", "x.txt"),
    ("other xml", b"<orders><order/></orders>", "x.xml"),
    ("xml with entities", b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "x.xml"),
    ("cut-off json", b'{"performanceMetrics": [{"late', "x.json"),
    ("other json", b'{"a": 1}', "x.json"),
    ("json list", b"[1, 2]", "x.json"),
    ("unknown columns", b"a,b,c\n1,2,3\n", "x.csv"),
    ("prose", b"Dear seller,\nyour account is at risk.\n", "x.txt"),
]


@pytest.mark.parametrize(("what", "data", "name"), BAD, ids=[b[0] for b in BAD])
def test_a_file_that_is_no_report_says_why(what, data, name):
    report = read_report(data, name)
    assert report.summary.kind is None and report.frame is None
    english, chinese = report.summary.problem.in_("en"), report.summary.problem.in_("zh")
    assert name in english and english.endswith(".") and english != chinese and chinese.endswith("。")


def test_json_with_odd_values_is_no_crash():
    odd = {
        "performanceMetrics": [
            None,
            3,
            {"orderDefectRate": {"mfn": []}, "lateShipmentRate": {"orderCount": "x"}},
        ]
    }
    assert read_report(json.dumps(odd).encode(), "x.json").summary.used == 0


def test_a_true_workbook_is_read_like_its_csv():
    report = read_report(SHEET, "x.xlsx")
    assert report.summary.kind == "cancellation_report" and report.frame["order_id"].tolist() == ["900-1"]


def test_bad_calls_are_refused_in_a_sentence(tmp_path):
    with pytest.raises(BadInput, match="not an Amazon marketplace"):
        read_report(b"x", "x", marketplace="XX")
    with pytest.raises(BadInput, match="cannot be read"):
        read_report(tmp_path / "missing.txt", "missing.txt")


WHOLE = shop(orders=40).all_orders()


@settings(max_examples=60, deadline=None)
@given(st.integers(0, len(WHOLE)), st.binary(max_size=6), st.integers(0, len(WHOLE)))
def test_a_damaged_file_never_crashes_and_its_rows_add_up(at, junk, length):
    """Bytes are overwritten anywhere, and the file is cut anywhere."""
    data = (WHOLE[:at] + junk + WHOLE[at + len(junk) :])[:length]
    summary = read_report(data, "o.txt").summary
    assert summary.rows == summary.used + summary.rejected_rows + sum(s.rows for s in summary.set_aside)
    assert (summary.kind is None) == (summary.problem is not None)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.text(alphabet='ab\t,;"\n\r\x00é中', max_size=40), max_size=8))
def test_any_text_under_a_known_header_is_accounted_for(lines):
    data = ("Date\tRating\tOrder ID\n" + "\n".join(lines)).encode()
    summary = read_report(data, "f.txt").summary
    assert summary.rows == summary.used + summary.rejected_rows


@pytest.mark.parametrize(
    ("store", "encoding"), [("JP", "utf-8"), ("JP", "cp932"), ("DE", "utf-8"), ("DE", "utf-16")]
)
def test_a_file_cut_inside_a_character_loses_its_last_row_alone(store, encoding):
    data = shop(store, orders=6).all_orders(encoding=encoding)
    name = NAMES[store].encode(encoding.replace("utf-16", "utf-16-le"))
    start = data.rindex(name)
    whole = read_report(data, "o.txt", marketplace=store).summary.rows
    for cut in range(start, start + len(name) + 1):
        summary = read_report(data[:cut], "o.txt", marketplace=store).summary
        assert (summary.rows, summary.used, summary.rejected_rows) == (whole, whole - 1, 1), cut
