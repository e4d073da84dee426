"""What a spreadsheet did to a report is recognised and named."""

import datetime as dt
import io

import openpyxl
import pytest

from appeal_core.reports import read_report

VTR = "Order ID,Carrier Name,Tracking ID,Promised Delivery Date,SKU"
LATE = "Order ID,Expected Ship Date,Ship Confirmation Date,Impacts Account Health"


def notes(report):
    english = [n.in_("en") for n in report.summary.notes]
    assert all(
        n.in_("zh") != e and "{" not in n.in_("zh")
        for n, e in zip(report.summary.notes, english, strict=True)
    )
    return english


def tracked(ids, skus=None):
    rows = [f"900-{n},X,{t},11/2/26,{(skus or [''] * 99)[n]}" for n, t in enumerate(ids)]
    return read_report(("\n".join([VTR, *rows]) + "\n").encode(), "v.csv")


def ordered(ids):
    rows = [f"{i},11/2/26,11/3/26,Yes" for i in ids]
    return read_report(("\n".join([LATE, *rows]) + "\n").encode(), "l.csv")


NUMBERS = [
    ("shortened", ["9.2E+21", "9.4e+21", "LX123"], "in 2 rows Excel has shortened"),
    ("rounded, long", ["9212345678901230000000", "TBA1"], "in 1 rows the number has only zeros"),
    ("rounded, short ones that are half of all", ["123456789012300", "1234567890123450", "1234567890123460", "1234567890123470"], "in 3 rows the number has only zeros"),
    ("zeros lost", ["12345678", "23456789", "34567890", "45678901", "567890", "67890"], "in 2 rows the number is shorter"),
    ("whole", ["9205590164917312751089", "9205590164917312751096"], None),
    ("one zero at the end by chance", ["1234567890123450", "1234567890123451", "1234567890123452"], None),
    ("zeros are there", ["00123456", "12345678", "23456789", "34567890", "567890", "456789"], None),
    ("of all widths", ["1234567", "123456", "12345678", "123456789", "1234567890", "12345"], None),
    ("letters", ["1Z12345E0205271688", "RA123456785US"], None),
]  # fmt: skip


@pytest.mark.parametrize(("what", "ids", "said"), NUMBERS, ids=[n[0] for n in NUMBERS])
def test_damaged_tracking_ids_are_named(what, ids, said):
    report = tracked(ids)
    assert report.summary.used == len(ids)
    found = [n for n in notes(report) if n.startswith("Tracking ID")]
    assert (len(found) == 1 and said in found[0]) if said else not found


def test_skus_of_one_width_that_lost_their_zeros_are_named():
    skus = ["10001", "20002", "30003", "40004", "50005", "606"]
    assert any(n.startswith("SKU: in 1 rows the number is shorter") for n in notes(tracked("abcdef", skus)))
    assert notes(tracked("abcdef", [*skus[:5], "00606"])) == []


def test_an_order_id_that_was_shortened_is_no_order_any_more():
    """Seventeen digits without dashes: two orders look like one."""
    report = ordered(["1.13123E+16", "1.13123E+16", "113-1234567-1234567"])
    assert (report.summary.rows, report.summary.used) == (3, 1)
    assert [r.line for r in report.summary.rejected] == [2, 3]
    assert "not known which order" in report.summary.rejected[0].reason.in_("en")
    assert any("Excel has shortened" in n for n in notes(report))


def test_order_ids_without_dashes_are_named_when_rounded_or_short():
    rounded = ordered(["11312345671234500", "11312345671239900", "11398765431234500"])
    assert rounded.summary.used == 3 and any("match no other file" in n for n in notes(rounded))
    short = ordered([f"113{n}1234567123456" for n in range(1, 6)] + ["2812345671234567"])
    assert any("shorter than the others" in n for n in notes(short))
    assert notes(ordered([f"113-1234567-123450{n}" for n in range(6)])) == []


def sheet(cells, head=("Order Date", "Order ID", "Impacts Account Health")):
    book = openpyxl.Workbook()
    book.active.append(head)
    for number, cell in enumerate(cells):
        book.active.append([cell, f"900-{number}", "Yes"])
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


TRUE = [dt.date(2026, 11, d) for d in (3, 5, 9, 12, 13, 20, 25, 30)]


def turned(day, month_first):
    """What Excel makes of the text when its country writes the day and the month the other way round."""
    text = f"{day.month}/{day.day}/{day:%y}" if month_first else f"{day.day}/{day.month}/{day:%y}"
    return dt.datetime(day.year, day.day, day.month) if day.day <= 12 else text


@pytest.mark.parametrize(("store", "month_first"), [("US", True), ("UK", False), ("DE", False)])
def test_days_that_excel_turned_by_half_are_turned_back(store, month_first):
    report = read_report(sheet([turned(d, month_first) for d in TRUE]), "c.xlsx", marketplace=store)
    assert [d.date() for d in report.frame["order_date"]] == TRUE
    assert any("Excel has taken 4 days" in n and "swapped" in n for n in notes(report))


def test_the_same_in_a_csv_with_days_of_the_iso_form_or_serial_numbers():
    days = [turned(d, True) for d in TRUE]
    serials = [str((d - dt.datetime(1899, 12, 30)).days) if not isinstance(d, str) else d for d in days]
    isos = [d if isinstance(d, str) else f"{d:%Y-%m-%d}" for d in days]
    for cells in (serials, isos):
        lines = [f"{c},900-{n},Yes" for n, c in enumerate(cells)]
        report = read_report(
            "\n".join(["Order Date,Order ID,Impacts Account Health", *lines, ""]).encode(), "c.csv"
        )
        assert [d.date() for d in report.frame["order_date"]] == TRUE
        assert any("Excel has taken 4 days" in n for n in notes(report))


def test_days_that_were_only_rewritten_are_read_by_the_others_and_named():
    cells = [f"{d:%m/%d/%Y}" if d.day <= 12 else f"{d.month}/{d.day}/{d:%y}" for d in TRUE]
    lines = [f"{c},900-{n},Yes" for n, c in enumerate(cells)]
    report = read_report(
        "\n".join(["Order Date,Order ID,Impacts Account Health", *lines, ""]).encode(), "c.csv"
    )
    assert [d.date() for d in report.frame["order_date"]] == TRUE
    assert any("rewritten 4 days" in n for n in notes(report))


@pytest.mark.parametrize(
    "cells",
    [
        [dt.datetime(2026, 11, 3), dt.datetime(2026, 11, 25), "11/26/26"],  # a day that cannot have been swapped
        [dt.datetime(2026, 11, 3), "11/5/26", "11/26/26"],  # a text that Excel would have read
        [*(dt.datetime(2026, 11, d) for d in range(1, 12)), "11/13/26", "11/29/26"],  # two files, one under the other
        [dt.datetime(2026, 11, 3), dt.datetime(2026, 11, 12)],
        ["11/5/26", "11/26/26"],
    ],
)  # fmt: skip
def test_days_that_only_look_like_it_stay(cells):
    report = read_report(sheet(cells), "c.xlsx")
    assert all(d.month == 11 for d in report.frame["order_date"]) and notes(report) == []


def test_days_as_serial_numbers_are_named():
    report = read_report(sheet(["46331", "46332"]), "c.xlsx")
    assert report.frame["order_date"].iloc[0].date() == dt.date(2026, 11, 5)
    assert any("turned days into numbers" in n for n in notes(report))


def test_a_number_of_a_workbook_has_the_digits_that_excel_kept():
    book = openpyxl.load_workbook(io.BytesIO(sheet(["11/5/26"])))
    book.active["B2"] = 11312345671234567.0
    data = io.BytesIO()
    book.save(data)
    report = read_report(data.getvalue(), "c.xlsx")
    assert report.frame["order_id"].tolist() == ["11312345671234600"]
