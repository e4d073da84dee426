"""Tables of rows for a spreadsheet, in which no cell can be run as a formula."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from typing import Any

import pandas as pd

from appeal_core.export.formulas import harmless
from appeal_core.export.packing import repacked
from appeal_core.export.segments import clean
from appeal_core.language import BadInput

MAX_ROWS = 1_048_575  # of a worksheet, its header aside
_MAX_TEXT = 32_767
_NOW = re.compile(rb"<dcterms:(created|modified)([^>]*)>[^<]*<")


def to_csv(frame: pd.DataFrame) -> bytes:
    """The frame as CSV (UTF-8 with mark, CRLF), its texts safe from being run as formulas."""
    columns = {place: _harmless_column(frame.iloc[:, place]) for place in range(frame.shape[1])}
    heads = [harmless(str(name)) for name in frame.columns]
    text = pd.DataFrame(columns).to_csv(index=False, header=heads, lineterminator="\r\n")
    return b"\xef\xbb\xbf" + text.encode()


def _harmless_column(column: pd.Series[Any]) -> pd.Series[Any]:
    if column.dtype.kind in "biufM":
        return column
    return column.astype(object).map(
        lambda value: harmless(clean(value)) if isinstance(value, str) else value
    )


def to_xlsx(frame: pd.DataFrame, title: str = "Orders") -> bytes:
    """The frame as a workbook of one sheet, the same bytes for the same frame.

    Texts are stored as texts, so that none is a formula. Raises `BadInput` beyond a sheet's rows.
    """
    if len(frame) > MAX_ROWS:
        raise BadInput(
            "A worksheet holds at most {limit} rows, and these are {rows}. Save them as CSV.",
            limit=MAX_ROWS, rows=len(frame),
        )  # fmt: skip
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet(re.sub(r"[\\/*?:\[\]]", " ", title)[:31] or "Orders")
    sheet.freeze_panes = "A2"
    sheet.append([_cell(sheet, str(name), bold=True) for name in frame.columns])
    for row in frame.itertuples(index=False, name=None):
        sheet.append([_cell(sheet, value) for value in row])
    out = io.BytesIO()
    book.save(out)
    return without_clock(out.getvalue())


def _cell(sheet: Any, value: Any, *, bold: bool = False) -> Any:
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font

    if value is None or (not isinstance(value, str) and pd.isna(value)):
        return None
    if isinstance(value, pd.Timestamp | dt.datetime):
        value = pd.Timestamp(value).tz_localize(None).to_pydatetime()  # a worksheet knows no zones
    elif hasattr(value, "item"):
        value = value.item()
    if not isinstance(value, str):
        return WriteOnlyCell(sheet, value if isinstance(value, bool | int | float | dt.date) else str(value))
    cell = WriteOnlyCell(sheet, clean(value)[:_MAX_TEXT])
    cell.data_type = "s"  # else a text that begins with = is stored as a formula
    if bold:
        cell.font = Font(bold=True)
    return cell


def without_clock(book: bytes) -> bytes:
    """The workbook without the moment of its making."""
    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        core = archive.read("docProps/core.xml")
    return repacked(book, {"docProps/core.xml": _NOW.sub(rb"<dcterms:\1\2>2000-01-01T00:00:00Z<", core)})
