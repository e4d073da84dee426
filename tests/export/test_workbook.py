"""The defect workbook goes out, is filled in as a spreadsheet would, and comes back."""

import datetime as dt
import io
import zipfile

import openpyxl
import pandas as pd
import pytest

from appeal_core.case import Coding
from appeal_core.catalog import metrics
from appeal_core.export.rows import to_xlsx
from appeal_core.export.workbook import Lists, columns, to_workbook
from appeal_core.export.workbook_back import read_workbook
from appeal_core.language import BadInput, Bilingual
from appeal_core.metrics import apply_codings

CAUSES = {
    "short_handling": Bilingual(en="Handling time too short", zh="备货时间过短"),
    "mine_ab12": Bilingual(en="=A broken label printer", zh="标签打印机故障"),
}
LISTS = Lists(CAUSES, ("A", "B"), {("order_defect_rate", "900-1"): dt.date(2026, 12, 1)})
BEFORE = (
    Coding(metric="late_shipment_rate", by="sku", value="MF-A", root_cause="short_handling", remedy="refunded"),
    Coding(metric="order_defect_rate", by="order", value="900-1", root_cause="mine_ab12", exhibit="B",
           contest_from=dt.date(2026, 11, 1)),
)  # fmt: skip


def defects():
    rows = [
        ("late_shipment_rate", "900-1", "MF-A", pd.Timestamp("2026-11-02"), "=cmd()", "shipped_late", True),
        ("late_shipment_rate", "900-2", "+MF-B", pd.NaT, "", "@reason", False),
        ("order_defect_rate", "900-1", "MF-A", pd.Timestamp("2026-11-02"), "UPS", "a_to_z_claim", True),
    ]
    frame = pd.DataFrame(rows, columns=["metric", "order_id", "sku", "day", "carrier", "reason", "counts"])
    frame["recipient_name"] = "Paula Invented"
    return apply_codings(frame, BEFORE)[0]


def written(lang="en", lists=LISTS):
    return to_workbook(defects(), BEFORE, lists, lang)


def opened(data):
    book = openpyxl.load_workbook(io.BytesIO(data))
    return book, book.worksheets[0]


def filled(changes, lang="en"):
    """The workbook after a spreadsheet program: cells by (row, column code)."""
    book, sheet = opened(written(lang))
    codes = list(columns(lang))
    for (row, code), value in changes.items():
        sheet.cell(row=row, column=codes.index(code) + 1).value = value
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def by_key(codings):
    return {(c.metric, c.value): c for c in codings}


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_what_was_coded_comes_back_as_it_was(lang):
    back = by_key(read_workbook(written(lang)))
    late = back["late_shipment_rate", "900-1"]
    assert (late.by, late.root_cause, late.remedy) == ("order", "short_handling", "refunded")
    claim = back["order_defect_rate", "900-1"]
    assert (claim.root_cause, claim.exhibit, claim.contest_from) == ("mine_ab12", "B", dt.date(2026, 11, 1))
    assert len(back) == 2
    again = apply_codings(defects(), tuple(back.values()))[1]
    assert again == {"short_handling": 1, "mine_ab12": 1}


def test_each_row_has_its_facts_and_no_person():
    _, sheet = opened(written())
    head, first, second, third = ([c.value for c in row] for row in sheet.iter_rows())
    assert head == list(columns("en").values())
    assert first[:8] == [
        metrics()["late_shipment_rate"].name.en, "900-1", dt.datetime(2026, 11, 2), "MF-A", "=cmd()", "shipped_late",
        "yes", "Handling time too short",
    ]  # fmt: skip
    assert second[2] is None and second[6] == "no" and second[7] is None
    assert third[11] == dt.datetime(2026, 12, 1) and first[11] is None
    assert all(b"Paula" not in zipfile.ZipFile(io.BytesIO(written())).read(n) for n in names(written()))


def names(data):
    return zipfile.ZipFile(io.BytesIO(data)).namelist()


def test_no_cell_is_a_formula():
    book, _ = opened(written())
    assert {c.data_type for s in book.worksheets for row in s.iter_rows() for c in row} <= {"s", "d", "n"}


def test_root_causes_and_exhibits_are_chosen_from_a_list():
    book, sheet = opened(written())
    rules = {str(v.sqref): v.formula1 for v in sheet.data_validations.dataValidation}
    assert rules == {"H2:H4": "candor!$B$1:$B$2", "M2:M4": "candor!$D$1:$D$2"}
    hidden = book["candor"]
    assert hidden.sheet_state != "visible" and hidden["B1"].value == "Handling time too short"


def test_the_same_list_gives_the_same_bytes():
    assert written() == written()


def test_what_the_seller_fills_in_is_read():
    data = filled(
        {
            (3, "root_cause"): "  handling TIME too short ",
            (3, "remedy"): "Refunded in full",
            (3, "note"): "Holiday week",
            (3, "exhibit"): "A",
            (3, "contest_from"): "2026/11/05",
            (2, "root_cause"): None,
            (2, "remedy"): None,
        }
    )
    back = by_key(read_workbook(data))
    assert back["late_shipment_rate", "900-2"] == Coding(
        metric="late_shipment_rate", by="order", value="900-2", root_cause="short_handling", reason="Holiday week",
        remedy="Refunded in full", exhibit="A", contest_from=dt.date(2026, 11, 5),
    )  # fmt: skip
    assert ("late_shipment_rate", "900-1") not in back


def test_a_chinese_workbook_takes_chinese_names():
    back = by_key(read_workbook(filled({(3, "root_cause"): "备货时间过短"}, "zh")))
    assert back["late_shipment_rate", "900-2"].root_cause == "short_handling"


def test_columns_may_be_moved_and_rows_removed():
    book, sheet = opened(written())
    sheet.move_range("H1:H4", cols=10)
    sheet.delete_rows(4)
    out = io.BytesIO()
    book.save(out)
    back = read_workbook(out.getvalue())
    assert [(c.value, c.root_cause) for c in back] == [("900-1", "short_handling")]


def csv_bytes():
    return "Metric,Order ID\nLate shipment rate,900-1\n".encode("utf-8-sig")


def without_header():
    book, sheet = opened(written())
    sheet["B1"].value = "my orders"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "cannot be opened"),
        (csv_bytes(), "cannot be opened"),
        (written()[:-200], "cannot be opened"),
        (to_xlsx(pd.DataFrame({"Metric": ["x"], "Order ID": ["900-1"]})), "not the defect workbook"),
        (without_header(), "header row"),
        (filled({(3, "root_cause"): "bad luck"}), "Row 3 of the workbook: “bad luck”"),
        (filled({(2, "contest_from"): "soon"}), "Row 2 of the workbook: “soon”"),
        (filled({(2, "metric"): "my rate"}), "Row 2 of the workbook names no metric"),
    ],
)
def test_a_foreign_or_spoilt_file_is_refused_with_a_sentence(data, says):
    with pytest.raises(BadInput) as refused:
        read_workbook(data)
    assert says in refused.value.message.in_("en") and refused.value.message.in_("zh")


def test_packages_of_one_order_become_one_coding():
    row = ("valid_tracking_rate", "900-3", "", pd.NaT, "", "carrier_scan", True)
    names_ = ["metric", "order_id", "sku", "day", "carrier", "reason", "counts"]
    frame = pd.DataFrame([row, row], columns=names_)
    data = to_workbook(frame, (), LISTS, "en")
    book, sheet = opened(data)
    sheet["H2"].value, sheet["J3"].value = "Handling time too short", "resent"
    out = io.BytesIO()
    book.save(out)
    (one,) = read_workbook(out.getvalue())
    assert (one.root_cause, one.remedy) == ("short_handling", "resent")


def test_an_empty_list_is_a_workbook_with_its_head_alone():
    data = to_workbook(defects().iloc[:0], (), Lists({}), "zh")
    assert opened(data)[1].max_row == 1 and read_workbook(data) == ()
