"""The letter page and the page that sends: coverage, findings set aside, the human reader."""

import io
import re

import docx
import pytest

from appeal_core.journey import composing, reader_copy, samples
from appeal_core.language import say

SIGNS = {"blocker": "■", "warning": "▲", "advice": "●"}
PLANTED = "The carrier was slow, it is not our fault. Please give us a second chance. <b>Again</b>."


@pytest.fixture
def letter(pages):
    """The late sample with a paragraph that no appeal should hold and an action without proof."""
    opened = samples.open_sample("shipped_late", pages.lang, "late")
    case = opened.case.with_value("edits.root:no_cover", {"en": PLANTED})
    pages.store.add(case.with_value("actions.replay_on_past_orders.exhibit", None), opened.files)
    return pages.open("letter", "late")


def findings(page):
    case = page.store.load("late")
    return composing.findings(case, composing.letter(case))


def test_holes_are_told_where_they_are(letter):
    assert say("proof of this action (an exhibit)", letter.lang).split("（")[0].split("(")[0] in letter.said
    assert letter.t("Not complete yet") in letter.said


def test_the_letter_with_its_marks_stands_beside_the_text_to_copy(letter):
    assert "&lt;b&gt;Again&lt;/b&gt;" in letter.html and "<b>Again" not in letter.html
    placed = [(n, f) for n, f in enumerate(findings(letter), 1) if f.match]
    assert placed and all(re.search(rf"{SIGNS[f.severity]}{n}[ <]", letter.html) for n, f in placed)


def test_a_finding_that_is_set_aside_keeps_its_reason_and_is_taken_up_again(letter):
    place = next(i for i, f in enumerate(findings(letter)) if f.rule == "blames-others")
    field = next(w for w in letter.app.text_input if (w.key or "").startswith(f"aside|{place}|"))
    field.set_value("It is what the carrier wrote")
    button = next(b for b in letter.app.button if (b.key or "").startswith(f"do|aside|{place}|"))
    button.click()
    letter.run()
    assert list(letter.store.load("late").set_aside.values()) == ["It is what the carrier wrote"]
    assert letter.t("Set aside ({n})", n=1) in letter.labels
    letter.press("Take it up again")
    assert letter.store.load("late").set_aside == {}


def test_a_person_reads_remarks_and_approves_and_a_later_change_is_told(letter):
    page, case = letter, letter.store.load("late")
    copy = docx.Document(io.BytesIO(reader_copy.reader_docx(composing.letter(case), "en")))
    copy.tables[1].rows[1].cells[0].text, copy.tables[1].rows[1].cells[1].text = "8", "Say which days."
    out = io.BytesIO()
    copy.save(out)
    page.app.file_uploader(key="reader_back").set_value(("read.docx", out.getvalue(), ""))
    page.run().press("Take the remarks in")
    assert "Say which days" in page.said
    assert page.found("button", "The reader approves this wording").disabled
    state = page.found("radio", "What became of it")
    state.set_value("refused")
    page.run().write("text_input", "Why it is refused", "They stand in line 10")
    page.write("text_input", "Who has read it", "Ann Weaver").press("The reader approves this wording")
    assert page.store.load("late").approval.by == "Ann Weaver"
    page.store.change("late", lambda c: c.with_value("actions.agree_collections.chosen", False))
    page.open("submit", "late")
    assert "Ann Weaver" in page.said and page.t("the letter has changed since") in page.said
