"""Rows for a spreadsheet that cannot be run."""

from __future__ import annotations

import io

import openpyxl
import pandas as pd
import pytest

from appeal_core.export import rows
from appeal_core.export.rows import to_csv, to_xlsx
from appeal_core.language import BadInput

FRAME = pd.DataFrame(
    {
        "order_id": ["111-0000001-0000001", "111-0000002-0000002"],
        "reason": ['=cmd|"/c calc"!A1', "迟发\x0b"],
        "days": [-3, 4],
        "share": [0.5, float("nan")],
        "on": pd.to_datetime(["2026-10-01T08:00:00Z", None]),
        "done": [True, False],
    }
)


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@a", "\t=1", "\r=1", " =1", "＝1", "\n=1"])
def test_a_text_that_begins_like_a_formula_stays_a_text(text: str) -> None:
    frame = pd.DataFrame({text: [text]})
    lines = to_csv(frame).decode("utf-8-sig")
    assert pd.read_csv(io.StringIO(lines), dtype=str).iloc[0, 0].startswith("'")
    assert lines.lstrip('"').startswith("'")
    sheet = openpyxl.load_workbook(io.BytesIO(to_xlsx(frame))).active
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} == {"s"}


def test_numbers_dates_and_empty_cells_keep_their_kind() -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(to_xlsx(FRAME, "Late: 迟发"))).active
    assert [c.value for c in sheet[1]] == list(FRAME.columns)
    first, second = ([c.value for c in sheet[i]] for i in (2, 3))
    assert first[0] == "111-0000001-0000001" and first[2:4] == [-3, 0.5] and first[5] is True
    assert first[4].isoformat() == "2026-10-01T08:00:00"
    assert second[1] == "迟发" and second[3] is None and second[4] is None
    assert sheet.freeze_panes == "A2"


def test_csv_keeps_numbers_and_can_be_read_by_excel() -> None:
    data = to_csv(FRAME)
    assert data.startswith(b"\xef\xbb\xbf") and b"\r\n" in data
    back = pd.read_csv(io.BytesIO(data))
    assert list(back["days"]) == [-3, 4]
    assert back["reason"][0].startswith("'=")


def test_columns_of_one_name_and_categories_are_written() -> None:
    frame = pd.DataFrame([["=a", 1], ["=a", 2]], columns=["x", "x"])
    assert to_csv(frame).decode("utf-8-sig").splitlines() == ["x,x", "'=a,1", "'=a,2"]
    frame = pd.DataFrame({"c": pd.Categorical(["=a", "b"]), "n": pd.array([1, None], dtype="Int64")})
    assert to_csv(frame).decode("utf-8-sig").splitlines() == ["c,n", "'=a,1", "b,"]
    assert openpyxl.load_workbook(io.BytesIO(to_xlsx(frame))).active["B3"].value is None


def test_the_same_rows_give_the_same_bytes() -> None:
    assert to_xlsx(FRAME) == to_xlsx(FRAME)
    assert to_csv(FRAME) == to_csv(FRAME)


def test_more_rows_than_a_sheet_holds_are_refused_with_the_way_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rows, "MAX_ROWS", 1)
    with pytest.raises(BadInput, match="Save them as CSV"):
        to_xlsx(FRAME)
