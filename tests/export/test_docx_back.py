"""A letter that was edited in Word comes back: nothing of the edit is lost, and nothing else changes."""

from __future__ import annotations

import datetime as dt
from functools import cache
from typing import Any

import pytest
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st

from appeal_core.case import ActionAnswer, Case, EditedDocument, Letter, RootCauseAnswer
from appeal_core.export.docx import to_docx
from appeal_core.export.docx_back import read_edited
from appeal_core.export.docx_taken import refused, with_changes
from appeal_core.export.word.marks import parts, squeezed
from appeal_core.language import BadInput, Bilingual
from tests.export.conftest import cover, plan
from tests.export.word_editor import (
    edited,
    fill,
    new_paragraph,
    paragraph,
    set_words,
    split_at,
    tracked,
    tracked_end,
    without_marks,
)

ACTION = "October 13: handling"
REQUEST = "Please reactivate"


def own_letter(**changes: Any) -> Letter:
    """The plan without its chart, of a case with a name."""
    letter = plan().model_copy(update={"of_case": "case-1", **changes})
    figures = letter.sections[1].model_copy(update={"blocks": letter.sections[1].blocks[:2]})
    return letter.model_copy(update={"sections": (letter.sections[0], figures, *letter.sections[2:])})


@cache
def written(lang: str = "en") -> bytes:
    return to_docx(own_letter(), lang, draft=False)  # type: ignore[arg-type]


def changes(data: bytes, letter: Letter | None = None) -> list[tuple[str, str, str, str]]:
    back = read_edited(data, letter or own_letter())
    return [(c.kind, c.block, c.old, c.new) for c in back.changes]


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("marked", [True, False])
def test_a_letter_that_nobody_edited_comes_back_without_a_change(
    any_letter: Letter, lang: Any, marked: bool
) -> None:
    data = to_docx(any_letter, lang, draft=True)
    back = read_edited(data if marked else edited(data, without_marks), any_letter, lang)
    assert back.changes == ()
    assert back.language == lang
    assert bool(back.notes) is not marked


def test_the_language_is_told_by_the_file() -> None:
    assert read_edited(written("zh"), own_letter()).language == "zh"


def test_a_changed_paragraph_is_shown_old_and_new() -> None:
    data = edited(written(), lambda d: set_words(paragraph(d, REQUEST)._p, "Please let us sell again."))
    assert changes(data) == [
        (
            "changed",
            "request.text",
            "Please reactivate our seller-fulfilled offers.",
            "Please let us sell again.",
        )
    ]


def test_a_point_keeps_its_heading_apart_from_its_text() -> None:
    def edit(document: Any) -> None:
        fill(paragraph(document, "Handling time shorter")._p.xpath("w:r")[-1], "Our own sentence.")

    (change,) = read_edited(edited(written(), edit), own_letter()).changes
    assert (change.kind, change.block, change.new) == ("changed", "cause.handling", "Our own sentence.")
    assert change.old.startswith("The shelves BR-SHELF-2")


def test_another_heading_is_listed_and_cannot_be_taken() -> None:
    def edit(document: Any) -> None:
        fill(paragraph(document, "Handling time shorter")._p.xpath("w:r")[0], "Another heading. ")
        set_words(paragraph(document, "Actions completed")._p, "What we did")

    found = read_edited(edited(written(), edit), own_letter()).changes
    assert [(c.kind, c.block, c.new, c.can_be_taken) for c in found] == [
        ("fixed", "cause.handling", "Another heading.", False),
        ("fixed", "actions", "What we did", False),
    ]
    assert all(c.why for c in found)


def test_words_behind_the_mark_and_a_second_paragraph_belong_to_the_block() -> None:
    def edit(document: Any) -> None:
        first = paragraph(document, ACTION)._p
        first.append(new_paragraph(" Tested the same day.").xpath("w:r")[0])
        split_at(paragraph(document, REQUEST)._p, 6)

    assert [(b, new) for _, b, _, new in changes(edited(written(), edit))] == [
        ("action.handling",
         "October 13: handling time of both shelves changed from 1 to 4 business days (Exhibit A, settings before and after). Tested the same day."),
        ("request.text", "Please\n\nreactivate our seller-fulfilled offers."),
    ]  # fmt: skip


def test_two_paragraphs_made_one_are_still_two_blocks() -> None:
    def edit(document: Any) -> None:
        first, second = paragraph(document, "Handling time")._p, paragraph(document, "Confirmations")._p
        for child in second.xpath("*[not(self::w:pPr)]"):
            first.append(child)
        second.getparent().remove(second)

    assert changes(edited(written(), edit)) == []


def test_a_paragraph_that_is_gone_and_one_that_is_new() -> None:
    def edit(document: Any) -> None:
        gone = paragraph(document, "[missing")._p
        gone.getparent().remove(gone)
        paragraph(document, REQUEST)._p.addnext(new_paragraph("We can ship again on Monday."))

    found = read_edited(edited(written(), edit), own_letter()).changes
    assert [(c.kind, c.block, c.new, c.before, c.can_be_taken) for c in found] == [
        ("added", "request.text", "We can ship again on Monday.", False, True),
        ("removed", "action.upload", "", False, True),
    ]


def test_words_beside_no_paragraph_cannot_be_joined_to_one() -> None:
    def edit(document: Any) -> None:
        paragraph(document, "Prevention")._p.addnext(new_paragraph("We check twice."))

    (change,) = read_edited(edited(written(), edit), own_letter()).changes
    assert (change.kind, change.can_be_taken) == ("added", False) and change.why


def test_points_in_another_order_are_listed_as_moved_and_no_more_than_need_be() -> None:
    def edit(document: Any) -> None:
        first, second = paragraph(document, "Handling time")._p, paragraph(document, "Confirmations")._p
        second.addnext(first)

    (change,) = read_edited(edited(written(), edit), own_letter()).changes
    assert (change.kind, change.can_be_taken) == ("moved", False)
    assert change.block in ("cause.handling", "cause.confirm")


def test_a_table_that_was_taken_out_cannot_be_refused_silently() -> None:
    def edit(document: Any) -> None:
        table = document.tables[1]._tbl
        table.getparent().remove(table)

    (change,) = read_edited(edited(written(), edit), own_letter()).changes
    assert (change.kind, change.block, change.can_be_taken) == ("removed", "prevention.table", False)


def test_tracked_changes_are_read_as_accepted() -> None:
    def edit(document: Any) -> None:
        line = paragraph(document, REQUEST)._p
        old, new = line.xpath("w:r")[0], new_paragraph("Please look again.").xpath("w:r")[0]
        old.addnext(new)
        tracked(old, "del")
        tracked(new, "ins")
        for run in paragraph(document, "[missing")._p.xpath(".//w:r"):
            tracked(run, "del")
        tracked_end(document.element.body.xpath("w:p[.//w:del][1]")[0])

    back = read_edited(edited(written(), edit), own_letter())
    assert [(c.kind, c.block, c.new) for c in back.changes] == [
        ("removed", "action.upload", ""),
        ("changed", "request.text", "Please look again."),
    ]
    assert back.tracked >= 3 and "tracked" in back.notes[0].in_("en")


def test_a_tracked_end_of_a_paragraph_joins_what_was_typed_to_the_next() -> None:
    def edit(document: Any) -> None:
        first = new_paragraph("One half, ")
        second = new_paragraph("other half.")
        paragraph(document, REQUEST)._p.addnext(first)
        first.addnext(second)
        tracked_end(first)

    assert [c[3] for c in changes(edited(written(), edit))] == ["One half, other half."]


def test_comments_are_listed_with_the_words_they_stand_at() -> None:
    def edit(document: Any) -> None:
        runs = paragraph(document, ACTION).runs
        document.add_comment(runs[0], text="Which carrier?", author="Reader", initials="R")

    back = read_edited(edited(written(), edit), own_letter())
    (remark,) = back.remarks
    assert (remark.author, remark.text, remark.block) == ("Reader", "Which carrier?", "action.handling")
    assert remark.words.startswith(ACTION) and back.changes == ()


def test_without_marks_paragraphs_are_known_by_their_words() -> None:
    def edit(document: Any) -> None:
        without_marks(document)
        set_words(paragraph(document, REQUEST)._p, "Please reactivate all our seller-fulfilled offers today.")

    back = read_edited(edited(written(), edit), own_letter())
    (change,) = back.changes
    assert (change.kind, change.block, change.by_likeness) == ("changed", "request.text", True)
    assert "lost the marks" in back.notes[0].in_("en")


def test_facts_that_moved_since_are_no_edit_and_an_edit_over_them_is_stale() -> None:
    letter = own_letter()
    request = next(s for s in letter.sections if s.id == "request")
    block = request.blocks[0].model_copy(
        update={"text": Bilingual(en="Please reactivate our selling account.")}
    )
    later = letter.model_copy(
        update={"sections": tuple(s.model_copy(update={"blocks": (block,)}) if s.id == "request" else s for s in letter.sections)}
    )  # fmt: skip
    assert changes(written(), later) == []
    mine = edited(written(), lambda d: set_words(paragraph(d, REQUEST)._p, "Please let us sell."))
    (change,) = read_edited(mine, later).changes
    assert change.stale and change.new == "Please let us sell."


def test_a_block_that_the_letter_has_got_since_is_said_to_be_perhaps_not_in_the_file() -> None:
    letter = own_letter()
    fewer = letter.model_copy(update={"sections": letter.sections[1:]})
    (change,) = read_edited(to_docx(fewer, "en", draft=False), letter).changes
    assert (change.kind, change.block, change.stale) == ("removed", "opening.text", True)


@pytest.mark.parametrize(("letter", "words"), [
    (own_letter(of_case="case-2"), "another case"),
    (own_letter(kind="supplement"), "another kind of letter"),
])  # fmt: skip
def test_the_file_of_another_letter_is_refused_with_a_sentence(letter: Letter, words: str) -> None:
    with pytest.raises(BadInput, match=words):
        read_edited(written(), letter)


def test_a_file_that_is_not_this_letter_at_all_is_refused() -> None:
    with pytest.raises(BadInput, match="does not look like the letter"):
        read_edited(edited(to_docx(cover(), "en", draft=False), without_marks), own_letter())


WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zs", "Zl", "Zp", "Cf"), include_characters=" "),
    min_size=1, max_size=80,
).map(lambda t: " ".join(t.split())).filter(lambda t: t and "\ufffe" not in t and "\uffff" not in t)  # fmt: skip


@settings(max_examples=60, deadline=None, derandomize=True)
@given(data=st.data())
def test_random_edits_come_back_exactly(data: st.DataObject) -> None:
    letter = own_letter()
    blocks = {p.name: p for p in parts(letter, "en") if p.block and not p.block.table}
    fate = {name: data.draw(st.sampled_from(["keep", "keep", "change", "remove", "add"])) for name in blocks}
    typed = {name: data.draw(WORDS) for name, what in fate.items() if what in ("change", "add")}

    def edit(document: Any) -> None:
        for name, part in blocks.items():
            start = document.element.body.xpath(f".//w:bookmarkStart[@w:name='{part.mark}']")[0]
            line = start.getparent()
            if fate[name] == "remove":
                line.getparent().remove(line)
            elif fate[name] == "add":
                line.addnext(new_paragraph(typed[name]))
            elif fate[name] == "change":
                runs = line.findall(qn("w:r"))
                first = 1 if part.heading else 0
                for run in [*runs[first + 1 :], *line.findall(qn("w:hyperlink"))]:
                    line.remove(run)
                fill(runs[first], typed[name])

    back = read_edited(edited(written(), edit), letter)
    found = {(c.kind, c.block): c.new for c in back.changes if c.kind in ("changed", "removed")}
    expected = {
        ("changed", n): typed[n] for n, f in fate.items() if f == "change" and typed[n] != blocks[n].text
    }
    expected |= {
        ("removed", n): "" for n, f in fate.items() if f == "remove" and blocks[n].block.kind != "signature"
    }
    signed = [
        ("removed", n) for n, f in fate.items() if f == "remove" and blocks[n].block.kind == "signature"
    ]
    expected |= dict.fromkeys(signed, "")
    assert found == expected
    added = [c.new for c in back.changes if c.kind == "added"]
    assert added == [typed[n] for n, f in fate.items() if f == "add"]
    assert {c.kind for c in back.changes} <= {"changed", "added", "removed"}


def the_case() -> Case:
    return Case(
        id="case-1",
        created_at=dt.datetime(2026, 10, 15, tzinfo=dt.UTC),
        root_causes={"handling": RootCauseAnswer(cause="late_shipment_rate", chosen=True)},
        actions={"upload": ActionAnswer(cause="late_shipment_rate", chosen=True)},
    )


def test_what_is_taken_becomes_the_sellers_words_and_what_is_refused_does_not() -> None:
    def edit(document: Any) -> None:
        set_words(paragraph(document, "Our late shipment")._p, "We were late.")
        set_words(paragraph(document, "Late orders:")._p, "Two files.")
        paragraph(document, REQUEST)._p.addnext(new_paragraph("We can ship again."))

    letter = own_letter()
    back = read_edited(edited(written(), edit), letter)
    keys = [c.key for c in back.changes if c.block != "figures.sources"]
    case = with_changes(the_case(), letter, back, keys)
    assert {k: (e.en, e.zh) for k, e in case.edits.items()} == {
        "opening.text": ("We were late.", None),
        "request.text": ("Please reactivate our seller-fulfilled offers.\n\nWe can ship again.", None),
    }
    assert [c.block for c in refused(back, keys)] == ["figures.sources"]


def test_a_point_that_was_taken_out_is_no_longer_chosen() -> None:
    letter = own_letter()
    renamed = {"action.upload": "action:upload", "cause.handling": "root:handling"}
    sections = tuple(
        s.model_copy(
            update={"blocks": tuple(b.model_copy(update={"id": renamed.get(b.id, b.id)}) for b in s.blocks)}
        )
        for s in letter.sections
    )
    letter = letter.model_copy(update={"sections": sections})

    def edit(document: Any) -> None:
        for words in ("[missing", "Handling time", "Late orders:"):
            line = paragraph(document, words)._p
            line.getparent().remove(line)

    back = read_edited(edited(to_docx(letter, "en", draft=False), edit), letter)
    case = with_changes(the_case(), letter, back, [c.key for c in back.changes])
    assert not case.actions["upload"].chosen and not case.root_causes["handling"].chosen
    assert (case.edits["figures.sources"].en, case.edits["figures.sources"].zh) == ("", "")


def test_what_cannot_be_taken_is_refused_with_a_sentence() -> None:
    letter = own_letter()
    back = EditedDocument(language="en")
    with pytest.raises(BadInput, match="cannot be taken"):
        with_changes(the_case(), letter, back, ["changed:request.text"])


def test_blanks_alone_are_no_change() -> None:
    assert squeezed("a\u00a0 b \n\n c") == "a b\nc"
