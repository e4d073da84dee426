"""The defect workbook: every defective order in a spreadsheet, to be coded there and read back."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from appeal_core.case import Coding
from appeal_core.catalog import metrics
from appeal_core.export.rows import MAX_ROWS, without_clock
from appeal_core.export.segments import clean
from appeal_core.language import BadInput, Bilingual, Lang, Message, message

MARK = "candor-defects-1"  # in the hidden sheet: by it our own workbook is known again
LISTS = "candor"
_MAX_TEXT = 32_767
_WIDTHS = {
    "metric": 24, "order_id": 22, "day": 12, "sku": 20, "carrier": 16, "reason": 30, "counts": 10, "root_cause": 34,
    "note": 30, "remedy": 30, "contest_from": 16, "deadline": 16, "exhibit": 10,
}  # fmt: skip
_FILLED = ("root_cause", "note", "remedy", "contest_from", "exhibit")  # the seller's own columns


@dataclass(frozen=True)
class Lists:
    """What the workbook offers and prints beside the rows.

    `root_causes`: names by id, for the dropdown; `exhibits`: letters or names, for theirs; `deadlines`: the last day
    to contest by (metric, order ID).
    """

    root_causes: Mapping[str, Bilingual]
    exhibits: Sequence[str] = ()
    deadlines: Mapping[tuple[str, str], dt.date] | None = None


def to_workbook(defects: pd.DataFrame, codings: Sequence[Coding], lists: Lists, lang: Lang) -> bytes:
    """The coded defect list (`apply_codings`) as a workbook in `lang`; the same bytes for the same list.

    No cell can be run as a formula, and no column holds a person. Raises `BadInput` beyond a sheet's rows.
    """
    if len(defects) > MAX_ROWS:
        raise BadInput(
            "A worksheet holds at most {limit} rows, and these are {rows}. Save them as CSV.",
            limit=MAX_ROWS, rows=len(defects),
        )  # fmt: skip
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    sheet.title = message("Defects").in_(lang)
    _head(sheet, lang)
    given = _by_order(codings)
    for at, row in enumerate(defects.to_dict("records"), start=2):
        key = (str(row["metric"]), str(row["order_id"]))
        _fill(sheet, at, _cells(row, given.get(key, ()), lists, lang))
    hidden = book.create_sheet(LISTS)
    hidden.sheet_state = "veryHidden"
    _write_lists(hidden, lists, lang)
    _dropdowns(sheet, len(defects), lists)
    out = io.BytesIO()
    book.save(out)
    return without_clock(out.getvalue())


def columns(lang: Lang) -> dict[str, str]:
    """The columns' names in `lang`, in their order."""
    names: dict[str, Message] = {
        "metric": message("Metric"),
        "order_id": message("Order ID"),
        "day": message("Day"),
        "sku": message("SKU"),
        "carrier": message("Carrier"),
        "reason": message("Reason in the files"),
        "counts": message("Counts toward the rate"),
        "root_cause": message("Root cause"),
        "note": message("Your note on the reason"),
        "remedy": message("Remedy for the buyer"),
        "contest_from": message("Day of the claim's grant, the feedback or the chargeback"),
        "deadline": message("Last day to contest"),
        "exhibit": message("Exhibit"),
    }
    return {code: name.in_(lang) for code, name in names.items()}


def _by_order(codings: Iterable[Coding]) -> dict[tuple[str, str], tuple[Coding, ...]]:
    found: dict[tuple[str, str], tuple[Coding, ...]] = {}
    for coding in codings:
        if coding.by == "order":
            key = (coding.metric, coding.value)
            found[key] = (*found.get(key, ()), coding)
    return found


def _cells(row: Mapping[Any, Any], codings: Sequence[Coding], lists: Lists, lang: Lang) -> list[Any]:
    metric, order = str(row["metric"]), str(row["order_id"])
    cause = str(row.get("root_cause") or "")
    day = row["day"]
    yes, no = message("yes").in_(lang), message("no").in_(lang)
    exhibit = next((c.exhibit for c in reversed(codings) if c.exhibit), "")
    since = next((c.contest_from for c in reversed(codings) if c.contest_from), None)
    return [
        metrics()[metric].name.in_(lang),
        order,
        None if pd.isna(day) else pd.Timestamp(day).date(),
        str(row.get("sku") or ""),
        str(row.get("carrier") or ""),
        str(row.get("reason") or ""),
        yes if row["counts"] else no,
        lists.root_causes[cause].in_(lang) if cause in lists.root_causes else cause,
        str(row.get("reason_given") or ""),
        str(row.get("remedy") or ""),
        since,
        (lists.deadlines or {}).get((metric, order)),
        exhibit,
    ]


def _head(sheet: Any, lang: Lang) -> None:
    from openpyxl.styles import Font, PatternFill
    from openpyxl.utils import get_column_letter

    for place, (code, name) in enumerate(columns(lang).items(), start=1):
        cell = sheet.cell(row=1, column=place, value=name)
        cell.font = Font(bold=True)
        if code in _FILLED:
            cell.fill = PatternFill("solid", fgColor="FFF2CC")
        sheet.column_dimensions[get_column_letter(place)].width = _WIDTHS[code]
    sheet.freeze_panes = "C2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(_WIDTHS))}1"


def _fill(sheet: Any, at: int, values: Sequence[Any]) -> None:
    for place, value in enumerate(values, start=1):
        if value is None or value == "":
            continue
        cell = sheet.cell(row=at, column=place)
        if isinstance(value, str):
            cell.value = clean(value)[:_MAX_TEXT]
            cell.data_type = "s"  # else a text that begins with = is stored as a formula
            cell.number_format = "@"
        else:
            cell.value = value
            cell.number_format = "yyyy-mm-dd"


def _write_lists(sheet: Any, lists: Lists, lang: Lang) -> None:
    """Column A: the mark; B and C: root causes' names and ids; D: exhibits; E to G: metrics' names and codes."""
    _put(sheet, 1, 1, MARK)
    for at, (code, name) in enumerate(lists.root_causes.items(), start=1):
        _put(sheet, at, 2, name.in_(lang))
        _put(sheet, at, 3, code)
    for at, exhibit in enumerate(lists.exhibits, start=1):
        _put(sheet, at, 4, exhibit)
    for at, (code, metric) in enumerate(metrics().items(), start=1):
        _put(sheet, at, 5, metric.name.in_(lang))
        _put(sheet, at, 6, code)


def _put(sheet: Any, row: int, column: int, text: str) -> None:
    cell = sheet.cell(row=row, column=column, value=clean(text)[:_MAX_TEXT])
    cell.data_type = "s"


def _dropdowns(sheet: Any, rows: int, lists: Lists) -> None:
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    for code, column, size in (
        ("root_cause", "B", len(lists.root_causes)),
        ("exhibit", "D", len(lists.exhibits)),
    ):
        if not size or not rows:
            continue
        rule = DataValidation(type="list", formula1=f"{LISTS}!${column}$1:${column}${size}", allow_blank=True)
        letter = get_column_letter(list(_WIDTHS).index(code) + 1)
        rule.add(f"{letter}2:{letter}{rows + 1}")
        sheet.add_data_validation(rule)
