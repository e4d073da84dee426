"""A UTF-8 table of text ─► an Arrow table of the wanted columns, every line accounted for.

Tab files of Seller Central are never quoted: product names hold bare quotation marks (inches).
Healthy stretches are read by several threads; a stretch with rows of a wrong length is read again,
one thread, so that each such row is known by its line: short ones are padded, rows with nothing but
empty cells too many are cut, others are refused with their line.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.csv as pacsv

from appeal_core.case.measurements import Rejected
from appeal_core.language import BadInput, message
from appeal_core.reports.file_text import FileText
from appeal_core.reports.layout import HEAD, Layout
from appeal_core.reports.shifted import doubted_columns, own_forms, personal_places, without_strangers

STRETCH = 24 << 20  # bytes read between two reports of progress
BLOCK = 4 << 20
_WORDS = pa.dictionary(pa.int32(), pa.string())
_TIME = pa.timestamp("s", tz="UTC")
_INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)")
LINE = "__line"


@dataclass
class TextTable:
    """`table` has the wanted columns and `__line`. `blank` lines are no rows; `padded` rows were short."""

    table: Any
    rejected: list[Rejected] = field(default_factory=list)
    padded: int = 0
    cut_off: bool = False


@dataclass(frozen=True)
class _Plan:
    layout: Layout
    names: list[str]  # of every column of the file
    columns: dict[str, str]  # canonical name -> name in `names`
    types: dict[str, Any]
    ends_whole: bool  # the file's last line is complete
    people: frozenset[int]  # positions of a buyer's columns
    doubted: frozenset[str]  # wanted columns that may hold what belongs under a buyer's header


def read_text_table(
    data: bytes | FileText,
    layout: Layout,
    columns: Mapping[str, int],
    words: frozenset[str],
    progress: Callable[[float], None],
    instants: frozenset[str] = frozenset(),
) -> TextTable:
    """Reads `columns` (canonical name -> position); those in `words` as dictionaries, others as text.

    Of `instants` those that are written in ISO form with an offset throughout become timestamps (UTC).
    Raises `BadInput` where the text is no table from some line on.
    """
    plan = _plan(data, layout, columns, words)
    timed = _timed(data, plan, instants)
    if timed.types != plan.types:
        try:
            return _read(data, timed, progress)
        except BadInput:
            pass  # some cell further on is written otherwise: then the whole column is text
    return _read(data, plan, progress)


def _read(data: bytes | FileText, plan: _Plan, progress: Callable[[float], None]) -> TextTable:
    layout = plan.layout
    result = TextTable(table=None)
    tables, line = [], layout.line
    size = data.size if isinstance(data, FileText) else len(data)
    for part, end in _stretches(data, layout):
        try:
            table, lines = _read_stretch(part, plan, line, result, end == size)
        except pa.ArrowInvalid as error:
            raise BadInput(
                "The table breaks off after line {line}: its cells cannot be told apart. Download the file again.",
                line=line,
            ) from error
        tables.append(table)
        pa.default_memory_pool().release_unused()
        line += lines
        progress(end / max(1, size))
    table = pa.concat_tables(tables) if tables else _empty(plan)
    result.table = table.unify_dictionaries()
    result.rejected.sort(key=lambda r: r.line)
    return result


def _plan(data: bytes | FileText, layout: Layout, columns: Mapping[str, int], words: frozenset[str]) -> _Plan:
    head, last = (data.head, data.last) if isinstance(data, FileText) else (data, data[-1:])
    extra = _extra_cells(head, layout)
    names = [f"c{i}" for i in range(len(layout.header))] + [f"extra{i}" for i in range(extra)]
    wanted = {code: names[position] for code, position in columns.items()}
    types = {names[p]: _WORDS if c in words else pa.string() for c, p in columns.items()}
    people = personal_places(layout.header) - set(columns.values())
    doubted = doubted_columns(layout.header, columns, extra, people)
    return _Plan(layout, names, wanted, types, last in (b"\n", b"\r"), people, doubted)


def _timed(data: bytes | FileText, plan: _Plan, instants: frozenset[str]) -> _Plan:
    """The plan with timestamps for those columns whose first cell is an instant."""
    head = data.head if isinstance(data, FileText) else data[: plan.layout.start + HEAD]
    first = re.match(rb"[^\r\n]*", head[plan.layout.start :])
    cells = _split(first.group().decode("utf-8", errors="replace"), plan.layout) if first else []
    written = dict(zip(plan.names, cells, strict=False))
    types = dict(plan.types)
    for code in instants - plan.doubted:
        name = plan.columns[code]
        alone = list(plan.columns.values()).count(name) == 1
        if alone and _INSTANT.fullmatch(written.get(name, "")):
            types[name] = _TIME
    return replace(plan, types=types)


def _extra_cells(data: bytes, layout: Layout) -> int:
    """How many empty cells the first two rows have beyond the header (a stray tab at every line's end)."""
    found = []
    for match in islice(re.finditer(rb"[^\r\n]+", data[layout.start : layout.start + HEAD]), 2):
        cells = _split(match.group().decode("utf-8", errors="replace"), layout)
        extra = cells[len(layout.header) :]
        found.append(len(extra) if not any(c.strip() for c in extra) else 0)
    return found[0] if len(found) == 2 and found[0] == found[1] else 0


def _stretches(data: bytes | FileText, layout: Layout) -> Iterator[tuple[Any, int]]:
    """Parts that end with a line, each with its end. A quoted table is one: a quoted cell may hold line ends."""
    if isinstance(data, FileText):
        yield from data.stretches(layout.start, STRETCH)
        return
    begin = layout.start
    while begin < len(data):
        end = len(data)
        if not layout.quoted and begin + STRETCH < end:
            found = data.find(b"\n", begin + STRETCH)
            end = found + 1 if found >= 0 else end
        yield memoryview(data)[begin:end], end
        begin = end


def _read_stretch(part: Any, plan: _Plan, first: int, result: TextTable, last: bool) -> tuple[Any, int]:
    odd: list[tuple[int | None, str]] = []

    def note(row: Any) -> str:
        odd.append((row.number, row.text))
        return "skip"

    table = _parse(part, plan, note, threads=True)
    if odd:
        odd.clear()
        table = _parse(part, plan, note, threads=False)
    numbers = np.array([n for n, _ in odd], dtype=np.int64)
    count = table.num_rows + len(odd)
    lines = np.delete(np.arange(1, count + 1), numbers - 1) if odd else np.arange(1, count + 1)
    table = _without_blank_lines(_renamed(table, plan, lines + first - 1), part, plan.layout, first)
    mended = _mended([(n or 0, t) for n, t in odd], plan, first, count, result, last)
    table = pa.concat_tables([table, mended]) if mended is not None else table
    return table, count


def _parse(part: Any, plan: _Plan, handler: Callable[[Any], str], *, threads: bool) -> Any:
    layout = plan.layout
    return pacsv.read_csv(
        pa.py_buffer(part),
        read_options=pacsv.ReadOptions(column_names=plan.names, use_threads=threads, block_size=BLOCK),
        parse_options=pacsv.ParseOptions(
            delimiter=layout.delimiter,
            quote_char='"' if layout.quoted else False,
            newlines_in_values=layout.quoted,
            ignore_empty_lines=False,
            invalid_row_handler=handler,
        ),
        convert_options=pacsv.ConvertOptions(
            column_types=plan.types,
            include_columns=list(dict.fromkeys(plan.columns.values())),
            strings_can_be_null=False,
            null_values=[""],  # of timestamps: texts are never null
        ),
    )


def _renamed(table: Any, plan: _Plan, lines: Any) -> Any:
    arrays = [
        own_forms(table.column(name)) if code in plan.doubted else table.column(name)
        for code, name in plan.columns.items()
    ]
    return pa.table([*arrays, pa.array(lines, pa.int32())], names=[*plan.columns, LINE])


def _mended(
    odd: list[tuple[int, str]], plan: _Plan, first: int, count: int, result: TextTable, last: bool
) -> Any:
    """The rows of a wrong length that can be used, as a table; the others are refused."""
    rows: list[list[str]] = []
    lines: list[int] = []
    width = len(plan.layout.header)
    at = {name: i for i, name in enumerate(plan.names)}
    wanted = [at[n] for n in plan.columns.values()]
    for number, text in odd:
        line = number + first - 1
        cells = _split(text, plan.layout)
        if not any(c.strip() for c in cells):
            continue
        if last and number == count and len(cells) < width and not plan.ends_whole:
            result.cut_off = True
            result.rejected.append(Rejected(line=line, reason=message("The file ends inside this row.")))
        elif len(cells) > width and any(c.strip() for c in cells[width:]):
            why = message("This row has {cells} cells, the header {width}.", cells=len(cells), width=width)
            result.rejected.append(Rejected(line=line, reason=why))
        else:
            result.padded += len(cells) < width
            missing = width - len(cells) or (len(plan.names) - len(cells) if plan.doubted else 0)
            cells = without_strangers(cells, missing, wanted, plan.people)
            rows.append(cells + [""] * (len(plan.names) - len(cells)))
            lines.append(line)
    if not rows:
        return None
    arrays = [_cells([r[at[n]] for r in rows], plan.types[n]) for n in plan.columns.values()]
    return pa.table([*arrays, pa.array(lines, pa.int32())], names=[*plan.columns, LINE])


def _cells(texts: list[str], kind: Any) -> Any:
    return pa.array([t or None for t in texts]).cast(kind) if kind == _TIME else pa.array(texts, kind)


def _split(text: str, layout: Layout) -> list[str]:
    if not layout.quoted:
        return text.rstrip("\r\n").split(layout.delimiter)
    return next(csv.reader([text], delimiter=layout.delimiter), [""])


def _without_blank_lines(table: Any, part: Any, layout: Layout, first: int) -> Any:
    """Without the lines that hold nothing at all; one with something in a column that is not read stays a row."""
    import pyarrow.compute as pc

    blank = None
    for name in table.column_names[:-1]:
        cells = table.column(name)
        empty = pc.is_null(cells) if cells.type == _TIME else pc.equal(pc.cast(cells, pa.string()), "")
        blank = empty if blank is None else pc.and_(blank, empty)
        if not pc.any(blank).as_py():
            return table
    if blank is None:
        return table
    lines = table.column(LINE).filter(blank).to_numpy()
    nothing = f"{layout.delimiter} \x00".encode() + (b'"' if layout.quoted else b"")
    texts = re.split(rb"\r\n|\n|\r", bytes(part)) if not layout.quoted else _records(part, layout)
    empty_lines = [n for n in lines if n - first >= len(texts) or not texts[n - first].strip(nothing)]
    return table.filter(pc.invert(pc.is_in(table.column(LINE), pa.array(empty_lines, pa.int32()))))


def _records(part: Any, layout: Layout) -> list[bytes]:
    """The rows of a quoted table, a cell with line ends in it being one with its row."""
    rows = csv.reader(
        io.StringIO(bytes(part).decode("utf-8", "replace"), newline=""), delimiter=layout.delimiter
    )
    return ["".join(row).encode() for row in rows]


def _empty(plan: _Plan) -> Any:
    arrays = [pa.array([], plan.types[n]) for n in plan.columns.values()]
    return pa.table([*arrays, pa.array([], pa.int32())], names=[*plan.columns, LINE])
