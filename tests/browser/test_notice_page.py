"""The notice page: corrections change what follows and survive a reload; marks and ticks by keyboard and after a restart."""

import datetime as dt

import pytest
from playwright.sync_api import expect

from appeal_core.catalog import cause, routes, vocabulary
from appeal_core.journey import begin, notices
from appeal_core.store import open_store
from tests.browser.conftest import Server

NOW = dt.datetime(2026, 11, 20, 9, tzinfo=dt.UTC)
LATE = """Hello,
Your seller-fulfilled offers on Amazon.com have been deactivated because your late shipment rate exceeds our target.
Please submit within 72 hours a plan with the root cause, the actions you have taken and the preventive steps.
"""
COURT = """Hello,
We received a temporary restraining order of a United States District Court. In accordance with it we have removed
the listing B0EXAMPLE1 and placed a hold on the funds in your Amazon.com account. Please contact the plaintiff's attorney.
"""
SCAM = """From: Amazon Service <help@amaz0n-help.example>
Your seller account was suspended because of a related account. Please pay USD 800 by bank transfer and send us your
password on WhatsApp. Open http://amazon-verify.example/login now. <script>document.title = 'taken'</script>
"""


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    """A server with a case for each of the notices."""
    database = tmp_path_factory.mktemp("notice") / "candor.db"
    store = open_store(f"sqlite:///{database}")
    for name, text in (("late", LATE), ("court", COURT), ("scam", SCAM)):
        store.add(notices.with_notice_text(begin.new_case(name, NOW), text, NOW), {})
    found = Server(database).start()
    yield found
    found.kill()
    assert "Traceback" not in found.log(), found.log()


def correct(wizard, label, combobox, option):
    """Picks something else under Change."""
    wizard.settled()
    opener = wizard.main.get_by_text(wizard.t(label), exact=True).first.locator(
        "xpath=following::button[@data-testid='stPopoverButton'][1]"
    )
    opener.click()
    where = wizard.page.get_by_test_id("stPopoverBody")
    expect(where).to_be_visible()
    wizard.choose(combobox, option, where)
    wizard.page.keyboard.press("Escape")
    wizard.page.keyboard.press("Escape")


@pytest.mark.parametrize("lang", ["zh"])
def test_each_correction_changes_what_follows_and_is_kept(server, open_wizard, lang):
    wizard = open_wizard(f"{server.url}/notice?case=late&lang={lang}", lang).on("notice")
    name = lambda book, code: wizard.read(vocabulary(book)[code].name)  # noqa: E731
    correct(wizard, "What is switched off", wizard.t("What is switched off"), name("scopes", "account"))
    correct(wizard, "Amazon store", wizard.t("Amazon store"), "德国")
    correct(wizard, "What it asks for", wizard.t("What the notice asks for"), name("asks", "utility_bill"))
    correct(wizard, "Cause", wizard.t("The cause that the notice states, in Amazon's words"),
            wizard.read(cause("cancellation_rate").name))  # fmt: skip
    for reload in (False, True):
        if reload:
            wizard.page.reload()
            wizard.on("notice")
        for understood in (
            name("scopes", "account"),
            wizard.read(cause("cancellation_rate").name),
            wizard.read(routes()["plan_and_documents"].name),
            "Berlin",
        ):
            expect(wizard.main.get_by_text(understood).locator("visible=true").first).to_be_visible()
        expect(
            wizard.main.get_by_text(name("asks", "utility_bill")).locator("visible=true").first
        ).to_be_visible()
        expect(wizard.main.get_by_text(wizard.t("corrected by you"))).to_have_count(4)
    case = open_store(f"sqlite:///{server.database}").load("late")
    assert case.causes == ("late_shipment_rate", "cancellation_rate")
    assert (case.scope, case.marketplace, case.route) == ("account", "DE", "plan_and_documents")


def test_steps_of_a_court_order_are_ticked_and_no_letter_is_offered(server, open_wizard):
    wizard = open_wizard(f"{server.url}/notice?case=court").on("notice")
    step = wizard.read(cause("court_order").checklist[0].text)
    expect(wizard.main.get_by_role("heading", name="What to do now")).to_be_visible()
    wizard.tick(step)
    expect(wizard.main.get_by_text("Who writes?")).to_have_count(0)
    wizard.page.reload()
    wizard.on("notice")
    expect(wizard.main.get_by_role("checkbox", name=step)).to_be_checked()
    text = wizard.download("As text (.txt)").decode()
    assert f"] {step}" in text and f"[ ] {step}" not in text


def test_a_scam_is_told_first_and_nothing_of_it_runs_or_can_be_clicked(server, open_wizard):
    wizard = open_wizard(f"{server.url}/notice?case=scam").on("notice")
    expect(wizard.main.get_by_text("Before anything else: is this message from Amazon?")).to_be_visible()
    assert wizard.main.locator("a[href*='amazon-verify'],a[href*='amaz0n']").count() == 0
    assert wizard.page.title() != "taken"
    marks = wizard.main.locator("mark[data-says]")
    marks.first.focus()
    for number in range(marks.count()):
        expect(marks.nth(number)).to_be_focused()
        assert wizard.page.evaluate("document.activeElement.dataset.says").startswith(f"{number + 1}: ")
        wizard.page.keyboard.press("Tab")
