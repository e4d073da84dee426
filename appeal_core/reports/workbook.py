"""The first sheet of an .xlsx with a table in it ─► rows of text."""

from __future__ import annotations

import datetime as dt
import io
import warnings
import zipfile
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

import pyarrow as pa

from appeal_core.language import BadInput
from appeal_core.reports.headers import known_headers
from appeal_core.reports.layout import LINES_BEFORE_HEADER, Layout
from appeal_core.reports.sniff import LIMIT
from appeal_core.reports.text_table import LINE, TextTable

Rows = list[list[str]]


def read_rows(data: bytes, name: str) -> Rows:
    """The rows of the first sheet that is not empty, as text; raises `BadInput` when it cannot be opened."""
    import openpyxl

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            if sum(p.file_size for p in parts.infolist()) > 2 * LIMIT:
                raise BadInput("{file} is larger than 1 GB when unpacked.", file=name)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
            for sheet in book.worksheets:
                rows = _texts(sheet.iter_rows(values_only=True))
                if any(any(r) for r in rows):
                    return rows
    except BadInput:
        raise
    except Exception as error:
        raise BadInput(
            "{file} cannot be opened as an Excel workbook. It may be damaged or cut off.", file=name
        ) from error
    raise BadInput("{file} has no rows.", file=name)


def layout_of_rows(rows: Rows) -> Layout:
    """Which row is the header: the one with most known names among the first, else the first."""
    first = rows[:LINES_BEFORE_HEADER]
    at = max(range(len(first)), key=lambda i: (known_headers(first[i]), any(first[i]), -i))
    under = next((r for r in rows[at + 1 :] if any(r)), [])
    return Layout(tuple(rows[at]), "", False, at + 1, at + 2, tuple(under))


def table_of_rows(rows: Rows, layout: Layout, columns: dict[str, int]) -> TextTable:
    """The wanted columns of the rows under the header; blank rows are no rows."""
    body = [(layout.line + i, r) for i, r in enumerate(rows[layout.start :]) if any(r)]
    width = max([len(r) for _, r in body], default=0)
    full = [r + [""] * (width - len(r)) for _, r in body]
    arrays = [
        pa.chunked_array([pa.array([r[p] if p < width else "" for r in full], pa.string())])
        for p in columns.values()
    ]
    lines = pa.array([line for line, _ in body], pa.int32())
    return TextTable(pa.table([*arrays, lines], names=[*columns, LINE]))


def _texts(rows: Iterable[tuple[Any, ...]]) -> Rows:
    return [[_text(cell) for cell in row] for row in rows]


def _text(cell: Any) -> str:
    if cell is None:
        return ""
    if isinstance(cell, dt.datetime):
        return (
            cell.date().isoformat()
            if cell.time() == dt.time()
            else cell.isoformat(sep=" ", timespec="seconds")
        )
    if isinstance(cell, float) and cell.is_integer():  # of long ones the digits that Excel had kept
        return str(int(cell)) if abs(cell) < 1e15 else f"{Decimal(f'{cell:.14e}'):f}"
    return str(cell).strip()
