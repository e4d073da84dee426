"""From the case to Word and back into the case: on the letter of a sample, with what a person does to it."""

from __future__ import annotations

from typing import Any

import pytest

from appeal_core.case import Case
from appeal_core.export.docx import to_docx
from appeal_core.export.docx_back import read_edited
from appeal_core.export.docx_taken import with_changes
from appeal_core.letter import compose
from tests.export.gallery import case_named
from tests.export.word_editor import edited, fill, new_paragraph, paragraph, set_words


@pytest.fixture
def case() -> Case:
    return case_named("restricted_book")


def test_every_change_that_is_taken_stands_in_the_next_letter(case: Case) -> None:
    def edit(document: Any) -> None:
        fill(paragraph(document, "Catalog copied in bulk")._p.xpath("w:r")[-1], "We copied 221 lines unread.")
        gone = paragraph(document, "November 16: we took 31 units")._p
        gone.getparent().remove(gone)
        paragraph(document, "Please reactivate")._p.addnext(new_paragraph("We wait for your answer."))

    letter = compose(case)
    back = read_edited(edited(to_docx(letter, "en", draft=False), edit), letter)
    assert [c.kind for c in back.changes] == ["changed", "added", "removed"]
    later = compose(with_changes(case, letter, back, [c.key for c in back.changes]))
    blocks = {b.id: b for b in later.blocks()}
    assert (
        blocks["root:bulk_copied"].text.en == "We copied 221 lines unread."
        and blocks["root:bulk_copied"].edited
    )
    assert blocks["request"].text.en.endswith("\n\nWe wait for your answer.")
    assert "action:set_stock_apart" not in blocks
    again = read_edited(to_docx(later, "en", draft=False), later)
    assert again.changes == ()


def test_nothing_taken_leaves_the_case_as_it_was(case: Case) -> None:
    def edit(document: Any) -> None:
        set_words(paragraph(document, "Please reactivate")._p, "Other words.")

    letter = compose(case)
    back = read_edited(edited(to_docx(letter, "en", draft=False), edit), letter)
    assert with_changes(case, letter, back, []) == case


def test_an_edit_of_the_chinese_copy_waits_for_its_english(case: Case) -> None:
    def edit(document: Any) -> None:
        set_words(paragraph(document, "请重新激活")._p, "请恢复销售。")

    letter = compose(case)
    back = read_edited(edited(to_docx(letter, "zh", draft=False), edit), letter)
    assert back.language == "zh"
    later = compose(with_changes(case, letter, back, [c.key for c in back.changes]))
    request = next(b for b in later.blocks() if b.id == "request")
    assert request.text.zh == "请恢复销售。" and [g.id for g in later.gaps()] == ["edits.request.en"]


def test_facts_that_move_under_a_taken_edit_are_told(case: Case) -> None:
    def edit(document: Any) -> None:
        set_words(
            paragraph(document, "November 16: all 14")._p,
            "November 16: all listings were deleted (Exhibit B).",
        )

    letter = compose(case)
    back = read_edited(edited(to_docx(letter, "en", draft=False), edit), letter)
    taken = with_changes(case, letter, back, [c.key for c in back.changes])
    moved = compose(taken.with_value("actions.deleted_listings.done_on", "2026-11-17"))
    block = next(b for b in moved.blocks() if b.id == "action:deleted_listings")
    assert (
        block.moved
        and block.text.en.startswith("November 16: all listings")
        and "November 17" in block.offered.en
    )
