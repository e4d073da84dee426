"""The review on the pages: findings, coverage, the human reader, and a draft that becomes an appeal."""

import io
import re

import docx
import pytest
from playwright.sync_api import expect

from appeal_core.journey import composing
from appeal_core.journey.rule_help import rule_help
from appeal_core.journey.samples import FOLDER
from appeal_core.language import say
from appeal_core.store import open_store
from tests.browser.conftest import SAMPLE

PLANTED = (
    "We changed the date on the invoice before we uploaded it. The carrier was slow, it is not our fault. "
    "Please give us a second chance. We will double check every order carefully."
)
DRAFT = """Root cause
1. Handling time too short: two bulky items were set to one day.

Actions taken
1. On November 13, 2026 we raised the handling time of both items to three days.
2. We trained the clerk.

Preventive steps
1. Stock is counted every Monday.
"""


def faulty_case(server, lang):
    """The sample under another id, with a paragraph that no appeal should hold and an action without proof."""
    store = open_store(f"sqlite:///{server.database}")
    case = store.load(SAMPLE).replace(id=f"faulty-{lang}")
    case = case.with_value("edits.root:no_cover", {"en": PLANTED})
    store.add(case.with_value("actions.replay_on_past_orders.exhibit", None))
    return store, case.id


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_findings_are_filtered_explained_and_a_blocker_is_set_aside_with_a_reason(
    shared_server, open_wizard, lang
):
    store, case_id = faulty_case(shared_server, lang)
    wizard = open_wizard(f"{shared_server.url}/letter?case={case_id}&lang={lang}", lang).on("letter")
    main, page = wizard.main, wizard.page
    severities = [f.severity for f in found_in(store, case_id)]
    expect(main.get_by_text(told(wizard, len(severities), severities))).to_be_visible()
    warnings = main.get_by_test_id("stButtonGroup").first.get_by_role(
        "button", name=wizard.t("should be better")
    )
    warnings.focus()
    with wizard.run():
        page.keyboard.press("Enter")  # the filters answer to the keyboard
    expect(main.get_by_text(told(wizard, severities.count("warning"), severities))).to_be_visible()
    with wizard.run():
        warnings.click()
    covered_and_skimmed(wizard)
    danger(wizard, store, case_id)


def covered_and_skimmed(wizard):
    """The tables say which action lacks its proof, on the page and in Word; the skim view says what is open."""
    table = wizard.card(wizard.t("What is asked, and where it is answered"))
    hole = say("proof of this action (an exhibit)", wizard.lang)
    expect(table.get_by_text(hole).first).to_be_visible()
    with wizard.page.expect_download() as caught:
        table.get_by_role("button", name=wizard.t("These tables in Word (.docx)")).click()
    document = docx.Document(caught.value.path())
    cells = [c.text for t in document.tables for row in t.rows for c in row.cells]
    assert any(wizard.t("no proof") in c for c in cells)
    seen = wizard.card(wizard.t("As a hurried reviewer sees it: about {n} seconds", n="")[:7])
    expect(seen.get_by_text(wizard.t("Not complete yet"))).to_be_visible()


def danger(wizard, store, case_id):
    """The consequence is shown; without a tick and a reason the button stays shut; then both are kept."""
    main, page = wizard.main, wizard.page
    rule = rule_help("altered-paper")
    why = main.get_by_role("button", name=wizard.t("Why"), exact=True)
    aside = main.get_by_role("button", name=wizard.t("Set aside"), exact=True)
    place = [f.rule for f in found_in(store, case_id)].index("altered-paper")
    why.nth(place).click()
    expect(page.get_by_text(wizard.read(rule.looks)).first).to_be_visible()
    page.keyboard.press("Escape")
    aside.nth(place).click()
    inside = page.get_by_test_id("stPopoverBody").last
    expect(inside.get_by_text(wizard.read(rule.cares))).to_be_visible()
    button = inside.get_by_role("button", name=wizard.t("Set aside"), exact=True)
    expect(button).to_be_disabled()
    with wizard.run():
        inside.get_by_test_id("stCheckbox").locator("label").click(position={"x": 8, "y": 10})
    expect(button).to_be_disabled()
    wizard.commit(inside.get_by_role("textbox"), "The carrier reissued it")
    expect(button).to_be_enabled()
    with wizard.run():
        button.click()
    expect(main.get_by_text(wizard.t("Set aside ({n})", n=1))).to_be_visible()
    assert list(store.load(case_id).set_aside.values()) == ["The carrier reissued it"]
    wizard.go_to("submit")
    expect(main.get_by_text(wizard.t("Reason: {reason}", reason="The carrier reissued it"))).to_be_visible()


def found_in(store, case_id):
    """What the review finds in a stored case's letter."""
    case = store.load(case_id)
    return composing.findings(case, composing.letter(case))


def told(wizard, shown, findings):
    """The line under the filters."""
    return wizard.t("{shown} of {all} findings", shown=shown, all=len(findings))


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_a_person_reads_remarks_and_approves_and_a_later_change_is_told(shared_server, open_wizard, lang):
    store = open_store(f"sqlite:///{shared_server.database}")
    case_id = f"read-{lang}"
    store.add(store.load(SAMPLE).replace(id=case_id))
    wizard = open_wizard(f"{shared_server.url}/letter?case={case_id}&lang={lang}", lang).on("letter")
    name = wizard.t("Somebody reads it before you send")
    card = wizard.card(name)
    with wizard.page.expect_download() as caught:
        card.get_by_role("button", name=wizard.t("Copy in English (.docx)")).click()
    copy = docx.Document(caught.value.path())
    copy.tables[1].rows[1].cells[0].text, copy.tables[1].rows[1].cells[1].text = "8", "Say which days."
    out = io.BytesIO()
    copy.save(out)
    with wizard.run():
        card.locator("input[type=file]").set_input_files(
            {"name": "read.docx", "mimeType": "application/octet-stream", "buffer": out.getvalue()}
        )
    with wizard.run():
        wizard.press(wizard.t("Take the remarks in"), card)
    card = wizard.card(name)
    approve = card.get_by_role("button", name=wizard.t("The reader approves this wording"))
    expect(card.get_by_text("Say which days.")).to_be_visible()
    expect(approve).to_be_disabled()
    wizard.pick(wizard.t("refused, with a reason"), card)
    card = wizard.card(name)
    wizard.type(wizard.t("Why it is refused"), "They stand in line 10", card)
    card = wizard.card(name)
    wizard.type(wizard.t("Who has read it"), "Ann Weaver", card)
    with wizard.run():
        wizard.press(wizard.t("The reader approves this wording"), wizard.card(name))
    assert store.load(case_id).approval.by == "Ann Weaver"
    store.change(case_id, lambda c: c.with_value("actions.agree_collections.chosen", False))
    wizard.go_to("submit")
    expect(wizard.main.get_by_text(wizard.t("the letter has changed since"))).to_be_visible()
    expect(wizard.main.get_by_text(re.compile("Ann Weaver")).first).to_be_visible()


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_a_checked_draft_becomes_an_appeal(shared_server, open_wizard, lang):
    wizard = open_wizard(f"{shared_server.url}/draft?lang={lang}", lang).on("draft")
    wizard.type(wizard.t("Or paste it here"), DRAFT)
    notice = (FOLDER / "shipped_late" / f"notice.{lang}.txt").read_text(encoding="utf-8")
    wizard.type(wizard.t("The notice that it answers (optional)"), notice)
    with wizard.run():
        wizard.press(wizard.t("Check it"))
    expect(wizard.main.get_by_text(wizard.t("What could not be read and is still missing"))).to_be_visible()
    expect(wizard.main.get_by_text(wizard.t("no single day was read"))).to_be_visible()
    wizard.tick("Stock is counted every Monday.")  # unticked: it stays out
    wizard.tick(wizard.t("I have read these sentences. What they say of my shop is true"))
    wizard.main.get_by_role("button", name=wizard.t("Make an appeal of it")).click()
    wizard.on("notice")
    case = open_store(f"sqlite:///{shared_server.database}").load(wizard.case_id())
    assert case.causes == ("late_shipment_rate",)
    texts = [a.text.en for a in case.actions.values()]
    assert texts == ["we raised the handling time of both items to three days.", "We trained the clerk."]
    assert not case.measures
