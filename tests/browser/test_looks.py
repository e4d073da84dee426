"""Every page: no sideways scroll on a phone, nothing broken, readable by keyboard and screen reader."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

CASE = "sample-late"
PAGES = (
    "cases", "notice", "reports", "causes", "actions", "evidence", "letter", "submit", "follow_up", "draft",
)  # fmt: skip
PHONE = {"width": 390, "height": 844}


@pytest.fixture(scope="module")
def server(sample_database, tmp_path_factory):
    """One server with the sample for all pages."""
    import shutil

    from tests.browser.conftest import Server

    database = tmp_path_factory.mktemp("looks") / "candor.db"
    for file in sample_database.parent.glob("candor.db*"):
        shutil.copy(file, database.with_name(file.name))
    found = Server(database).start()
    yield found
    found.kill()


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("page", PAGES)
def test_a_page_fits_a_phone_and_shows_no_fault(server, open_wizard, page, lang):
    wizard = open_wizard(f"{server.url}/{page}?case={CASE}&lang={lang}", lang, **PHONE).on(page)
    wide, window = wizard.page.evaluate("[document.scrollingElement.scrollWidth, innerWidth]")
    assert wide <= window
    expect(wizard.page.get_by_test_id("stException")).to_have_count(0)


@pytest.mark.parametrize("page", PAGES)
def test_a_page_is_accessible(server, open_wizard, page):
    wizard = open_wizard(f"{server.url}/{page}?case={CASE}").on(page)
    levels = wizard.main.locator("h1,h2,h3,h4").evaluate_all("all => all.map(h => +h.tagName[1])")
    assert levels[0] == 1 and levels.count(1) == 1, levels
    found = Axe().run(wizard.page).response["violations"]
    serious = {
        v["id"]: [n["html"][:160] for n in v["nodes"][:3]]
        for v in found
        if v["impact"] in ("critical", "serious")
    }
    assert serious == {}


@pytest.mark.parametrize("page", ["cases", "notice", "causes"])
def test_the_next_step_is_reached_by_the_keyboard(server, open_wizard, page):
    wizard = open_wizard(f"{server.url}/{page}?case={CASE}").on(page)
    wizard.page.locator("body").press("Tab")
    for _ in range(200):
        if wizard.page.evaluate("document.activeElement.dataset.testid") == "stBaseButton-primary":
            break
        wizard.page.keyboard.press("Tab")
    expect(wizard.main.locator("button[kind=primary]:focus")).to_have_count(1)
