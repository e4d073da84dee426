"""Tables: a header row that repeats, rows that stay whole, columns as wide as their words need."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Collection
from typing import Any

from appeal_core.case import Table
from appeal_core.export.segments import clean, letter_in, segments
from appeal_core.export.word.bookmarks import Bookmarks
from appeal_core.export.word.text import bookmark_name, paragraph, run, runs
from appeal_core.export.word.xml import el
from appeal_core.language import Lang

_UNIT = 98  # twips that a character of the table's 9.5 points takes on the average
_WIDE = 112  # and where a word must not be broken
_LOSS = 1.07  # lines end before the margin
_PADDING = 230
_STEP = 120
_SHORT_CELL = 12 * _UNIT + _PADDING  # a date or a role stays on one line where there is room
_DAY = 12  # characters of a day without its year
_SHORT = 6  # rows up to which a table stays on one page


def table_element(
    table: Table,
    lang: Lang,
    styles: dict[str, str],
    *,
    width: int,
    exhibits: Collection[str] = (),
    gaps: bool = False,
    bookmarks: Bookmarks | None = None,
    listed: bool = False,
    closing: bool = False,
    mark: str = "",
    loose: float = 1.0,
) -> Any:
    """The table as an element; `width` in twips. Where `listed`, its rows are the exhibits.

    A short table stays on one page; when `closing`, together with the signature that follows it. `mark` is
    the bookmark by which it is known again; it lies in the first cell, where every program keeps it.
    """
    columns = column_widths(table, lang, width, loose)
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
    if mark and bookmarks and header:
        header[0] = bookmarks.around(mark, header[0])
    element.append(_row(header, columns, table.numeric, styles["table text"], header=True))
    whole = len(table.rows) <= _SHORT
    for place, cells in enumerate(table.rows):
        content = [runs(segments(c.in_(lang), exhibits, gaps), styles) for c in cells]
        if bookmarks and listed and cells and (letter := letter_in(cells[0].in_("en"))):
            content[0] = bookmarks.around(bookmark_name(letter), [run(cells[0].in_(lang))])
        left = len(table.rows) - 1 - place
        keep = (whole and left > 0) or (closing and left < 2)
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


def column_widths(table: Table, lang: Lang, total: int, loose: float = 1.0) -> list[int]:
    """Widths in twips that add up to `total`.

    Every column has room for its longest word; what is left goes, step by step, where it makes
    the table shorter. `loose` is how much wider than ours the letters of the font may be.
    """
    rows = [[c.in_(lang) for c in row] for row in (table.header, *table.rows)]
    count = len(table.header)
    columns = [[row[i] for row in rows if i < len(row)] for i in range(count)]
    least = [int(max(map(_longest_word, column)) * _WIDE * loose) + _PADDING for column in columns]
    wanted = [int(max(map(_length, column)) * _UNIT * loose) + _PADDING for column in columns]
    dated = [max(w, _unbroken(c, loose)) for w, c in zip(least, columns, strict=True)]
    whole = [v if w < v <= _SHORT_CELL else w for w, v in zip(dated, wanted, strict=True)]
    lengths = [[_length(text) for text in row] for row in rows]
    starts = [least] + [dated] * (sum(dated) < total * 0.96) + [whole] * (sum(whole) < total * 0.8)
    widths = starts[-1] if sum(least) < total else [w * total // sum(least) for w in least]
    while total - sum(widths) >= _STEP:
        tries = [
            [w + _STEP * (i == grown) for i, w in enumerate(widths)]
            for grown in range(count)
            if widths[grown] < wanted[grown]
        ]
        if not tries:
            break
        widths = min(tries, key=lambda tried: _height(lengths, tried))
    share = (total - sum(widths)) // count  # every cell stands on one line: the rest is for all alike
    widths = [w + share for w in widths]
    widths[-1] += total - sum(widths)
    return widths


def _unbroken(column: list[str], loose: float) -> int:
    """The width in which the days of a column stay on one line; 0 for a column of other words."""
    cells = [cell for cell in column[1:] if cell]
    longest = max(map(_length, cells), default=0)
    if not cells or longest > _DAY or not all(re.search(r"\d", cell) for cell in cells):
        return 0
    return int(longest * _WIDE * loose) + _PADDING


def _height(lengths: list[list[int]], widths: list[int]) -> tuple[float, float]:
    # the lines of each row's tallest cell decide; how full all cells are breaks the tie
    filled = [
        [length * _UNIT / (width - _PADDING) for length, width in zip(row, widths, strict=False)]
        for row in lengths
    ]
    lines = [[math.ceil(f * _LOSS) if f > 1 else 1 for f in row] for row in filled]
    return sum(max(row) for row in lines), sum(f * f for row in filled for f in row)


def _length(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def _longest_word(text: str) -> int:
    # Chinese breaks between any two characters; Latin words and numbers stay whole
    words = re.split(r"[\s\u3000-\u9fff\uff00-\uffef]+|(?<=[-/,])", text)
    return min(max(max(map(len, words)), 4), 22)
