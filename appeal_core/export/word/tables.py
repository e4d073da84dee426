"""Tables: a header row that repeats, rows that stay whole, columns as wide as their words need."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from typing import Any

from appeal_core.case import Table
from appeal_core.export.segments import clean, letter_in, segments
from appeal_core.export.word.text import bookmark_name, paragraph, run, runs
from appeal_core.export.word.xml import el
from appeal_core.language import Lang

_UNIT = 112  # twips that a narrow character of the table's 9.5 points takes
_PADDING = 230
_SHORT = 6  # rows up to which a table stays on one page


class Bookmarks:
    """Gives every bookmark of a document its id, and each name only once."""

    def __init__(self) -> None:
        self._names: list[str] = []

    def around(self, name: str, content: list[Any]) -> list[Any]:
        """`content` between the ends of the bookmark `name`, unless it stands already."""
        if name in self._names:
            return content
        self._names.append(name)
        number = len(self._names)
        return [el("bookmarkStart", id=number, name=name), *content, el("bookmarkEnd", id=number)]


def table_element(
    table: Table,
    lang: Lang,
    styles: dict[str, str],
    *,
    width: int,
    exhibits: Collection[str] = (),
    gaps: bool = False,
    bookmarks: Bookmarks | None = None,
    closing: bool = False,
) -> Any:
    """The table as an element; `width` in twips. With `bookmarks` its rows are the exhibits.

    A short table stays on one page; when `closing`, together with the signature that follows it.
    """
    columns = column_widths(table, lang, width)
    caption = clean(table.caption.in_(lang))
    properties = el(
        "tblPr",
        el("tblStyle", val=styles["letter table"]),
        el("tblW", w=sum(columns), type="dxa"),
        el("tblLayout", type="fixed"),
        el("tblLook", val="0020", firstRow=1, lastRow=0, firstColumn=0, lastColumn=0, noHBand=1, noVBand=1),
        el("tblCaption", val=caption) if caption else None,
    )
    element = el("tbl", properties, el("tblGrid", *(el("gridCol", w=w) for w in columns)))
    header = [[run(c.in_(lang), bold=True)] for c in table.header]
    element.append(_row(header, columns, table.numeric, styles["table text"], header=True))
    whole = len(table.rows) <= _SHORT
    for place, cells in enumerate(table.rows):
        content = [runs(segments(c.in_(lang), exhibits, gaps), styles) for c in cells]
        if bookmarks and cells and (letter := letter_in(cells[0].in_("en"))):
            content[0] = bookmarks.around(bookmark_name(letter), [run(cells[0].in_(lang))])
        keep = whole and (closing or place < len(table.rows) - 1)
        element.append(_row(content, columns, table.numeric, styles["table text"], keep=keep))
    return element


def _row(
    cells: list[list[Any]],
    columns: list[int],
    numeric: Collection[int],
    style: str,
    *,
    header: bool = False,
    keep: bool = False,
) -> Any:
    row = el("tr", el("trPr", el("cantSplit"), el("tblHeader") if header else None))
    for index, width in enumerate(columns):
        content = cells[index] if index < len(cells) else []
        before = [el("keepNext")] if header or keep else []
        right = [el("jc", val="right")] if index in numeric else []
        text = paragraph(style, *content, before=before, after=right)
        row.append(el("tc", el("tcPr", el("tcW", w=width, type="dxa")), text))
    return row


def column_widths(table: Table, lang: Lang, total: int) -> list[int]:
    """Widths in twips that add up to `total`: room for the longest word first, then by length."""
    texts: list[list[str]] = [[c.in_(lang)] for c in table.header]
    for row in table.rows:
        for index, cell in enumerate(row[: len(texts)]):
            texts[index].append(cell.in_(lang))
    least = [max(map(_longest_word, column)) * _UNIT + _PADDING for column in texts]
    wanted = [min(max(map(_length, column)), 44) * _UNIT + _PADDING for column in texts]
    wanted = [max(pair) for pair in zip(least, wanted, strict=True)]
    if sum(least) >= total:
        widths = [w * total // sum(least) for w in least]
    elif sum(wanted) <= total:
        widths = [w * total // sum(wanted) for w in wanted]
    else:
        spare, wish = total - sum(least), sum(wanted) - sum(least)
        widths = [a + (b - a) * spare // wish for a, b in zip(least, wanted, strict=True)]
    widths[-1] += total - sum(widths)
    return widths


def _length(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def _longest_word(text: str) -> int:
    # Chinese breaks between any two characters; Latin words and numbers stay whole
    words = re.split(r"[\s\u3000-\u9fff\uff00-\uffef]+|(?<=[-/,])", text)
    return min(max(max(map(len, words)), 4), 22)
