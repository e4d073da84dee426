"""A report as it was understood ─► a clean CSV to download, which can be read again."""

from __future__ import annotations

import pandas as pd

from appeal_core.case.report_frame import Report
from appeal_core.catalog.loader import report_kinds
from appeal_core.catalog.report_entries import ReportKind
from appeal_core.language import BadInput

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def cleaned(report: Report) -> bytes:
    """The used rows as CSV (UTF-8 with a byte order mark, CRLF): known columns alone, none of a buyer's.

    Columns carry the first header that the catalogue knows for them; days are ISO, instants in UTC. A text that a
    spreadsheet would run as a formula begins with an apostrophe (source: OWASP, CSV injection). Raises `BadInput`
    for a file that was not recognised.
    """
    if report.frame is None or report.summary.kind is None:
        raise BadInput("{file} was not recognised, so there is nothing to clean.", file=report.summary.file)
    kind = report_kinds().kind(report.summary.kind)
    columns = [_written(report.frame.iloc[:, at]) for at in range(report.frame.shape[1])]
    heads = [_safe(_header(kind, str(name))) for name in report.frame.columns]
    frame = pd.DataFrame(dict(enumerate(columns)), index=report.frame.index)
    text = frame.to_csv(index=False, header=heads, lineterminator="\r\n")
    return b"\xef\xbb\xbf" + text.encode("utf-8", errors="replace")


def _header(kind: ReportKind, name: str) -> str:
    """`criterion_Scan on time` goes back to the file's own header."""
    column = kind.columns.get(name)
    return column.names[0] if column and column.names else name.removeprefix("criterion_")


def _written(column: pd.Series) -> pd.Series:
    if pd.api.types.is_datetime64_any_dtype(column):
        pattern = "%Y-%m-%dT%H:%M:%S+00:00" if column.dt.tz is not None else "%Y-%m-%d"
        return pd.Series(column.dt.strftime(pattern).astype(object).fillna(""))
    if pd.api.types.is_bool_dtype(column):
        return column.map({True: "Yes", False: "No"}).astype(object).fillna("")
    if pd.api.types.is_numeric_dtype(column):
        return column
    words = column.astype("category")
    names = _distinct([str(n) for n in words.cat.categories])
    return pd.Series(words.cat.rename_categories(names).astype(object).fillna(""))


def _distinct(names: list[str]) -> list[str]:
    """Safe texts, still one for each: `=1` must not fall together with a `'=1` that was there before."""
    made: list[str] = []
    taken = set(names)
    for name in names:
        safe = _safe(name)
        while safe != name and safe in taken:
            safe = f"'{safe}"
        taken.add(safe)
        made.append(safe)
    return made


def _safe(text: str) -> str:
    return f"'{text}" if text.lstrip().startswith(_FORMULA) or text.startswith(_FORMULA) else text
