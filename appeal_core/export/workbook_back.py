"""The defect workbook on its way back: what the seller filled in, order by order."""

from __future__ import annotations

import datetime as dt
import io
import warnings
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from appeal_core.case import Coding
from appeal_core.catalog import metrics
from appeal_core.export.workbook import LISTS, MARK, columns
from appeal_core.language import LANGS, BadInput, Bilingual

UNPACKED_LIMIT = 500_000_000
_DAYS = ("%Y-%m-%d", "%Y/%m/%d", "%Y.%m.%d", "%Y年%m月%d日")


def read_workbook(data: bytes, root_causes: Mapping[str, Bilingual] | None = None) -> tuple[Coding, ...]:
    """What stands in the seller's columns, a coding an order and metric; rows with nothing in them give none.

    The workbook was written with what stood before, so these codings take the place of all earlier ones: a cell
    that was emptied is empty. `root_causes` are further names by id. Raises `BadInput` for a file that is not our
    workbook, for an unknown root cause, and for a day that is none.
    """
    lists, rows = _opened(data)
    causes = _causes(lists, root_causes or {})
    codes = {_key(name): code for name, code in _pairs(lists, 4)} | {_key(c): c for c in metrics()}
    found: dict[tuple[str, str], Coding] = {}
    for line, row in _named(rows):
        order, metric = _text(row.get("order_id")), codes.get(_key(_text(row.get("metric"))))
        if not order:
            continue
        if metric is None:
            raise BadInput("Row {row} of the workbook names no metric. Restore the cell in the first column.",
                           row=str(line))  # fmt: skip
        coding = _coding(line, row, order, metric, causes)
        found[metric, order] = _joined(found.get((metric, order)), coding)
    return tuple(c for c in found.values() if _says(c))


def _opened(data: bytes) -> tuple[list[tuple[Any, ...]], list[tuple[Any, ...]]]:
    import openpyxl

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            if sum(p.file_size for p in parts.infolist()) > UNPACKED_LIMIT:
                raise BadInput("This workbook is too large to open (over 500 MB unpacked).")
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
            lists = list(book[LISTS].iter_rows(values_only=True)) if LISTS in book.sheetnames else []
            sheet = next((s for s in book.worksheets if s.title != LISTS), None)
            rows = list(sheet.iter_rows(values_only=True)) if sheet is not None else []
    except BadInput:
        raise
    except Exception as error:
        raise BadInput(
            "This file cannot be opened as an Excel workbook. Save it as .xlsx and give it again."
        ) from error
    if not lists or not lists[0] or lists[0][0] != MARK:
        raise BadInput(
            "This is not the defect workbook of Candor. Download the workbook, fill it in, save it as .xlsx, and "
            "give it back."
        )
    return lists, rows


def _pairs(lists: Iterable[tuple[Any, ...]], at: int) -> Iterator[tuple[str, str]]:
    for row in lists:
        if len(row) > at + 1 and row[at] and row[at + 1]:
            yield str(row[at]), str(row[at + 1])


def _causes(lists: Iterable[tuple[Any, ...]], more: Mapping[str, Bilingual]) -> dict[str, str]:
    """Ids by every name that a cell may hold."""
    found: dict[str, str] = {}
    for name, code in _pairs(lists, 1):
        found |= {_key(name): code, _key(code): code}
    for code, names in more.items():
        found |= {_key(names.in_(lang)): code for lang in LANGS} | {_key(code): code}
    return found


def _named(rows: list[tuple[Any, ...]]) -> Iterator[tuple[int, dict[str, Any]]]:
    """Each row under the columns' codes, whichever language its header is in, wherever a column was moved."""
    codes = {_key(name): code for lang in LANGS for code, name in columns(lang).items()}
    header = [codes.get(_key(_text(cell))) for cell in rows[0]] if rows else []
    if "order_id" not in header or "metric" not in header:
        raise BadInput(
            "The workbook's header row was changed. Restore the names of the columns in the first row."
        )
    for line, row in enumerate(rows[1:], start=2):
        yield line, {code: cell for code, cell in zip(header, row, strict=False) if code}


def _coding(line: int, row: Mapping[str, Any], order: str, metric: str, causes: Mapping[str, str]) -> Coding:
    said = _text(row.get("root_cause"))
    if said and _key(said) not in causes:
        raise BadInput("Row {row} of the workbook: “{text}” is none of the root causes. Choose one from the list "
                       "in the cell.", row=str(line), text=said)  # fmt: skip
    return Coding(
        metric=metric,
        by="order",
        value=order,
        root_cause=causes[_key(said)] if said else "",
        reason=_text(row.get("note")),
        remedy=_text(row.get("remedy")),
        exhibit=_text(row.get("exhibit")),
        contest_from=_day(line, row.get("contest_from")),
    )


def _joined(before: Coding | None, later: Coding) -> Coding:
    """Several rows of one order: what a later row says outranks what an earlier one said."""
    if before is None:
        return later
    told = {name: value for name, value in later.model_dump().items() if value}
    return before.model_copy(update=told)


def _says(coding: Coding) -> bool:
    return bool(coding.root_cause or coding.reason or coding.remedy or coding.exhibit or coding.contest_from)


def _day(line: int, value: Any) -> dt.date | None:
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, dt.date):
        return value
    text = _text(value)
    if not text:
        return None
    for form in _DAYS:
        try:
            return dt.datetime.strptime(text.replace(" ", ""), form).date()
        except ValueError:
            continue
    raise BadInput("Row {row} of the workbook: “{text}” is no day. Write it as 2026-11-14.",
                   row=str(line), text=text)  # fmt: skip


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return str(value).strip()


def _key(text: str) -> str:
    return " ".join(text.casefold().split())
