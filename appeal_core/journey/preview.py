"""The first rows of a table that is not known yet, for the seller to say which column is which."""

from __future__ import annotations

import csv
import itertools
from collections.abc import Sequence

from appeal_core.case import ReportSummary
from appeal_core.language import BadInput

ROWS = 3
HEAD = 256 << 10  # bytes in which the header and the first rows stand
CUT = 28  # characters of a value: enough to know it by


def first_values(data: bytes, summary: ReportSummary) -> dict[str, tuple[str, ...]]:
    """The first values of each column that may be shown: header -> at most three short texts.

    `summary` is that of the unrecognised file: its `columns` hold no column of a buyer's. A value that looks
    like an e-mail address is left out too. Empty where the rows cannot be found again.
    """
    headers = set(summary.columns)
    rows = [[cell.strip() for cell in row] for row in _rows(data, summary)]
    at = max(range(len(rows)), key=lambda i: len(headers & set(rows[i])), default=None)
    if at is None or not headers & set(rows[at]):
        return {}
    body = [r for r in rows[at + 1 :] if any(r)][:ROWS]
    return {
        header: tuple(_short(r[place]) for r in body if place < len(r) and "@" not in r[place])
        for place, header in enumerate(rows[at])
        if header in headers
    }


def _rows(data: bytes, summary: ReportSummary) -> Sequence[Sequence[str]]:
    from appeal_core.reports.archives import unpacked
    from appeal_core.reports.workbook import read_rows

    try:
        content = unpacked(data, summary.file)[0].data
        if summary.encoding is None:
            return read_rows(content, summary.file)[:12]
    except BadInput:
        return ()
    text = content[:HEAD].decode(summary.encoding, errors="replace").removeprefix("\ufeff")
    reader = csv.reader(text.splitlines(), delimiter=summary.delimiter or ",")
    return list(itertools.islice(reader, 12))


def _short(value: str) -> str:
    return value if len(value) <= CUT else value[: CUT - 1] + "…"
