"""The letter page in a real browser: edits, moved facts, Word and back, a house style, both languages."""

import io
import re

import docx
import pytest
from docx.oxml.ns import qn
from docx.shared import Pt
from playwright.sync_api import expect

from appeal_core.catalog import cause
from appeal_core.store import open_store
from tests.browser.conftest import SAMPLE
from tests.export.word_editor import edited, paragraph, set_words

LATE = cause("late_shipment_rate")
ROOT = LATE.root_cause("handling_time_too_short")
BLOCK = "root:handling_time_too_short"
MINE = {"en": "We set 1 business day for tents that need 2.", "zh": "帐篷需要 2 个工作日，我们只设了 1 个。"}
NEW_REQUEST = "Please reactivate our seller-fulfilled offers; the stock is here."
OWNER = "Lan Qiu"


def opened(server, open_wizard, page, lang):
    return open_wizard(f"{server.url}/{page}?case={SAMPLE}&lang={lang}", lang).on(page)


def stored(server):
    return open_store(f"sqlite:///{server.database}").load(SAMPLE)


def block(wizard, block_id):
    """The card of a block."""
    return wizard.main.locator(f".st-key-{re.sub('[^a-zA-Z0-9_-]', '-', f'block|{block_id}')}")


def edit(wizard, words):
    """Types into the block's field of the session's language."""
    block(wizard, BLOCK).get_by_role("button", name=wizard.t("Edit")).click(delay=80)
    field = wizard.page.get_by_test_id("stPopoverBody").get_by_role(
        "textbox", name="中文" if wizard.lang == "zh" else "English"
    )
    wizard.commit(field, words)
    wizard.page.keyboard.press("Escape")


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_an_edit_stays_and_a_fact_that_moves_under_it_is_shown_old_and_new(shared_server, open_wizard, lang):
    wizard = opened(shared_server, open_wizard, "letter", lang)
    composed = "was set to 1 business day"
    expect(block(wizard, BLOCK)).to_contain_text(composed)
    edit(wizard, MINE[lang])
    expect(block(wizard, BLOCK)).to_contain_text(MINE[lang])
    wizard.page.reload()
    wizard.on("letter")
    expect(block(wizard, BLOCK)).to_contain_text(MINE[lang])
    try:
        moved_and_taken(wizard, lang, composed)
    finally:
        put_back(shared_server)


def moved_and_taken(wizard, lang, composed):
    wizard.go_to("causes")
    wizard.type(wizard.read(ROOT.slots["days_set"].label), "2", wizard.card(wizard.read(ROOT.name)))
    wizard.go_to("letter")
    card = block(wizard, BLOCK)
    expect(card).to_contain_text(MINE[lang])
    expect(card).to_contain_text(wizard.t("Facts under this paragraph have changed since you edited it."))
    old, new = ("1 个工作日", "2 个工作日") if lang == "zh" else ("1 business day", "2 business days")
    fact = wizard.t(
        "{fact}: was {old}, is now {new}", fact=wizard.read(ROOT.slots["days_set"].label), old=old, new=new
    )
    expect(card.get_by_text(fact)).to_be_visible()
    offered = card.get_by_test_id("stText").filter(has_text="was set to 2 business days")
    expect(offered).to_be_visible()
    with wizard.run():
        wizard.press(wizard.t("Take the new wording"), card)
    expect(card).to_contain_text("was set to 2 business days")
    expect(card).not_to_contain_text(MINE[lang])
    expect(card).not_to_contain_text(composed)


def put_back(server):
    """The sample's fact again, for the next test."""
    path = "root_causes.handling_time_too_short.slots.days_set.en"
    store = open_store(f"sqlite:///{server.database}")
    store.change(SAMPLE, lambda c: c.with_value(path, "1").replace(edits={}))


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_word_file_comes_back_with_a_sentence_and_a_cell(shared_server, open_wizard, tmp_path, lang):
    wizard = opened(shared_server, open_wizard, "submit", lang)
    word = wizard.download(wizard.t("Word (.docx)"))
    before = stored(shared_server)
    rate = next(t for t in docx.Document(io.BytesIO(word)).tables).cell(1, 3).text

    def change(document):
        set_words(paragraph(document, "Please reactivate")._p, NEW_REQUEST)
        set_words(document.tables[0].cell(1, 3).paragraphs[0]._p, "1.5%")
        set_words(document.tables[1].cell(1, 1).paragraphs[0]._p, f"{OWNER} {lang}")

    file = tmp_path / "appeal.docx"
    file.write_bytes(edited(word, change))
    wizard.go_to("letter")
    card = wizard.card(wizard.t("Edited in Word? Bring it back"))
    wizard.upload([file], card)
    for words in (NEW_REQUEST, "1.5%", rate, f"{OWNER} {lang}"):
        expect(card).to_contain_text(words)
    expect(card.get_by_test_id("stCheckbox")).to_have_count(2)  # a counted rate cannot be taken
    expect(card.get_by_role("link", name=wizard.t("To the page of these facts"))).to_have_attribute(
        "href", re.compile("reports")
    )
    with wizard.run():
        wizard.press(wizard.t("Take over what is ticked ({n})", n=2), card)
    expect(block(wizard, "request")).to_contain_text(NEW_REQUEST)
    expect(block(wizard, "prevention")).to_contain_text(f"{OWNER} {lang}")
    expect(block(wizard, "figures:late_shipment_rate")).to_contain_text(rate)
    case = stored(shared_server)
    assert case.edits["request"].en == NEW_REQUEST
    assert f"{OWNER} {lang}" in {m.owner for m in case.measures.values()}
    open_store(f"sqlite:///{shared_server.database}").change(
        SAMPLE, lambda c: c.replace(edits=before.edits, measures=before.measures)
    )


def test_both_languages_stand_side_by_side_and_in_the_preview(shared_server, open_wizard):
    wizard = opened(shared_server, open_wizard, "letter", "zh")
    expect(block(wizard, BLOCK)).to_contain_text("was set to 1 business day")
    expect(block(wizard, BLOCK)).to_contain_text("1 个工作日")
    card = wizard.card(wizard.t("Preview as text"))
    english, chinese = (card.get_by_role("tab", name=name) for name in ("English", "中文"))
    marked = card.get_by_role("region", name=wizard.t("The text, with its findings marked"))
    expect(marked.get_by_text("Plan of action: late shipment rate")).to_be_visible()
    copied = card.get_by_test_id("stCode")
    chinese.click()
    expect(copied.get_by_text("行动计划：迟发率").first).to_be_visible()
    english.click()
    expect(copied.get_by_text("was set to 1 business day")).to_be_visible()


def test_a_house_style_is_taken_over_by_the_word_file_and_given_back(shared_server, open_wizard, tmp_path):
    wizard = opened(shared_server, open_wizard, "letter", "en")
    house = docx.Document()
    house.styles["Normal"].font.name = "Georgia"
    house.styles["Normal"].font.size = Pt(13)
    house.sections[0].header.paragraphs[0].text = "Tidewater Camp Supply LLC, Norfolk"
    house.add_paragraph("Words of the style file stay out.")
    file = tmp_path / "letterhead.docx"
    house.save(str(file))
    card = wizard.card(wizard.t("Your own Word style"))
    wizard.upload([file], card)
    with wizard.run():
        wizard.press(wizard.t("Use this style"), card)
    expect(card.get_by_text("letterhead.docx").first).to_be_visible()
    wizard.go_to("submit")
    found = docx.Document(io.BytesIO(wizard.download(wizard.t("Word (.docx)"))))
    assert found.styles["Normal"].font.name == "Georgia"
    header = "".join(t.text for t in found.sections[0].header._element.iter(qn("w:t")))
    assert "Tidewater Camp Supply LLC, Norfolk" in header
    assert "Words of the style file" not in "".join(p.text for p in found.paragraphs)
    wizard.go_to("letter")
    with wizard.run():
        wizard.press(wizard.t("Back to the plain style"), wizard.card(wizard.t("Your own Word style")))
    assert stored(shared_server).wishes.house is None
