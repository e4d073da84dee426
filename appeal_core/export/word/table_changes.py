"""The differences between a table of the letter and the same table in the edited file, cell by cell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz, process

from appeal_core.case import BlockChange, Table
from appeal_core.export.segments import clean
from appeal_core.export.word.marks import Part, words_digest
from appeal_core.export.word.matching import longest_rising
from appeal_core.language import Lang, Message, message

_LIKE = 55.0  # of 100: from here two rows are taken for two versions of one
_SWITCHED = "measures."  # a row of these can be left out: the measure is then not chosen

Row = tuple[str, ...]


def table_changes(
    part: Part, rows: Sequence[Sequence[str]], lang: Lang, *, stale: bool, by_likeness: bool
) -> Iterator[BlockChange]:
    """Each changed cell; rows and columns that are new, gone or moved. `rows`: the file's, header first.

    A cell whose words stand in one field of the case can be taken; of any other it is said where it is changed.
    """
    assert part.block and part.block.table
    found = _Found(part.block.id, part.block.table, rows, lang)
    for change in found.changes():
        yield change.model_copy(update={"stale": stale, "by_likeness": by_likeness})


class _Found:
    """A table and what became of its columns and rows."""

    def __init__(self, block: str, table: Table, rows: Sequence[Sequence[str]], lang: Lang) -> None:
        self._block, self._table = block, table
        self._header = tuple(_one_line(c.in_(lang)) for c in table.header)
        self._old = [tuple(_one_line(c.in_(lang)) for c in row) for row in table.rows]
        given = [tuple(map(_one_line, row)) for row in rows]
        headed = bool(given) and not self._is_row(given[0])
        self._new_header = given[0] if headed else ()
        self._new = given[1:] if headed else given
        self._columns = _columns(self._header, self._new_header) if headed else _same(self._header)
        self._pairs = _paired(self._old, [self._in_columns(row) for row in self._new])

    def _is_row(self, first: Row) -> bool:
        """Whether the header is gone, so that the first row is one of the others."""
        cells = {cell for row in self._old for cell in row if cell}
        return not set(first) & set(self._header) and any(cell in cells for cell in first)

    def _in_columns(self, row: Row) -> Row:
        """A row of the file, its cells in the order of the letter's columns."""
        places = [self._columns.get(n) for n in range(len(self._header))]
        return tuple(row[p] if p is not None and p < len(row) else "" for p in places)

    def changes(self) -> Iterator[BlockChange]:
        """Columns first, then row by row."""
        yield from self._column_changes()
        for number, row in enumerate(self._new):
            old = next((o for o, n in self._pairs.items() if n == number), None)
            if old is None:
                yield from self._new_row(number, row)
            else:
                yield from self._cells(old, self._in_columns(row))
        for old, row in enumerate(self._old):
            if old not in self._pairs:
                yield self._gone(old, row)
        order = [o for o, _ in sorted(self._pairs.items(), key=lambda pair: pair[1])]
        if len(longest_rising(order)) < len(order):
            why = message("The order of the parts follows the facts of the case.")
            yield self._change("moved", f"moved:{self._block}", why=why)

    def _column_changes(self) -> Iterator[BlockChange]:
        for place, name in enumerate(self._header):
            now = self._columns.get(place)
            new = self._new_header[now] if now is not None and now < len(self._new_header) else ""
            if new != name and (self._new_header or now is None):
                yield self._change(
                    "fixed", f"column:{self._block}:{place}", name, new, column=name, why=_comes_from_facts()
                )
        if not self._new_header and self._header:
            yield self._change(
                "fixed", f"header:{self._block}", "; ".join(self._header), why=_comes_from_facts()
            )
        for place in sorted(set(range(self._width())) - set(self._columns.values())):
            cells = [row[place] for row in (self._new_header, *self._new) if place < len(row) and row[place]]
            if cells:
                why = message("A new column cannot be taken. Put its words into the cells or paragraphs they belong to.")  # fmt: skip
                yield self._change("added", f"new:{self._block}:{place}", new="; ".join(cells), why=why)

    def _width(self) -> int:
        return max((len(row) for row in (self._new_header, *self._new)), default=0)

    def _cells(self, number: int, row: Row) -> Iterator[BlockChange]:
        for place, (old, new) in enumerate(zip(self._old[number], row, strict=True)):
            if old == new or place not in self._columns:
                continue
            path = self._path(number, place) if new else ""
            emptied = message("An emptied cell is filled from its facts again. Change it on the page of those facts.")  # fmt: skip
            yield self._change(
                "changed", f"cell:{self._block}:{number}:{place}:{words_digest(new)}", old, new,
                row=self._old[number][0], column=self._header[place], path=path,
                why=None if path else _comes_from_facts() if new else emptied,
            )  # fmt: skip

    def _path(self, number: int, place: int) -> str:
        return self._table.paths[number][place] if self._table.paths else ""

    def _new_row(self, number: int, row: Row) -> Iterator[BlockChange]:
        text = "; ".join(filter(None, row))
        if text:
            why = message("A new row needs facts of its own. Add it on the page of those facts.")
            key = f"row:{self._block}:{number}:{words_digest(text)}"
            yield self._change("added", key, new=text, why=why)

    def _gone(self, number: int, row: Row) -> BlockChange:
        first = self._path(number, 0)
        path = first.rpartition(".")[0] + ".chosen" if first.startswith(_SWITCHED) else ""
        why = None if path else message("This part stands on the facts of the case. Take them out on their page.")  # fmt: skip
        key, text = f"gone:{self._block}:{number}", "; ".join(filter(None, row))
        return self._change("removed", key, text, row=row[0], path=path, why=why)

    def _change(
        self, kind: str, key: str, old: str = "", new: str = "", *, row: str = "", column: str = "",
        path: str = "", why: Message | None,
    ) -> BlockChange:  # fmt: skip
        return BlockChange.model_validate(
            {"key": key, "kind": kind, "block": self._block, "old": old, "new": new, "row": row, "why": why,
             "column": column, "path": path, "page": self._table.page, "can_be_taken": bool(path)}
        )  # fmt: skip


def _comes_from_facts() -> Message:
    return message("These words come from the facts of the case. Change them on the page of those facts.")


def _one_line(text: str) -> str:
    return " ".join(clean(text).split())


def _same(header: Row) -> dict[int, int]:
    return {n: n for n in range(len(header))}


def _columns(old: Row, new: Row) -> dict[int, int]:
    """The letter's columns and where the file has them: by their headers, else by their places."""
    found: dict[int, int] = {}
    for place, name in enumerate(old):
        at = next((n for n, other in enumerate(new) if other == name and n not in found.values()), None)
        if at is not None:
            found[place] = at
    free = set(range(len(new))) - set(found.values())
    return found | {n: n for n in range(len(old)) if n not in found and n in free}


def _paired(old: Sequence[Row], new: Sequence[Row]) -> dict[int, int]:
    """Which row of the file is which of the letter: the same, else the same beginning, else alike, else the only left."""
    pairs: dict[int, int] = {}

    def left() -> tuple[list[int], list[int]]:
        taken = set(pairs.values())
        return [o for o in range(len(old)) if o not in pairs], [n for n in range(len(new)) if n not in taken]

    for cells in (len(old[0]) if old else 0, 1):
        for o in left()[0]:
            at = next((n for n in left()[1] if old[o][0] and old[o][:cells] == new[n][:cells]), None)
            if at is not None:
                pairs[o] = at
    mine, theirs = left()
    if mine and theirs:
        scores = process.cdist(
            [" ".join(old[o]) for o in mine], [" ".join(new[n]) for n in theirs], scorer=fuzz.ratio
        )
        ranked = sorted((-scores[i][j], o, n) for i, o in enumerate(mine) for j, n in enumerate(theirs))
        for score, o, n in ranked:
            if -score >= _LIKE and o not in pairs and n not in pairs.values():
                pairs[o] = n
    mine, theirs = left()
    if len(old) == len(new):
        pairs |= dict(zip(mine, theirs, strict=True))
    return pairs
