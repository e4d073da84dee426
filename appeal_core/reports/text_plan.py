"""How a table of text is to be parsed: the names of all its cells, the wanted columns and their types."""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any

import pyarrow as pa

from appeal_core.reports.file_text import FileText
from appeal_core.reports.layout import HEAD, Layout
from appeal_core.reports.shifted import doubted_columns, personal_places, strangers

WORDS = pa.dictionary(pa.int32(), pa.string())
TIME = pa.timestamp("s", tz="UTC")
_INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)")


@dataclass(frozen=True)
class Plan:
    """`names` are made up, one a cell of a row; the header may stand there twice."""

    layout: Layout
    names: list[str]  # of every column of the file
    columns: dict[str, str]  # canonical name -> name in `names`
    types: dict[str, Any]
    ends_whole: bool  # the file's last line is complete
    strangers: frozenset[int]  # positions of columns that are or may be a buyer's
    doubted: frozenset[str]  # wanted columns that may hold what belongs under a buyer's header


def plan_of(
    data: bytes | FileText, layout: Layout, columns: Mapping[str, int], words: frozenset[str]
) -> Plan:
    head, last = (data.head, data.last) if isinstance(data, FileText) else (data, data[-1:])
    extra = _extra_cells(head, layout)
    names = [f"c{i}" for i in range(len(layout.header))] + [f"extra{i}" for i in range(extra)]
    wanted = {code: names[position] for code, position in columns.items()}
    types = {names[p]: WORDS if c in words else pa.string() for c, p in columns.items()}
    people = personal_places(layout.header) - set(columns.values())
    doubted = doubted_columns(layout.header, columns, extra, people)
    strange = strangers(layout.header) - set(columns.values())
    return Plan(layout, names, wanted, types, last in (b"\n", b"\r"), strange, doubted)


def with_instants(data: bytes | FileText, plan: Plan, instants: frozenset[str]) -> Plan:
    """The plan with timestamps for those columns whose first cell is an instant."""
    head = data.head if isinstance(data, FileText) else data[: plan.layout.start + HEAD]
    first = re.match(rb"[^\r\n]*", head[plan.layout.start :])
    cells = split_cells(first.group().decode("utf-8", errors="replace"), plan.layout) if first else []
    written = dict(zip(plan.names, cells, strict=False))
    types = dict(plan.types)
    for code in instants - plan.doubted:
        name = plan.columns[code]
        alone = list(plan.columns.values()).count(name) == 1
        if alone and _INSTANT.fullmatch(written.get(name, "")):
            types[name] = TIME
    return replace(plan, types=types)


def _extra_cells(data: bytes, layout: Layout) -> int:
    """How many empty cells the first two rows have beyond the header (a stray tab at every line's end)."""
    found = []
    for match in islice(re.finditer(rb"[^\r\n]+", data[layout.start : layout.start + HEAD]), 2):
        cells = split_cells(match.group().decode("utf-8", errors="replace"), layout)
        extra = cells[len(layout.header) :]
        found.append(len(extra) if not any(c.strip() for c in extra) else 0)
    return found[0] if len(found) == 2 and found[0] == found[1] else 0


def split_cells(text: str, layout: Layout) -> list[str]:
    if not layout.quoted:
        return text.rstrip("\r\n").split(layout.delimiter)
    return next(csv.reader([text], delimiter=layout.delimiter), [""])
