"""Text cells ─► typed pandas columns, with the rows that have no usable value in a required column."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from appeal_core.case.measurements import Rejected
from appeal_core.catalog.entries import Marketplace
from appeal_core.catalog.report_entries import ReportColumn
from appeal_core.language import Message, message
from appeal_core.reports.days import Days, read_days
from appeal_core.reports.shifted import has_own_form
from appeal_core.reports.spreadsheet import LOOKED_AT, damage_of
from appeal_core.reports.text_table import LINE

_NO = frozenset(
    [
        "-",
        "–",
        "—",
        "no",
        "n",
        "none",
        "na",
        "n/a",
        "false",
        "0",
        "否",
        "无",
        "不",
        "いいえ",
        "なし",
        "nein",
        "non",
        "não",
    ]
)
_UNITS = re.compile(r"(?:\bqty\b|[(:x×*=])\s*(\d{1,5})\)?\s*(?=$|[,;|\s)])", re.IGNORECASE)
NAMED_REJECTIONS = 10_000  # more are only counted


@dataclass
class Typed:
    """`frame` holds the usable rows. `rejected` keeps every refused line's number and reason."""

    frame: pd.DataFrame
    rejected: list[Rejected] = field(default_factory=list)
    rejected_rows: int = 0
    notes: list[Message] = field(default_factory=list)


def typed(
    table: pa.Table,
    headers: dict[str, str],
    columns: dict[str, ReportColumn],
    store: Marketplace,
    near: frozenset[str] = frozenset(),
) -> Typed:
    """Types every column of `table` as `columns` says; `headers` are their names in the file.

    `near`: columns beside a buyer's; in a row whose other cells do not fit their columns, they may hold a buyer's.
    """
    result = Typed(pd.DataFrame(index=pd.RangeIndex(table.num_rows)))
    lines = table.column(LINE).to_numpy()
    refused = np.zeros(table.num_rows, dtype=bool)
    moved = np.zeros(table.num_rows, dtype=bool)
    data: dict[str, Any] = {}
    for code, column in columns.items():
        damage = damage_of(table.column(code), code, headers[code]) if code in LOOKED_AT else None
        if damage is not None:
            result.notes += damage.notes
        values, bad = _column(table.column(code), column, headers[code], store, result)
        if column.required:
            empty = np.asarray(
                values.isna() | (values.astype("str") == "") if column.holds == "id" else values.isna()
            )
            if damage is not None and code == "order_id":
                _reject(result, lines[damage.lost & ~refused], message(
                    "{column} was shortened by Excel, so it is not known which order this is.", column=headers[code]
                ))  # fmt: skip
                refused |= damage.lost
            _reject(result, lines[bad & ~refused], message("{column} cannot be read.", column=headers[code]))
            refused |= bad
            _reject(result, lines[empty & ~refused], message("{column} is empty.", column=headers[code]))
            refused |= empty
        elif bad.any():
            moved |= bad
            result.notes.append(
                message("Rows without a readable value in {column}: {rows}. The rest of each row is used.",
                        rows=int(bad.sum()), column=headers[code])
            )  # fmt: skip
        data[code] = values
    if moved.any():
        data |= {code: _without_strangers(data[code], moved) for code in near & set(data)}
    frame = pd.DataFrame(data, copy=False)
    result.frame = frame[~refused].reset_index(drop=True) if refused.any() else frame
    return result


def _without_strangers(values: pd.Series, moved: np.ndarray) -> pd.Series:
    """A column of texts, emptied in these rows where a cell's form does not say what it is."""
    words = isinstance(values.dtype, pd.CategoricalDtype)
    if not words and not pd.api.types.is_string_dtype(values):
        return values
    texts = values.astype("str").to_numpy(dtype=object, na_value="").copy()
    for place in np.flatnonzero(moved):
        texts[place] = texts[place] if has_own_form(texts[place]) else ""
    kept = pd.Series(texts, index=values.index, dtype="str")
    return kept.astype("category") if words else kept


def _column(
    cells: pa.ChunkedArray, column: ReportColumn, header: str, store: Marketplace, result: Typed
) -> tuple[pd.Series, np.ndarray]:
    fine = np.zeros(len(cells), dtype=bool)
    if column.holds == "when":
        days = read_days(cells, store.date_order, store.zone)
        result.notes += _day_notes(header, days, store.code)
        return days.values, days.bad
    if column.holds == "word":
        return _words(cells), fine
    if column.holds == "id":
        ids = pc.utf8_trim_whitespace(cells).to_pandas()
        return ids, fine
    return _by_word(cells, column.holds, fine)


def _by_word(cells: pa.ChunkedArray, holds: str, fine: np.ndarray) -> tuple[pd.Series, np.ndarray]:
    words = _words(cells)
    names = words.cat.categories.astype(object)
    if holds == "flag":
        flags = [None if not n else _flag(n) for n in names]
        return _taken(words, flags, "boolean"), fine
    if holds == "units":
        return _taken(words, [_units(n) for n in names], "Int64"), fine
    numbers = [_number(n, whole=holds == "count") for n in names]
    values = _taken(words, numbers, "Int64" if holds == "count" else "Float64")
    return values, np.asarray(values.isna() & (words != ""))


def _taken(words: pd.Series, meanings: list[Any], dtype: str) -> pd.Series:
    by_code = pd.array(meanings, dtype=dtype)  # type: ignore[call-overload]
    return pd.Series(by_code.take(words.cat.codes.to_numpy()), index=words.index)


def _words(cells: pa.ChunkedArray) -> pd.Series:
    if not pa.types.is_dictionary(cells.type):
        cells = cells.dictionary_encode()
    words: pd.Series = cells.to_pandas()
    names = words.cat.categories
    stripped = names.astype("str").str.strip()
    if list(stripped) != list(names):
        words = words.astype("str").str.strip().astype("category")
    return words


def _flag(word: str) -> bool:
    return word.strip().casefold() not in _NO


def _number(word: str, *, whole: bool) -> float | int | None:
    try:
        number = float(word.strip().replace(",", "."))
    except ValueError:
        return None
    if number != number or abs(number) > 1e12:
        return None
    return int(number) if whole else number


def _units(word: str) -> int:
    """`MF-1 (2), MF-2 (1)` is three units; a list without counts is one unit an item."""
    if word.strip().isdigit():
        return max(1, int(word))
    counts = [int(n) for n in _UNITS.findall(word)]
    return sum(counts) or max(1, len([p for p in re.split(r"[,;|]", word) if p.strip()]))


def _day_notes(header: str, days: Days, store: str) -> list[Message]:
    notes = []
    if days.turned:
        notes.append(
            message("{column}: Excel has taken {rows} days for days of another order and swapped day and month; the "
                    "others it left as text. They were turned back by the order of the others. Check some of them, or "
                    "download the file again and do not save it in Excel.", column=header, rows=days.turned)
        )  # fmt: skip
    if days.rewritten:
        notes.append(
            message("{column}: Excel has rewritten {rows} days and left the others as text. They were read in the order "
                    "of the others. Check some of them.", column=header, rows=days.rewritten)
        )  # fmt: skip
    if days.swapped:
        notes.append(
            message("{column}: the days are not written as in the store {store}; their order was read off the "
                    "values. Check that the marketplace is right.", column=header, store=store)
        )  # fmt: skip
    if days.serials:
        notes.append(
            message("{column}: Excel has turned days into numbers; they were turned back.", column=header)
        )
    return notes


def _reject(result: Typed, lines: np.ndarray, reason: Message) -> None:
    result.rejected_rows += len(lines)
    room = max(0, NAMED_REJECTIONS - len(result.rejected))
    result.rejected += [Rejected(line=int(line), reason=reason) for line in lines[:room]]
