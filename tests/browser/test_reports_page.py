"""The page of reports: characters chosen anew, columns pointed out, the orders behind a figure, any width."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

CASE = "sample-late"
HEAD = "Order ID,Order Date,Expected Ship Date,Ship Confirmation Date,Carrier,Impacts Account Health\n"
ROW = "900-{n:07}-7654321,11/{day:02}/2026,11/{due:02}/2026,11/{left:02}/2026,顺丰速运,Yes\n"


@pytest.fixture(scope="module")
def server(shared_server):
    """One server with the sample for all tests of this page."""
    return shared_server


@pytest.fixture
def reports_page(server, open_wizard):
    """Opens the page of the sample: `reports_page(lang="zh", width=390)`."""

    def opener(lang="en", **size):
        return open_wizard(f"{server.url}/reports?case={CASE}&lang={lang}", lang, **size).on("reports")

    return opener


def written(path, text, encoding):
    path.write_bytes(text.encode(encoding))
    return path


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_a_figure_opens_the_orders_behind_it(reports_page, lang):
    wizard = reports_page(lang)
    with wizard.run():
        wizard.press(wizard.t("Show the orders"))
    dialog = wizard.page.get_by_role("dialog")
    expect(dialog.get_by_test_id("stDataFrame")).to_be_visible()
    with wizard.page.expect_download() as caught:
        dialog.get_by_role("button", name=wizard.t("Download all rows (CSV)")).click()
    assert b"order_id" in Path(caught.value.path()).read_bytes()


def test_a_file_is_read_again_with_the_characters_that_the_seller_chooses(reports_page, tmp_path):
    wizard = reports_page()
    rows = "".join(ROW.format(n=n, day=n, due=n + 2, left=n + 4) for n in range(1, 4))
    wizard.upload([written(tmp_path / "mine-late.csv", HEAD + rows, "gb18030")])
    with wizard.run():
        wizard.press(wizard.t("Read the files"))
    card = wizard.card("mine-late.csv")
    wizard.choose(wizard.t("Characters look wrong?"), "Western European", card)
    with wizard.run():
        wizard.press(wizard.t("Read it again"), wizard.card("mine-late.csv"))
    cards = wizard.main.get_by_test_id("stExpander").filter(has_text="mine-late.csv")
    expect(cards.locator("details[open]")).to_have_count(0)  # the card of the new reading begins folded
    expect(wizard.main.locator("summary").filter(has_text="mine-late.csv")).to_have_count(1)
    expect(wizard.card("mine-late.csv").get_by_text("Windows-1252").first).to_be_visible()
    with wizard.run():
        wizard.press(wizard.t("Remove this file"), wizard.card("mine-late.csv"))


def test_the_columns_of_an_unknown_table_are_shown_with_their_first_rows(reports_page, tmp_path):
    wizard = reports_page("zh")
    text = "Ref;Placed;商品;买家姓名\n900-0000001-0000001;2026-11-01;露营床;王某某\n"
    wizard.upload([written(tmp_path / "erp.csv", text, "gb18030")])
    with wizard.run():
        wizard.press(wizard.t("Read the files"))
    card = wizard.card(wizard.t("Say which column is which"))
    wizard.choose("SKU", "商品", card)
    expect(card.get_by_text("露营床")).to_be_visible()
    expect(wizard.main.get_by_text("王某某")).to_have_count(0)


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_no_closer_look_is_wider_than_a_phone(reports_page, lang):
    wizard = reports_page(lang, width=390, height=844)
    names = (
        "Order by order",
        "The rows behind it",
        "What can be contested",
        "When it recovers",
        "Does the fix work",
    )
    for name in names:
        with wizard.run():
            wizard.main.get_by_role("radio", name=wizard.t(name)).first.click()
        wide, window = wizard.page.evaluate("[document.scrollingElement.scrollWidth, innerWidth]")
        assert wide <= window, name
        expect(wizard.page.get_by_test_id("stException")).to_have_count(0)
