"""The defect workbook: every defective order in a spreadsheet, to be coded there and read back."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import zip_longest
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
_DAYS = ("day", "contest_from", "deadline")
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

    book = Workbook(write_only=True)
    sheet = book.create_sheet(message("Defects").in_(lang))
    _head(sheet, lang)
    given = _by_order(codings)
    names = {code: metrics()[code].name.in_(lang) for code in defects["metric"].unique()}
    for row in _rows(defects):
        key = (row["metric"], row["order_id"])
        sheet.append([_cell(sheet, v) for v in _cells(row, names, given.get(key, ()), lists, lang)])
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


def _rows(defects: pd.DataFrame) -> Iterator[dict[str, Any]]:
    """The list's rows: texts as such, days as dates."""
    texts = [c for c in ("metric", "order_id", "sku", "carrier", "reason", "root_cause", "reason_given", "remedy")
             if c in defects]  # fmt: skip
    lists = {c: defects[c].astype("str").to_numpy(dtype=object, na_value="").tolist() for c in texts}
    lists["day"] = defects["day"].to_numpy().astype("datetime64[D]").tolist()
    lists["counts"] = defects["counts"].to_numpy(dtype=bool).tolist()
    for values in zip(*lists.values(), strict=True):
        yield dict(zip(lists, values, strict=True))


def _cells(
    row: Mapping[str, Any], names: Mapping[str, str], codings: Sequence[Coding], lists: Lists, lang: Lang
) -> list[Any]:
    metric, order, cause = row["metric"], row["order_id"], row.get("root_cause", "")
    exhibit = next((c.exhibit for c in reversed(codings) if c.exhibit), "")
    since = next((c.contest_from for c in reversed(codings) if c.contest_from), None)
    return [
        names[metric],
        order,
        row["day"],
        row.get("sku", ""),
        row.get("carrier", ""),
        row.get("reason", ""),
        _yes_or_no(row["counts"], lang),
        lists.root_causes[cause].in_(lang) if cause in lists.root_causes else cause,
        row.get("reason_given", ""),
        row.get("remedy", ""),
        since,
        (lists.deadlines or {}).get((metric, order)),
        exhibit,
    ]


@cache
def _yes_or_no(yes: bool, lang: Lang) -> str:
    return message("yes").in_(lang) if yes else message("no").in_(lang)


def _head(sheet: Any, lang: Lang) -> None:
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font, PatternFill
    from openpyxl.utils import get_column_letter

    cells = []
    for place, (code, name) in enumerate(columns(lang).items(), start=1):
        cell = WriteOnlyCell(sheet, name)
        cell.font = Font(bold=True)
        if code in _FILLED:
            cell.fill = PatternFill("solid", fgColor="FFF2CC")
        cells.append(cell)
        dimension = sheet.column_dimensions[get_column_letter(place)]
        dimension.width = _WIDTHS[code]
        dimension.number_format = "yyyy-mm-dd" if code in _DAYS else "@"
    sheet.freeze_panes = "C2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(_WIDTHS))}1"
    sheet.append(cells)


def _cell(sheet: Any, value: Any) -> Any:
    """A value as the sheet takes it; a text that begins with = as a text, else it is stored as a formula."""
    if not isinstance(value, str):
        return value
    text = clean(value)[:_MAX_TEXT]
    if not text.startswith("="):
        return text or None
    from openpyxl.cell import WriteOnlyCell

    cell = WriteOnlyCell(sheet, text)
    cell.data_type = "s"
    return cell


def _write_lists(sheet: Any, lists: Lists, lang: Lang) -> None:
    """Column A: the mark; B and C: root causes' names and ids; D: exhibits; E to G: metrics' names and codes."""
    columns = [
        [MARK],
        [n.in_(lang) for n in lists.root_causes.values()],
        [*lists.root_causes],
        [*lists.exhibits],
        [m.name.in_(lang) for m in metrics().values()],
        [*metrics()],
    ]
    for texts in zip_longest(*columns, fillvalue=""):
        sheet.append([_cell(sheet, text) for text in texts])


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
        sheet.data_validations.append(rule)
