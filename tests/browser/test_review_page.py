"""The review on the pages, as only a browser shows it: keyboard, popovers, marks in a text, files that are given.

What the pages say and keep is tested in tests/pages, without a browser.
"""

import pytest
from playwright.sync_api import expect

from appeal_core.journey import composing
from appeal_core.journey.rule_help import rule_help
from appeal_core.journey.samples import FOLDER
from appeal_core.store import open_store
from tests.browser.conftest import SAMPLE

PLANTED = (
    "We changed the date on the invoice before we uploaded it. The carrier was slow, it is not our fault. "
    "Please give us a second chance. We will double check every order carefully."
)
DRAFT = """Dear team, <img src=x onerror="window.struck=1"> please give us a second chance.

Root cause
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
    expect(wizard.findings("must be mended")).to_have_count(severities.count("blocker"))
    warnings = main.get_by_test_id("stButtonGroup").first.get_by_role(
        "button", name=wizard.t("should be better")
    )
    warnings.focus()
    with wizard.run():
        page.keyboard.press("Enter")  # the filters answer to the keyboard
    expect(main.get_by_text(told(wizard, severities.count("warning"), severities))).to_be_visible()
    with wizard.run():
        warnings.click()
    danger(wizard, store, case_id)


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
def test_a_checked_draft_is_marked_and_becomes_an_appeal_with_its_reports(shared_server, open_wizard, lang):
    wizard = open_wizard(f"{shared_server.url}/draft?lang={lang}", lang).on("draft")
    main, page = wizard.main, wizard.page
    wizard.type(wizard.t("Or paste it here"), DRAFT)
    sample = FOLDER / "shipped_late"
    notice = (sample / f"notice.{lang}.txt").read_text(encoding="utf-8")
    wizard.type(wizard.t("The notice that it answers (optional)"), notice)
    with wizard.run():
        main.locator("input[type=file]").nth(1).set_input_files(sorted((sample / "reports").glob("*")))
    with wizard.run():
        wizard.press(wizard.t("Check it"))
    expect(main.get_by_text("<img src=x onerror=", exact=False).first).to_be_visible()
    region = main.get_by_role("region", name=wizard.t("The text, with its findings marked"))
    region.focus()
    page.keyboard.press("Tab")
    expect(region.locator("mark[tabindex]").first).to_be_focused()
    assert page.evaluate("window.struck") is None  # nothing of the text was run
    wizard.tick(wizard.t("I have read these sentences. What they say of my shop is true"))
    main.get_by_role("button", name=wizard.t("Make an appeal of it")).click()
    wizard.on("notice")
    case = open_store(f"sqlite:///{shared_server.database}").load(wizard.case_id())
    assert case.causes == ("late_shipment_rate",) and len(case.actions) == 2
    assert len(case.reports) == 3 and case.measurements.metrics
