"""Nothing committed is lost: cold links, reloads, a killed server, two tabs, another language."""

import pytest
from playwright.sync_api import expect

from appeal_core.catalog import cause
from appeal_core.store import open_store

CASE = "sample-late"  # the id under which the harness keeps the sample
SHOP = "Tidewater Camp Supply"
LATE = cause("late_shipment_rate")
PAGES = (
    "cases", "notice", "reports", "causes", "actions", "evidence", "letter", "submit", "follow_up", "draft",
)  # fmt: skip


def link(server, page):
    return f"{server.url}/{page}?case={CASE}"


@pytest.mark.parametrize("page", PAGES)
def test_a_cold_link_opens_its_page_with_its_case(bare_server, open_wizard, page):
    """The first request of a server process is the trap: it would run the page without app.py."""
    wizard = open_wizard(link(bare_server, page)).on(page)
    assert wizard.case_id() == CASE
    expect(wizard.sidebar.get_by_text(SHOP)).to_be_visible()
    expect(wizard.sidebar.get_by_role("link", name="Check and send")).to_be_visible()
    expect(wizard.page.get_by_test_id("stException")).to_have_count(0)


FIELDS = {  # page: how to find a field of it
    "notice": lambda w: w.field("Merchant token (optional)"),
    "causes": lambda w: w.card(LATE.root_cause("no_cover").name.en).get_by_label(
        "What the check showed, in a sentence with its number (optional)", exact=True
    ),
    "actions": lambda w: w.card(LATE.action("ship_open_orders").name.en).get_by_label(
        LATE.action("ship_open_orders").slots["count"].label.en, exact=True
    ),
    "evidence": lambda w: w.card("Exhibit A").get_by_label("Where to look in it (page, line)", exact=True),
    "reports": lambda w: w.card("Type the figures that Amazon shows").get_by_label(
        "Late shipment rate, 10 days: seller-fulfilled orders in the window", exact=True
    ),
    "draft": lambda w: w.field("Or paste it here"),
    "letter": lambda w: w.card("Date, plan for the store, chart").get_by_label(
        "Plan for the store, one or two sentences (optional)", exact=True
    ),
}


@pytest.mark.parametrize("page", FIELDS)
def test_a_committed_field_is_there_after_a_reload(shared_server, open_wizard, page):
    wizard = open_wizard(link(shared_server, page)).on(page)
    wizard.commit(FIELDS[page](wizard), "171")
    wizard.page.reload()
    wizard.on(page)
    expect(FIELDS[page](wizard)).to_have_value("171")


@pytest.mark.parametrize("page", ["submit", "follow_up"])
def test_a_tick_is_there_after_a_reload(shared_server, open_wizard, page):
    wizard = open_wizard(link(shared_server, page)).on(page)
    first = first_tick(wizard)
    with wizard.run():
        first.locator("label").click(position={"x": 8, "y": 10})
    expect(first.locator("input")).to_be_checked()
    wizard.page.reload()
    wizard.on(page)
    expect(first_tick(wizard).locator("input")).to_be_checked()


def first_tick(wizard):
    """The first box of the page, its list unfolded."""
    boxes = wizard.main.get_by_test_id("stCheckbox")
    if boxes.count() == 0 or not boxes.first.is_visible():
        wizard.main.locator("summary").first.click()
        wizard.settled()
    expect(boxes.first).to_be_visible()
    return boxes.first


def test_a_reply_typed_and_left_is_there_after_a_reload(shared_server, open_wizard):
    wizard = open_wizard(link(shared_server, "follow_up")).on("follow_up")
    wizard.type("Amazon's answer", "Thank you. We need more information.")
    wizard.page.reload()
    wizard.on("follow_up")
    expect(wizard.field("Amazon's answer")).to_have_value("Thank you. We need more information.")


def test_a_killed_server_comes_back_with_the_same_page_and_words(sample_server, open_wizard):
    wizard = open_wizard(link(sample_server, "actions")).on("actions")
    wizard.commit(FIELDS["actions"](wizard), "23")
    wizard.through_a_restart(sample_server)
    wizard.on("actions")
    assert wizard.case_id() == CASE
    expect(FIELDS["actions"](wizard)).to_have_value("23")
    wizard.press("Go on")
    wizard.on("evidence")
    expect(wizard.sidebar.get_by_text(SHOP)).to_be_visible()


def test_the_first_commit_after_a_restart_is_kept_beside_what_is_stored(sample_server, open_wizard):
    """What the tab started from is not known to the new server, so neither text wins by itself."""
    wizard = open_wizard(link(sample_server, "notice")).on("notice")
    wizard.through_a_restart(sample_server)
    wizard.commit(FIELDS["notice"](wizard), "A3AFTER")
    expect(wizard.main.get_by_text("This field holds two texts")).to_be_visible()
    with wizard.run():
        wizard.main.get_by_role("button", name="Keep this one").nth(1).click(delay=80)
    wizard.page.reload()
    wizard.on("notice")
    expect(FIELDS["notice"](wizard)).to_have_value("A3AFTER")


def test_the_first_commit_into_an_empty_field_after_a_restart_is_saved(sample_server, open_wizard):
    wizard = open_wizard(link(sample_server, "follow_up")).on("follow_up")
    wizard.through_a_restart(sample_server)
    wizard.type("Amazon's answer", "Thank you. We need more information.")
    wizard.page.reload()
    wizard.on("follow_up")
    expect(wizard.field("Amazon's answer")).to_have_value("Thank you. We need more information.")


@pytest.mark.parametrize("winner", ["first", "second"])
def test_the_second_writer_of_a_field_is_told_and_both_texts_are_kept(shared_server, open_wizard, winner):
    first = open_wizard(link(shared_server, "notice")).on("notice")
    second = open_wizard(link(shared_server, "notice")).on("notice")
    texts = {"first": f"A3FIRST{winner}", "second": f"A3SECOND{winner}"}
    first.type("Merchant token (optional)", texts["first"])
    second.type("Merchant token (optional)", texts["second"])
    expect(
        second.main.get_by_text("This field holds two texts: another tab wrote one of them.")
    ).to_be_visible()
    for text in texts.values():
        expect(second.main.get_by_test_id("stText").filter(has_text=text)).to_be_visible()
    conflict = open_store(f"sqlite:///{shared_server.database}").load(CASE).conflicts
    assert list(conflict) == ["seller.merchant_token"]
    keep = second.main.get_by_role("button", name="Keep this one")
    with second.run():
        keep.nth(0 if winner == "first" else 1).click(delay=80)
    stands = texts[winner]
    expect(second.field("Merchant token (optional)")).to_have_value(stands)
    expect(keep).to_have_count(0)
    first.page.reload()
    first.on("notice")
    expect(first.field("Merchant token (optional)")).to_have_value(stands)
    expect(first.main.get_by_role("button", name="Keep this one")).to_have_count(0)


def test_switching_the_language_keeps_what_was_entered(shared_server, open_wizard):
    """A list's label in the other language must not be taken for its answer."""
    before = open_store(f"sqlite:///{shared_server.database}").load(CASE).seller
    wizard = open_wizard(link(shared_server, "notice")).on("notice")
    wizard.type("Merchant token (optional)", "A3KEPT")
    with wizard.run():
        wizard.sidebar.get_by_text("中文", exact=True).click(delay=80)
    wizard.lang = "zh"
    label = wizard.t("Merchant token (optional)")
    assert label != "Merchant token (optional)"
    expect(wizard.field(label)).to_have_value("A3KEPT")
    with wizard.run():
        wizard.sidebar.get_by_text("English", exact=True).click(delay=80)
    expect(wizard.field("Merchant token (optional)")).to_have_value("A3KEPT")
    assert wizard.case_id() == CASE
    stored = open_store(f"sqlite:///{shared_server.database}").load(CASE)
    assert stored.seller.model_dump() == before.model_copy(update={"merchant_token": "A3KEPT"}).model_dump()
