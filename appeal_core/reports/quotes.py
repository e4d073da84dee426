"""Comma and semicolon files: which lines a quotation mark makes doubtful, and how those are read.

A line is sound when each of its quotation marks opens or closes a cell as it should. All sound lines are read at
once by the table reader; the others one by one, so that a stray mark never draws the next rows into its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import numpy as np

from appeal_core.reports.odd_rows import OddRow

MARK = '"'
LONGEST = 200  # lines that one cell may have
_MARK, _CR, _LF = 0x22, 0x0D, 0x0A
_LINE_END = re.compile(rb"\r\n|\n|\r")
_ORDER = re.compile(r"[\dS]\d{2}-\d{7}-\d{7}")
_ID = re.compile(r"[\w./#-]*\d[\w./#-]*")


def set_apart(part: bytes, delimiter: str, width: int, id_place: int | None) -> tuple[bytes, list[OddRow]]:
    """The text with its doubtful lines made one blank cell (every line keeps its number), and what these hold.

    `width`: cells of the header; `id_place`: where its order IDs stand, by which a line is known to be a row of its
    own and not part of a cell with line ends in it.
    """
    odd = _doubtful_lines(part, delimiter) if width > 1 else []
    if not odd:
        return part, []
    lines = _LINE_END.split(part)
    found: list[OddRow] = []
    taken: set[int] = set()
    for at in odd:
        if at in taken:
            continue
        cells, end = _row(lines, at, delimiter, width, id_place)
        found.append(OddRow(at + 1, cells))
        taken.update(range(at, end + 1))
    kept = [b" " if at in taken else line for at, line in enumerate(lines)]
    return b"\n".join(kept), found


def _doubtful_lines(part: bytes, delimiter: str) -> list[int]:
    """The numbers (from 0) of all lines in which a mark stands where it neither opens nor closes a cell."""
    text = np.frombuffer(part, dtype=np.uint8)
    marks = np.flatnonzero(text == _MARK)
    if not len(marks):
        return []
    ends = np.flatnonzero((text == _LF) | (text == _CR))
    ends = ends[~((text[ends] == _LF) & (ends > 0) & (text[ends - 1] == _CR))]  # CR LF is one end
    line = np.searchsorted(ends, marks)
    first = np.searchsorted(line, line)  # of each mark's line, the first mark
    opens = (np.arange(len(marks)) - first) % 2 == 0
    before = np.where(marks > 0, text[marks - 1], _LF)
    after = np.where(marks + 1 < len(text), text[np.minimum(marks + 1, len(text) - 1)], _LF)
    border = [ord(delimiter), _LF, _CR]
    inside = np.zeros(len(marks), dtype=bool)  # the second half of a doubled mark
    inside[1:] = opens[1:] & (marks[1:] == marks[:-1] + 1) & (line[1:] == line[:-1])
    right = np.where(opens, np.isin(before, border) | inside, np.isin(after, [*border, _MARK]))
    counts = np.bincount(line)
    wrong = set(line[~right].tolist()) | set(np.flatnonzero(counts % 2).tolist())
    return sorted(wrong)


def _row(
    lines: list[bytes], at: int, delimiter: str, width: int, id_place: int | None
) -> tuple[list[str] | None, int]:
    """The cells of the row that begins with line `at`, and its last line."""
    text = _decoded(lines[at])
    cells, is_open = cells_of(text, delimiter)
    if not is_open and _fits(cells, width):
        return cells, at
    if is_open:
        for end, whole in _longer(lines, at, delimiter, width, id_place):
            cells, is_open = cells_of(whole, delimiter)
            if not is_open:
                if _fits(cells, width):
                    return cells, end
                break
        if at == len(lines) - 1:  # no line end: the file stops inside the cell
            return None, at
    plain = [_bare(cell) for cell in text.split(delimiter)]
    return (plain if _fits(plain, width) else None), at


def _longer(
    lines: list[bytes], at: int, delimiter: str, width: int, id_place: int | None
) -> Iterator[tuple[int, str]]:
    """The line with one, two … of those after it, as long as these are no rows of their own."""
    whole = _decoded(lines[at])
    for end in range(at + 1, min(at + LONGEST, len(lines))):
        text = _decoded(lines[end])
        if _is_row(text.split(delimiter), width, id_place):
            return
        whole = f"{whole}\n{text}"
        if MARK in text:
            yield end, whole


def _is_row(cells: list[str], width: int, id_place: int | None) -> bool:
    """Whether a line is more than a part of a cell: as many cells as the header, or an order ID where they stand."""
    named = _bare(cells[id_place]).strip() if id_place is not None and id_place < len(cells) else ""
    if _ORDER.fullmatch(named):
        return True
    return len(cells) == width and (id_place is None or _ID.fullmatch(named) is not None)


def cells_of(text: str, delimiter: str) -> tuple[list[str], bool]:
    """The cells of a row, and whether its last one is still open. A mark inside a bare cell is a letter of it."""
    cells: list[str] = []
    at = 0
    while True:
        start = at
        while text[start : start + 1] == " ":
            start += 1
        content, rest = _quoted(text, start) if text[start : start + 1] == MARK else ("", at)
        if rest < 0:
            return [*cells, text[at:]], True
        end = text.find(delimiter, rest)
        end = len(text) if end < 0 else end
        cells.append(content + text[rest:end])
        if end == len(text):
            return cells, False
        at = end + 1


def _quoted(text: str, at: int) -> tuple[str, int]:
    """What stands between the mark at `at` and its closing one, and the place behind that; -1 where none closes."""
    parts: list[str] = []
    at += 1
    while (found := text.find(MARK, at)) >= 0:
        parts.append(text[at:found])
        if text[found + 1 : found + 2] != MARK:
            return "".join(parts), found + 1
        parts.append(MARK)
        at = found + 2
    return "", -1


def _fits(cells: list[str], width: int) -> bool:
    """As many as the header has; empty ones more do no harm."""
    return len(cells) >= width and not any(c.strip() for c in cells[width:])


def _bare(cell: str) -> str:
    """A cell without the marks around it."""
    text = cell.strip()
    return text[1:-1].replace('""', MARK) if len(text) > 1 and text[0] == text[-1] == MARK else cell


def _decoded(line: bytes) -> str:
    return line.decode("utf-8", errors="replace")
