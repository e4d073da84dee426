"""The account of a file: its columns by name, its span of days, and what is to be said of its rows."""

from __future__ import annotations

from typing import Any

import pandas as pd

from appeal_core.case.measurements import SetAside
from appeal_core.language import Message, message
from appeal_core.reports.headers import is_personal_name, known_headers, personal
from appeal_core.reports.layout import has_twins, holds_data
from appeal_core.reports.text_table import TextTable

DAY_COLUMNS = (
    "purchase_date", "order_date", "day", "feedback_date", "request_date", "return_date", "confirmed_date",
    "shipped_date", "ship_date", "promised_delivery_date", "expected_ship_date",
)  # fmt: skip


def notes_of(table: TextTable, frame: pd.DataFrame, aside: tuple[SetAside, ...]) -> list[Message]:
    """What a person should know of how the rows were read."""
    notes = []
    if table.padded:
        notes.append(
            message(
                "Rows with fewer cells than the header: {rows}. The missing cells were taken as empty.",
                rows=table.padded,
            )
        )
    if table.cut_off:
        notes.append(message("The file ends in the middle of a row: it may be cut off. Download it again."))
    if aside and frame.empty:
        notes.append(message("Every row is of another store. Check that the marketplace is right."))
    return notes


def dropped(headers: tuple[str, ...], columns: dict[str, int]) -> tuple[str, ...]:
    """The names of a buyer's columns, which were not read."""
    trusted = set(_trusted(headers))
    return tuple(h for h in personal(headers, columns) if h in trusted)


def shown(headers: tuple[str, ...], columns: dict[str, int]) -> tuple[str, ...]:
    """The names of all other columns."""
    hidden = set(personal(headers, columns))
    return tuple(h for h in _trusted(headers) if h and h not in hidden)


def _trusted(headers: tuple[str, ...]) -> tuple[str, ...]:
    """The headers that may be shown: of a header row that a row of data ran into, only names that are known."""
    if not holds_data(headers) and not (has_twins(headers) and known_headers(headers)):
        return headers
    return tuple(h for h in headers if known_headers([h]) or is_personal_name(h))


def span_of(frame: pd.DataFrame, zone: str) -> tuple[Any, Any]:
    """The first and the last day of the rows, in the marketplace's zone; `None` twice where none has a day."""
    for name in DAY_COLUMNS:
        if name in frame:
            values = frame[name].dropna()
            if len(values):
                ends = pd.Series([values.min(), values.max()])
                ends = ends.dt.tz_convert(zone) if ends.dt.tz is not None else ends
                return ends[0].date(), ends[1].date()
    return None, None
