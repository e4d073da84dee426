"""A table that was edited in Word comes back as a table: cell by cell, and nothing is lost without a word."""

from __future__ import annotations

import copy
from collections.abc import Callable
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from appeal_core.case import BlockChange, Case, EditedDocument, Letter
from appeal_core.export.docx import to_docx
from appeal_core.export.docx_back import read_edited
from appeal_core.export.docx_taken import with_changes
from appeal_core.language import BadInput, Lang
from appeal_core.letter import compose
from tests.export.gallery import NAMES, case_named, letter_named
from tests.export.word_editor import edited, set_words, without_marks

FIGURES, MEASURES, EXHIBITS = "figures:late_shipment_rate", "prevention", "exhibits"
DATED = "cancelled_out_of_stock"


@cache
def case_of(name: str = "shipped_late") -> Case:
    case = case_named(name)
    return case.replace(wishes=case.wishes.model_copy(update={"annex": False}))


@cache
def letter_of(name: str = "shipped_late") -> Letter:
    return compose(case_of(name))


@cache
def written(lang: Lang, name: str = "shipped_late") -> bytes:
    return to_docx(letter_of(name), lang, draft=False)


def table_of(document: Any, block: str, name: str = "shipped_late") -> Any:
    tables = [b.id for b in letter_of(name).blocks() if b.table]
    return document.tables[tables.index(block)]


def back(edit: Callable[[Any], None], lang: Lang = "en", name: str = "shipped_late") -> EditedDocument:
    return read_edited(edited(written(lang, name), edit), letter_of(name))


def cell(table: Any, row: int, column: int, words: str) -> None:
    set_words(table.cell(row, column).paragraphs[0]._p, words)


def told(changes: Any) -> list[tuple[str, str, str, str, bool]]:
    return [(c.kind, c.column, c.old, c.new, c.can_be_taken) for c in changes]


@pytest.mark.parametrize(("column", "words", "field"), [
    (0, "Open orders that need longer than their handling time", "what.en"),
    (1, "Lan Qiu", "owner"),
    (1, "Warehouse lead", "owner"),
    (2, "every Friday", "cadence.en"),
])  # fmt: skip
def test_a_cell_of_the_sellers_words_is_taken_into_its_field(column: int, words: str, field: str) -> None:
    found = back(lambda d: cell(table_of(d, MEASURES), 1, column, words))
    (change,) = found.changes
    assert (change.kind, change.new, change.can_be_taken) == ("changed", words, True)
    case = with_changes(case_of(), letter_of(), found, [change.key])
    key = next(k for k, m in case.measures.items() if m.chosen)
    assert case.get(f"measures.{key}.{field}") == {"Warehouse lead": "warehouse_lead"}.get(words, words)
    table = next(b.table for b in compose(case).blocks() if b.id == MEASURES)
    assert table and table.rows[0][column].en == words
    assert case.edits == {}


def test_a_cell_of_the_chinese_copy_is_taken_as_chinese() -> None:
    found = back(lambda d: cell(table_of(d, EXHIBITS), 1, 2, "第 2 页，第三栏"), "zh")
    (change,) = found.changes
    case = with_changes(case_of(), letter_of(), found, [change.key])
    key = next(iter(case.exhibits))
    before = case_of().exhibits[key].where_to_look
    assert case.exhibits[key].where_to_look == before.model_copy(update={"zh": "第 2 页，第三栏"})


def test_a_counted_cell_is_told_with_its_place_and_the_page_of_its_facts() -> None:
    (change,) = back(lambda d: cell(table_of(d, FIGURES), 2, 3, "1.2%")).changes
    assert told([change]) == [("changed", "Rate", change.old, "1.2%", False)]
    assert change.row.startswith("10 days") and change.page == "reports" and change.why


def test_a_day_is_read_as_its_country_writes_it_and_other_words_are_not() -> None:
    case = case_of()
    key = next(k for k, m in case.measures.items() if m.chosen)
    case = case.with_value(f"measures.{key}.starts", "2026-11-16")
    letter = compose(case)
    tables = [b.id for b in letter.blocks() if b.table]

    def taken(words: str) -> Any:
        def edit(document: Any) -> None:
            table = document.tables[tables.index(MEASURES)]
            cell(table, 1, len(table.columns) - 1, words)

        found = read_edited(edited(to_docx(letter, "en", draft=False), edit), letter)
        return with_changes(case, letter, found, [c.key for c in found.changes]).get(f"measures.{key}.starts")

    assert taken("November 20") == "2026-11-20"
    assert taken("Nov 9, 2026") == "2026-11-09"
    with pytest.raises(BadInput, match="“as soon as we can” in the column “From”"):
        taken("as soon as we can")


def test_an_emptied_cell_is_told_and_not_taken() -> None:
    (change,) = back(lambda d: cell(table_of(d, MEASURES), 1, 2, "")).changes
    assert (change.column, change.new, change.can_be_taken) == ("How often", "", False)
    assert change.why and "emptied" in change.why.in_("en")


def test_a_measures_row_that_is_gone_can_be_taken_and_an_exhibits_cannot() -> None:
    def edit(document: Any) -> None:
        for block in (MEASURES, EXHIBITS):
            row = table_of(document, block).rows[1]._tr
            row.getparent().remove(row)

    found = back(edit)
    measure, exhibit = found.changes
    assert (measure.kind, measure.can_be_taken, exhibit.kind, exhibit.can_be_taken) == (
        "removed", True, "removed", False,
    )  # fmt: skip
    assert exhibit.why and exhibit.page == "evidence"
    case = with_changes(case_of(), letter_of(), found, [measure.key])
    before = sum(m.chosen for m in case_of().measures.values())
    assert sum(m.chosen for m in case.measures.values()) == before - 1


def test_a_new_row_a_new_column_and_another_header_are_told_and_cannot_be_taken() -> None:
    def edit(document: Any) -> None:
        table = table_of(document, EXHIBITS)
        new = copy.deepcopy(table.rows[1]._tr)
        table.rows[1]._tr.addnext(new)
        for place, words in enumerate(("Exhibit Z", "A photo of the shelf", "left side")):
            cell(table, 2, place, words)
        measures = table_of(document, MEASURES)
        for number, row in enumerate(measures.rows):
            extra = copy.deepcopy(row.cells[-1]._tc)
            row._tr.append(extra)
            for mark in extra.xpath(".//w:bookmarkStart | .//w:bookmarkEnd"):
                mark.getparent().remove(mark)
            set_words(extra.xpath("w:p")[0], f"note {number}")
        cell(measures, 0, 1, "Owner")

    found = back(edit).changes
    assert [(c.kind, c.new, c.can_be_taken) for c in found] == [
        ("fixed", "Owner", False),
        ("added", "; ".join(f"note {n}" for n in range(len(letter_rows(MEASURES)) + 1)), False),
        ("added", "Exhibit Z; A photo of the shelf; left side", False),
    ]
    assert all(c.why for c in found)


def letter_rows(block: str) -> Any:
    return next(b.table.rows for b in letter_of().blocks() if b.id == block and b.table)


def test_rows_in_another_order_are_moved_and_no_cell_is_changed() -> None:
    def edit(document: Any) -> None:
        rows = [r._tr for r in table_of(document, EXHIBITS).rows]
        rows[-1].addnext(rows[1])

    (change,) = back(edit).changes
    assert (change.kind, change.block, change.can_be_taken) == ("moved", EXHIBITS, False)


def test_a_table_without_its_header_row_or_its_marks_is_known_by_its_cells() -> None:
    def edit(document: Any) -> None:
        without_marks(document)
        table = table_of(document, EXHIBITS)
        table._tbl.remove(table.rows[0]._tr)
        cell(table, 0, 2, "page 9")

    found = [c for c in back(edit).changes if c.block == EXHIBITS]
    assert [(c.kind, c.new) for c in found] == [("fixed", ""), ("changed", "page 9")]
    assert found[1].by_likeness


def test_joined_cells_are_told_as_what_they_leave_empty() -> None:
    def edit(document: Any) -> None:
        table = table_of(document, EXHIBITS)
        table.cell(1, 1).merge(table.cell(1, 2))

    changes = [c for c in back(edit).changes if c.block == EXHIBITS]
    assert [c.column for c in changes] == ["Title", "What it shows and where to look"]
    assert changes[0].new.startswith(changes[0].old) and changes[1].new == ""


WORDS = st.text("abcdefg XYZ0123", min_size=1, max_size=30).map(lambda t: " ".join(t.split())).filter(bool)


@settings(max_examples=25, deadline=None, derandomize=True)
@given(data=st.data())
def test_random_cells_come_back_exactly_and_those_taken_stand_in_the_letter(data: st.DataObject) -> None:
    letter = letter_of()
    tables = {b.id: b.table for b in letter.blocks() if b.table}
    # the first cell of each row stays, so that a row cannot be taken for another
    places = [
        (b, r, c) for b, t in tables.items() for r in range(len(t.rows)) for c in range(1, len(t.header))
    ]
    chosen = data.draw(st.lists(st.sampled_from(places), unique=True, max_size=6))
    typed = {p: "December 3" if _dated(tables, p) else data.draw(WORDS) for p in chosen}

    def edit(document: Any) -> None:
        for (block, row, column), words in typed.items():
            cell(table_of(document, block), row + 1, column, words)

    found = back(edit)
    wanted = {p: w for p, w in typed.items() if tables[p[0]].rows[p[1]][p[2]].en != w}
    assert {_place(c, tables): c.new for c in found.changes} == wanted
    paths = {p: tables[p[0]].paths[p[1]][p[2]] if tables[p[0]].paths else "" for p in wanted}
    assert {_place(c, tables): c.path for c in found.changes} == paths
    later = compose(with_changes(case_of(), letter, found, [c.key for c in found.changes if c.can_be_taken]))
    after = {b.id: b.table for b in later.blocks() if b.table}
    for (block, row, column), words in wanted.items():
        if paths[(block, row, column)]:
            assert after[block].rows[row][column].en == words


def _dated(tables: Any, place: tuple[str, int, int]) -> bool:
    block, row, column = place
    return bool(tables[block].paths) and tables[block].paths[row][column].endswith(".starts")


def _place(change: BlockChange, tables: Any) -> tuple[str, int, int]:
    table = tables[change.block]
    row = next(n for n, r in enumerate(table.rows) if r[0].en == change.row)
    return change.block, row, next(n for n, h in enumerate(table.header) if h.en == change.column)


@pytest.mark.parametrize("name", NAMES)
def test_every_cell_that_names_a_field_shows_what_is_taken_into_it(name: str) -> None:
    letter, case = letter_named(name), case_named(name)
    tables = {b.id: b.table for b in letter.blocks() if b.table and b.table.paths}
    order = [b.id for b in letter.blocks() if b.table]
    typed = {}

    def edit(document: Any) -> None:
        for block, table in tables.items():
            for r, row in enumerate(table.paths):
                for c, path in enumerate(row):
                    if path:
                        dated = path.endswith((".starts", "reactivated_on"))
                        words = f"November {r + 2}, 2026" if dated else f"Word {block} {r} {c}"
                        typed[block, r, c] = words
                        cell(document.tables[order.index(block)], r + 1, c, words)

    found = read_edited(edited(to_docx(letter, "en", draft=False), edit), letter)
    assert len(found.changes) == len(typed) and all(c.can_be_taken and c.path for c in found.changes)
    later = compose(with_changes(case, letter, found, [c.key for c in found.changes]))
    after = {b.id: b.table for b in later.blocks() if b.table}
    for (block, row, column), words in typed.items():
        table = after[block]
        assert table and words.removesuffix(", 2026") in table.rows[row][column].en
