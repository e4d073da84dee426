"""A UTF-8 table of text ─► an Arrow table of the wanted columns, every line accounted for.

Tab files of Seller Central are never quoted: product names hold bare quotation marks (inches).
Stretches of the file are read side by side, each by one thread, so that every row of a wrong length is
known by its line: short ones are padded, rows with nothing but empty cells too many are cut, others are
refused with their line.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.csv as pacsv

from appeal_core.case.measurements import Rejected
from appeal_core.language import BadInput
from appeal_core.reports.file_text import FileText
from appeal_core.reports.layout import Layout
from appeal_core.reports.odd_rows import Mended, OddRow, mended_rows
from appeal_core.reports.quotes import MARK, set_apart
from appeal_core.reports.shifted import neighbours, own_forms
from appeal_core.reports.text_plan import TIME, Plan, plan_of, split_cells, with_instants

STRETCH = 6 << 20  # bytes read at once, and between two reports of progress
BLOCK = 4 << 20
READERS = 2
LINE = "__line"


@dataclass(frozen=True)
class _Parsed:
    """`odd`: rows that are not in `table`, by their line in the stretch from 1; `part`: the text without these
    where a quotation mark made them doubtful."""

    table: Any
    odd: list[OddRow]
    part: Any


@dataclass
class TextTable:
    """`table` has the wanted columns and `__line`. `blank` lines are no rows; `padded` rows were short."""

    table: Any
    rejected: list[Rejected] = field(default_factory=list)
    padded: int = 0
    too_long: int = 0
    cut_off: bool = False


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
    plan = plan_of(data, layout, columns, words)
    timed = with_instants(data, plan, instants)
    if timed.types != plan.types:
        try:
            return _read(data, timed, progress)
        except BadInput:
            pass  # some cell further on is written otherwise: then the whole column is text
    return _read(data, plan, progress)


def _read(data: bytes | FileText, plan: Plan, progress: Callable[[float], None]) -> TextTable:
    result = TextTable(table=None)
    tables, line = [], plan.layout.line
    size = data.size if isinstance(data, FileText) else len(data)
    for parsed, end in _side_by_side(_stretches(data, plan.layout), plan):
        try:
            table, lines = _accounted(parsed.result(), plan, line, result, end == size)
        except pa.ArrowInvalid as error:
            raise BadInput(
                "The table breaks off after line {line}: its cells cannot be told apart. Download the file again.",
                line=line,
            ) from error
        tables.append(table)
        line += lines
        progress(end / max(1, size))
    pa.default_memory_pool().release_unused()
    table = pa.concat_tables(tables) if tables else _empty(plan)
    table = table.unify_dictionaries()
    result.table = _doubted(table, plan) if result.too_long > table.num_rows else table
    result.rejected.sort(key=lambda r: r.line)
    return result


def _side_by_side(stretches: Iterator[tuple[Any, int]], plan: Plan) -> Iterator[tuple[Future[_Parsed], int]]:
    """Each stretch with its parsing under way, a few at a time and in their order."""
    with ThreadPoolExecutor(READERS) as pool:
        waiting: deque[tuple[Future[_Parsed], int]] = deque()
        for part, end in stretches:
            waiting.append((pool.submit(_parse, part, plan), end))
            if len(waiting) > READERS:
                yield waiting.popleft()
        yield from waiting


def _stretches(data: bytes | FileText, layout: Layout) -> Iterator[tuple[Any, int]]:
    """Parts that end with a line, each with its end. One with quoted cells is whole: they may hold line ends."""
    if isinstance(data, FileText):
        yield from data.stretches(layout.start, STRETCH)
        return
    begin = layout.start
    whole = layout.quoted and data.find(MARK.encode(), begin) >= 0
    while begin < len(data):
        end = len(data)
        if not whole and begin + STRETCH < end:
            found = data.find(b"\n", begin + STRETCH)
            end = found + 1 if found >= 0 else end
        yield memoryview(data)[begin:end], end
        begin = end


def _accounted(parsed: _Parsed, plan: Plan, first: int, result: TextTable, last: bool) -> tuple[Any, int]:
    """The rows of a stretch with their lines, in their order, and how many lines it had."""
    table, odd = parsed.table, parsed.odd
    numbers = np.array([o.line for o in odd], dtype=np.int64)
    count = table.num_rows + len(odd)
    lines = np.delete(np.arange(1, count + 1), numbers - 1) if odd else np.arange(1, count + 1)
    table = _without_blank_lines(_renamed(table, plan, lines + first - 1), parsed.part, plan.layout, first)
    cut = count if last and not plan.ends_whole else None
    mended = mended_rows(odd, plan, first, cut)
    result.rejected += mended.rejected
    result.padded += mended.padded
    result.too_long += mended.too_long
    result.cut_off |= mended.cut_off
    if mended.lines:
        rows = _table_of(mended, plan)
        table = pa.concat_tables([table, rows]).unify_dictionaries().sort_by(LINE)
    return table, count


def _doubted(table: Any, plan: Plan) -> Any:
    """Where the header does not fit most rows, a name of it may be lost: then those that fit it may be moved ones."""
    at = {name: i for i, name in enumerate(plan.names)}
    near = neighbours({code: at[name] for code, name in plan.columns.items()}, plan.strangers)
    for code in (c for c in near if table.column(c).type != TIME):
        place = table.column_names.index(code)
        table = table.set_column(place, code, own_forms(table.column(code)))
    return table


def _table_of(mended: Mended, plan: Plan) -> Any:
    at = {name: i for i, name in enumerate(plan.names)}
    arrays = [_cells([r[at[n]] for r in mended.rows], plan.types[n]) for n in plan.columns.values()]
    return pa.table([*arrays, pa.array(mended.lines, pa.int32())], names=[*plan.columns, LINE])


def _cells(texts: list[str], kind: Any) -> Any:
    return pa.array([t or None for t in texts]).cast(kind) if kind == TIME else pa.array(texts, kind)


def _parse(part: Any, plan: Plan) -> _Parsed:
    """The rows of the right length, and the others apart."""
    layout = plan.layout
    doubtful: list[OddRow] = []
    if layout.quoted:
        width = len(plan.names)
        ids = plan.names.index(plan.columns["order_id"]) if "order_id" in plan.columns else None
        part, doubtful = set_apart(bytes(part), layout.delimiter, width, ids)
    apart = {d.line: d for d in doubtful}
    odd: list[OddRow] = []

    def note(row: Any) -> str:
        number = row.number or 0
        odd.append(apart.get(number) or OddRow(number, split_cells(row.text, layout)))
        return "skip"

    table = pacsv.read_csv(
        pa.py_buffer(part),
        read_options=pacsv.ReadOptions(column_names=plan.names, use_threads=False, block_size=BLOCK),
        parse_options=pacsv.ParseOptions(
            delimiter=layout.delimiter,
            quote_char='"' if layout.quoted else False,
            ignore_empty_lines=False,
            invalid_row_handler=note,
        ),
        convert_options=pacsv.ConvertOptions(
            column_types=plan.types,
            include_columns=list(dict.fromkeys(plan.columns.values())),
            strings_can_be_null=False,
            null_values=[""],  # of timestamps: texts are never null
        ),
    )
    return _Parsed(table, odd, part)


def _renamed(table: Any, plan: Plan, lines: Any) -> Any:
    arrays = [
        own_forms(table.column(name)) if code in plan.doubted else table.column(name)
        for code, name in plan.columns.items()
    ]
    return pa.table([*arrays, pa.array(lines, pa.int32())], names=[*plan.columns, LINE])


def _without_blank_lines(table: Any, part: Any, layout: Layout, first: int) -> Any:
    """Without the lines that hold nothing at all; one with something in a column that is not read stays a row."""
    import pyarrow.compute as pc

    blank = None
    for name in table.column_names[:-1]:
        cells = table.column(name)
        empty = pc.is_null(cells) if cells.type == TIME else pc.equal(pc.cast(cells, pa.string()), "")
        blank = empty if blank is None else pc.and_(blank, empty)
        if not pc.any(blank).as_py():
            return table
    if blank is None:
        return table
    lines = table.column(LINE).filter(blank).to_numpy()
    nothing = f"{layout.delimiter} \x00".encode() + (b'"' if layout.quoted else b"")
    texts = re.split(rb"\r\n|\n|\r", bytes(part))
    empty_lines = [n for n in lines if n - first >= len(texts) or not texts[n - first].strip(nothing)]
    return table.filter(pc.invert(pc.is_in(table.column(LINE), pa.array(empty_lines, pa.int32()))))


def _empty(plan: Plan) -> Any:
    arrays = [pa.array([], plan.types[n]) for n in plan.columns.values()]
    return pa.table([*arrays, pa.array([], pa.int32())], names=[*plan.columns, LINE])
