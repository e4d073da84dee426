"""Where the header of a text table stands and what separates its columns, chosen by known header names."""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from appeal_core.reports.headers import known_headers

HEAD = 256 << 10  # bytes in which the header must lie
DELIMITERS = ("\t", ",", ";", "|")
LINES_BEFORE_HEADER = 6
_LINE_END = re.compile(rb"\r\n|\n|\r")
_LOOKS_LIKE_DATA = re.compile(r"^\d{3}-\d{7}-\d{7}$|@|^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}|^\d+([.,]\d+)?$")


@dataclass(frozen=True)
class Layout:
    """How to read the table: `start` is the byte where its rows begin, `line` that row's line from 1."""

    header: tuple[str, ...]
    delimiter: str
    quoted: bool
    start: int
    line: int
    first: tuple[str, ...] = ()  # the cells of the first row


def layout_of(data: bytes) -> Layout:
    """The layout of a UTF-8 table; lines of a template before the header are passed over."""
    lines = _head_lines(data)
    best = Layout(("",), "\t", False, len(data), 2)
    best_rank: tuple[int, bool, int, int] | None = None
    for number, (line, end) in enumerate(lines, start=1):
        for delimiter in DELIMITERS:
            cells = _cells(line, delimiter)
            rank = (known_headers(cells), bool(line.strip()), -number, len(cells))
            if best_rank is None or rank > best_rank:
                best_rank = rank
                best = Layout(tuple(cells), delimiter, _is_quoted(line, delimiter), end, number + 1)
    under = next(
        (_cells(line, best.delimiter) for line, _ in _head_lines(data, best.start) if line.strip()), []
    )
    return replace(best, first=tuple(under))


def is_row(layout: Layout) -> bool:
    """Whether an unknown header is a row that lost its header: it holds data, or what the row under it holds."""
    cells = {cell for cell in layout.header if cell}
    if holds_data(layout.header) or known_headers(layout.header):
        return holds_data(layout.header)
    longer = len(layout.first) > 2 * len(layout.header)
    return longer or bool(cells & set(layout.first))


def holds_data(headers: Sequence[str]) -> bool:
    """Whether the row taken for the header holds data: then its cells must not be shown to anyone."""
    cells = [cell.strip() for cell in headers if cell.strip()]
    if any(_LOOKS_LIKE_DATA.search(cell) for cell in cells):
        return True
    return has_twins(cells) and not known_headers(cells)


def has_twins(headers: Sequence[str]) -> bool:
    """Whether two columns have the same name, as no report of Amazon's has."""
    names = [name for name in headers if name]
    return len(set(names)) < len(names)


def _head_lines(data: bytes, at: int = 0) -> list[tuple[str, int]]:
    lines: list[tuple[str, int]] = []
    head = data[: at + HEAD]
    while len(lines) < LINES_BEFORE_HEADER and at < len(head):
        found = _LINE_END.search(head, at)
        stop, after = (found.start(), found.end()) if found else (len(head), len(head))
        lines.append((head[at:stop].decode("utf-8", errors="replace"), after))
        at = after
    return lines


def _cells(line: str, delimiter: str) -> list[str]:
    if _is_quoted(line, delimiter):
        return [c.strip() for c in next(csv.reader([line], delimiter=delimiter), [])]
    return [c.strip() for c in line.split(delimiter)]


def _is_quoted(line: str, delimiter: str) -> bool:
    return delimiter != "\t" or line.startswith('"')
