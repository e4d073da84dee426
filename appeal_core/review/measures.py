"""Which items of the prevention are measures, and how a table's row is read."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from appeal_core.review.draft import Draft, Item

_NAME = re.compile(r"(?<![.!?:;]\s)(?<!^)\b[A-Z][a-z]+ [A-Z][a-z]+\b")
_NOT_PEOPLE = re.compile(r"Seller|Amazon|Account|Central|Health|Buy|Shipping|Handling|Time|Report|Orders?|Exhibit|Order|Rate|Delivery|Settings", re.I)  # fmt: skip


def measures_of(draft: Draft) -> tuple[Item, ...]:
    """The measures of a plan: the points and rows of the prevention, or its paragraphs."""
    if not draft.is_plan:
        return ()
    shortest = 6 if draft.lang == "zh" else 12  # below, it is no sentence
    items = [i for i in draft.part("prevention") if i.kind == "row" or len(i.text) >= shortest]
    listed = [i for i in items if i.kind in ("row", "point")]
    return tuple(listed or items)


def measures_lacking(draft: Draft, column: re.Pattern[str], said: Callable[[str], bool]) -> Iterator[Item]:
    """The measures whose cell under `column` is empty or, where there is none, whose text does not say it."""
    for item in measures_of(draft):
        cell = cell_under(item, column)
        if not (said(item.text) if cell is None else cell.strip(" -–—")):
            yield item


def cell_under(item: Item, column: re.Pattern[str]) -> str | None:
    """The cell of a row under the column so named; `None` where there is no such column."""
    for name, cell in zip(item.columns, (*item.cells, *[""] * len(item.columns)), strict=False):
        if column.search(name):
            return cell
    return None


def named_in(text: str) -> bool:
    """Whether a person seems to be named: two capitalised words that are no term of the trade."""
    return any(not _NOT_PEOPLE.search(m.group()) for m in _NAME.finditer(" " + text))
