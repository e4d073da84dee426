"""A file's bytes ─► a `Report`: recognised by its columns, stripped of personal ones, every row accounted for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pandas as pd
import pyarrow as pa

from appeal_core.case.measurements import Rejected, ReportSummary, SetAside
from appeal_core.case.report_frame import Report
from appeal_core.catalog.entries import Marketplace
from appeal_core.catalog.loader import marketplaces
from appeal_core.catalog.report_entries import ReportColumn
from appeal_core.language import BadInput, Message, message
from appeal_core.reports.account import DAY_COLUMNS, dropped, notes_of, shown, span_of
from appeal_core.reports.archives import Member, is_archive, unpacked
from appeal_core.reports.columns import NAMED_REJECTIONS, Typed, typed
from appeal_core.reports.encoding import known_encoding, to_utf8
from appeal_core.reports.file_text import FileText, NotUtf8, file_text, is_utf8
from appeal_core.reports.headers import (
    Recognised,
    recognise,
    signature,
)  # fmt: skip
from appeal_core.reports.layout import Layout, is_row, layout_of
from appeal_core.reports.mapping import WHAT, apply_mapping
from appeal_core.reports.performance_v1 import read_performance_xml
from appeal_core.reports.performance_v2 import read_performance
from appeal_core.reports.shifted import neighbours, personal_places
from appeal_core.reports.sniff import problem_of, sort_of
from appeal_core.reports.store_rows import set_aside_elsewhere, without_unused
from appeal_core.reports.text_table import TextTable, read_text_table
from appeal_core.reports.workbook import layout_of_rows, read_rows, table_of_rows

Progress = Callable[[float], None]
_TEXT_FLAG = ReportColumn(holds="flag", names=())


@dataclass(frozen=True)
class _Job:
    name: str
    store: Marketplace
    mapping: dict[str, str] | None
    progress: Progress
    encoding: str | None = None


def read_report(
    data: bytes | Path,
    name: str,
    *,
    marketplace: str = "US",
    mapping: dict[str, str] | None = None,
    encoding: str | None = None,
    progress: Progress | None = None,
) -> Report:
    """Reads one file. `mapping` (see `mapping.fields`) names the columns of a table that is not known.

    `encoding` overrides what the file is decoded with. A .gz, or a .zip with one file, is unpacked; of a .zip with
    several read them all by `read_reports`.

    A file that cannot be used gives a summary without `kind` and with the `problem` in a sentence. `BadInput` is
    raised only for a bad call: an unknown marketplace, a file that is not there, a mapping that does not fit, an encoding that does not exist.
    `progress` is called with 0 to 1 from the calling thread.
    """
    if marketplace not in marketplaces():
        raise BadInput(
            "{marketplace} is not an Amazon marketplace. Use two letters, such as US.",
            marketplace=marketplace,
        )
    chosen = known_encoding(encoding) if encoding else None
    job = _Job(name, marketplaces()[marketplace], mapping, progress or (lambda _: None), chosen)
    if isinstance(data, Path) and chosen is None and (large := _large(data, job)):
        return large
    content = bytes_of(data) if isinstance(data, Path) else data
    try:
        file = _one_of(content, name)
        if problem := problem_of(file.data, file.name):
            return _unusable(job, problem)
        report = _by_sort(file.data, job)
    except BadInput as error:
        if mapping is not None:
            raise
        report = _unusable(job, error.message)
    job.progress(1.0)
    return report


def _large(path: Path, job: _Job) -> Report | None:
    """A large table of UTF-8 text, read without holding the whole of it; `None` for any other file."""
    try:
        text = file_text(path)
        if text is None or (layout := layout_of(text.head)).quoted or not is_utf8(text.head[: layout.start]):
            return None
        report = _text_table(text, layout, "utf-8", job)
    except (NotUtf8, OSError, BadInput):
        return None
    job.progress(1.0)
    return report


def _one_of(content: bytes, name: str) -> Member:
    """The file itself, or the only one in an archive."""
    if not is_archive(content):
        return Member(name, content)
    members = unpacked(content, name)
    if len(members) > 1:
        raise BadInput(
            "{file} is a ZIP archive of several files. Unpack it and add the reports inside.", file=name
        )
    return Member(members[0].name, members[0].data)


def _by_sort(content: bytes, job: _Job) -> Report:
    sort = sort_of(content)
    if sort == "workbook":
        rows = read_rows(content, job.name)
        layout = layout_of_rows(rows)
        return _table(job, layout, None, lambda c, _: table_of_rows(rows, layout, c))
    text, encoding = to_utf8(content, job.store.code, job.encoding)
    job.progress(0.1)
    if sort == "json":
        return _performance(text.decode("utf-8", "replace"), encoding, job)
    if sort == "xml":
        return _performance_xml(text.decode("utf-8", "replace"), encoding, job)
    return _text_table(text, layout_of(text), encoding, job)


def _text_table(text: bytes | FileText, layout: Layout, encoding: str, job: _Job) -> Report:
    def cells(columns: dict[str, int], words: frozenset[str]) -> TextTable:
        return read_text_table(
            text,
            layout,
            columns,
            words,
            lambda f: job.progress(0.1 + 0.7 * f),
            frozenset(columns).intersection(DAY_COLUMNS),
        )

    return _table(job, layout, encoding, cells)


def _table(
    job: _Job,
    layout: Layout,
    encoding: str | None,
    cells: Callable[[dict[str, int], frozenset[str]], TextTable],
) -> Report:
    headers = layout.header
    found = apply_mapping(headers, job.mapping) if job.mapping is not None else recognise(headers)
    if found is None:
        return _unknown(job, layout, encoding)
    columns = {c: found.kind.columns.get(c, _TEXT_FLAG) for c in found.columns}
    columns = {c: column for c, column in columns.items() if column.holds != "unread"}
    positions = {c: found.columns[c] for c in columns}
    words = frozenset(c for c, column in columns.items() if column.holds not in ("id", "when"))
    table = cells(positions, words)
    rows = table.table.num_rows + len(table.rejected)
    read = typed(
        table.table,
        {c: headers[p] for c, p in positions.items()},
        columns,
        job.store,
        neighbours(positions, personal_places(headers)),
    )
    table.table = None  # a million rows are not held twice
    for pool in (pa.default_memory_pool(), pa.system_memory_pool()):
        pool.release_unused()
    job.progress(0.9)
    frame, aside = set_aside_elsewhere(read.frame, job.store)
    if len(frame) < rows:
        frame = without_unused(frame)
    if job.mapping is not None:
        frame = frame.assign(what=job.mapping[WHAT])
    summary = _summary(job, layout, encoding, found, table, read, rows, frame, aside)
    return Report(summary, frame)


def _summary(
    job: _Job, layout: Layout, encoding: str | None, found: Recognised, table: TextTable, read: Typed,
    rows: int, frame: pd.DataFrame, aside: tuple[SetAside, ...],
) -> ReportSummary:  # fmt: skip
    rejected: list[Rejected] = sorted([*table.rejected, *read.rejected], key=lambda r: r.line)
    first, last = span_of(frame, job.store.zone)
    return ReportSummary(
        file=job.name,
        kind=found.kind.code,
        encoding=encoding,
        delimiter=layout.delimiter or None,
        rows=rows,
        used=len(frame),
        rejected=tuple(rejected[:NAMED_REJECTIONS]),
        rejected_rows=len(table.rejected) + read.rejected_rows,
        set_aside=aside,
        first=first,
        last=last,
        columns=shown(layout.header, found.columns),
        dropped_columns=dropped(layout.header, found.columns),
        signature=signature(layout.header),
        notes=(*notes_of(table, frame, aside), *read.notes),
    )


def _unknown(job: _Job, layout: Layout, encoding: str | None) -> Report:
    if is_row(layout):
        problem = message(
            "{file} has no row with column names. Download the report again; do not delete its first row.",
            file=job.name,
        )
        return _unusable(job, problem)
    problem = message(
        "{file} is none of the reports that are known here. Say which column is which, or choose another file.",
        file=job.name,
    )
    summary = ReportSummary(
        file=job.name, problem=problem, encoding=encoding, delimiter=layout.delimiter or None,
        columns=shown(layout.header, {}) if any(layout.first) else (), dropped_columns=dropped(layout.header, {}),
        signature=signature(layout.header),
    )  # fmt: skip
    return Report(summary)


def _performance(text: str, encoding: str, job: _Job) -> Report:
    figures = read_performance(text, job.name, job.store.amazon_id)
    aside = (SetAside(reason="other_marketplace", rows=figures.elsewhere),) if figures.elsewhere else ()
    notes = (*notes_of(TextTable(None), figures.frame, aside), *figures.notes)
    return _figures(figures.frame, "seller_performance_v2", encoding, job, aside, notes)


def _performance_xml(text: str, encoding: str, job: _Job) -> Report:
    if "<html" in text[:4096].lower():
        raise BadInput(
            "{file} is a web page. Use the page's download button instead of saving the page.", file=job.name
        )
    return _figures(read_performance_xml(text, job.name), "seller_performance_v1", encoding, job, (), ())


def _figures(
    frame: pd.DataFrame,
    kind: str,
    encoding: str,
    job: _Job,
    aside: tuple[SetAside, ...],
    notes: tuple[Message, ...],
) -> Report:
    elsewhere = sum(a.rows for a in aside)
    summary = ReportSummary(
        file=job.name, kind=kind, encoding=encoding, rows=len(frame) + elsewhere, used=len(frame), set_aside=aside,
        first=frame["start"].min().date() if len(frame) else None,
        last=frame["end"].max().date() if len(frame) else None, notes=notes,
    )  # fmt: skip
    return Report(summary, frame)


def _unusable(job: _Job, problem: Message) -> Report:
    return Report(ReportSummary(file=job.name, problem=problem))


def bytes_of(path: Path) -> bytes:
    """A file's bytes; raises `BadInput` when it cannot be read."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise BadInput(
            "{file} cannot be read. Check that it is there and that it may be opened.", file=path.name
        ) from error
