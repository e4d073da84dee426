"""The human reader: numbered lines, remarks that come back, an approval that knows what it approved."""

import datetime as dt
import io

import docx
import pytest

from appeal_core.case import Case
from appeal_core.journey import composing, reader, samples
from appeal_core.journey.lines import lines
from appeal_core.journey.reader_copy import QUESTIONS, reader_docx
from appeal_core.language import BadInput

DAY = dt.date(2026, 11, 18)


@pytest.fixture(scope="module")
def late():
    return samples.open_sample("shipped_late", "en", "x").case


@pytest.fixture(scope="module")
def letter(late):
    return composing.letter(late)


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_copy_numbers_every_line_and_asks_in_the_readers_language(letter, lang):
    data = reader_docx(letter, lang)
    assert data == reader_docx(letter, lang)
    document = docx.Document(io.BytesIO(data))
    numbered = [p.text for p in document.paragraphs if p.style.name == "List Number"]
    known = lines(letter)
    assert len(numbered) == len(known)
    assert all(line.text.in_(lang) in text for line, text in zip(known, numbered, strict=True))
    questions, remarks, approval = document.tables
    assert [row.cells[1].text for row in questions.rows[1:]] == [q.in_(lang) for q in QUESTIONS]
    assert len(remarks.rows) > 5 and len(approval.columns) == 3


def test_a_copy_that_comes_back_gives_its_comments_and_its_table_once(late, letter):
    document = docx.Document(io.BytesIO(reader_docx(letter, "zh")))
    tenth = next(p for p in document.paragraphs if lines(letter)[9].text.zh in p.text)
    document.add_comment(tenth.runs, text="Which days?", author="Ann Weaver", initials="AW")
    table = document.tables[1]
    table.rows[1].cells[0].text, table.rows[1].cells[1].text = "15", "By whom?"
    table.rows[2].cells[1].text = "Good and short."
    out = io.BytesIO()
    document.save(out)
    once = reader.with_remarks_of(late, letter, out.getvalue(), DAY)
    assert reader.with_remarks_of(once, letter, out.getvalue(), DAY) == once
    found = [(r.line, r.author, r.text, bool(r.words)) for r in once.reader_remarks.values()]
    assert found == [
        (10, "Ann Weaver", "Which days?", True), (15, "", "By whom?", True), (None, "", "Good and short.", False)
    ]  # fmt: skip
    assert Case.model_validate_json(once.model_dump_json()) == once


@pytest.mark.parametrize("data", [b"", b"no Word file"])
def test_a_file_that_is_none_gets_a_sentence(late, letter, data):
    with pytest.raises(BadInput):
        reader.with_remarks_of(late, letter, data, DAY)


def test_a_copy_without_a_remark_says_so(late, letter):
    with pytest.raises(BadInput, match="No remark stands in this file"):
        reader.with_remarks_of(late, letter, reader_docx(letter, "en"), DAY)


@pytest.mark.parametrize(("text", "number"), [("  ", 3), ("Too long", 400)])
def test_a_remark_needs_words_and_a_line_that_is_there(late, letter, text, number):
    with pytest.raises(BadInput):
        reader.with_remark(late, letter, text, number, "", DAY)


def test_an_approval_waits_for_each_remark_to_be_settled_or_refused_with_a_reason(late, letter):
    case = reader.with_remark(late, letter, "Say which days", 8, "Ann Weaver", DAY)
    for state, reason in (("open", ""), ("refused", " ")):
        held = case.with_value("reader_remarks.r1.state", state).with_value(
            "reader_remarks.r1.reason", reason
        )
        with pytest.raises(BadInput, match="Remarks still open: 1"):
            reader.with_approval(held, letter, "Ann Weaver", DAY)
    refused = case.with_value("reader_remarks.r1.state", "refused")
    refused = refused.with_value("reader_remarks.r1.reason", "The days stand in line 9")
    assert reader.with_approval(refused, letter, "Ann Weaver", DAY).approval.on == DAY
    with pytest.raises(BadInput, match="bears a name"):
        reader.with_approval(late, letter, "", DAY)


def test_a_letter_that_changes_after_the_approval_says_what_the_reader_has_not_seen(late, letter):
    approved = reader.with_approval(late, letter, "Ann Weaver", DAY)
    assert reader.changed_since(approved, letter) is None
    later = approved.with_value("actions.agree_collections.chosen", False)
    change = reader.changed_since(later, composing.letter(later))
    assert any("Summit Line Freight" in text for text in change.gone)
    assert reader.changed_since(late, letter) is None


def test_a_remark_knows_that_its_line_has_changed(late, letter):
    case = reader.with_remark(late, letter, "By whom?", 19, "", DAY)
    (remark,) = case.reader_remarks.values()
    assert not reader.moved(letter, remark)
    later = case.with_value("actions.agree_collections.chosen", False)
    assert reader.moved(composing.letter(later), remark)


def test_an_old_case_file_without_a_reader_still_opens(late):
    data = late.model_dump(mode="json", by_alias=True)
    del data["reader_remarks"], data["approval"]
    assert Case.model_validate(data) == late
