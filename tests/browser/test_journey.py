"""The whole way in a real browser: from the first page and a pasted notice to the downloaded files."""

import io
import re

import docx
import pypdfium2
import pytest
from playwright.sync_api import expect

from appeal_core.catalog import cause, evidence_kinds, metrics
from appeal_core.journey.samples import FOLDER

SHIPPED_LATE = FOLDER / "shipped_late"
LATE = cause("late_shipment_rate")
METRIC = metrics()["late_shipment_rate"]
ITEMS = "TC-COT-XL, TC-CANOPY-10"


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_a_new_case_goes_from_the_notice_to_the_word_file(server, open_wizard, lang):
    wizard = open_wizard(server.url, lang)
    notice_page(wizard)
    reports_page(wizard)
    causes_page(wizard)
    actions_page(wizard)
    evidence_page(wizard)
    letter_page(wizard)
    word, pdf, text = submit_page(wizard)
    check_word(word, lang)
    check_running_text(pdf_text(pdf))
    check_running_text(text.decode())
    assert "DRAFT" not in text.decode()


def notice_page(wizard):
    wizard.press(wizard.t("Start an appeal"))
    wizard.on("notice")
    notice = (SHIPPED_LATE / f"notice.{wizard.lang}.txt").read_text(encoding="utf-8")
    wizard.type(wizard.t("The notice, as Amazon wrote it"), notice)
    wizard.press(wizard.t("Read the notice"))
    expect(wizard.main.get_by_role("heading", name=wizard.t("What we understood"))).to_be_visible()
    wizard.settled()
    for understood in (wizard.read(LATE.name), *readings(wizard)):
        expect(wizard.main.get_by_text(re.compile(f"^{re.escape(understood)}")).first).to_be_visible()
    expect(wizard.main.locator("mark.cause").first).to_be_visible()
    wizard.pick(wizard.t("Yes: it happened. I will say why and what I changed"))
    wizard.type(wizard.t("Store name, as Amazon shows it"), "Tidewater Camp Supply")
    wizard.type(wizard.t("Who signs (name in Latin letters)"), "Lin Yuqing")
    expect(wizard.sidebar.get_by_text("Tidewater Camp Supply")).to_be_visible()
    wizard.press(wizard.t("This is right, go on"))


def readings(wizard):
    """Scope and route as the cards name them."""
    from appeal_core.catalog import routes, vocabulary

    scope, route = vocabulary("scopes")["seller_fulfilled"], routes()["plan_of_action"]
    return wizard.read(scope.name), wizard.read(route.name)


def reports_page(wizard):
    wizard.on("reports")
    files = sorted((SHIPPED_LATE / "reports").glob("*"))
    wizard.upload(files)
    wizard.press(wizard.t("Read the files"))
    for file in files:
        expect(wizard.main.locator("summary").filter(has_text=file.name)).to_be_visible()
    wizard.settled()
    wizard.card(wizard.t("Type the figures that Amazon shows"))
    for days, orders in ((30, "506"), (10, "168")):
        name = wizard.t("{metric}, {days} days", metric=METRIC.name, days=days)
        colon = "：" if wizard.lang == "zh" else ": "
        wizard.type(f"{name}{colon}{wizard.read(METRIC.denominator)}", orders)
    for rate, counts in (("8.5%", "43 / 506"), ("7.74%", "13 / 168")):
        expect(wizard.main.get_by_role("heading", name=rate, exact=True)).to_be_visible()
        expect(wizard.main.get_by_text(counts).first).to_be_visible()
    expect(wizard.main.get_by_test_id("stVegaLiteChart").first).to_be_visible()
    wizard.press(wizard.t("Go on"))


def causes_page(wizard):
    wizard.on("causes")
    root = LATE.root_cause("handling_time_too_short")
    name = wizard.read(root.name)
    wizard.pick(wizard.t("Yes"), wizard.card(name))
    wizard.tick(wizard.t("Name it in the letter"), wizard.card(name))
    card = wizard.card(name)
    wizard.type(wizard.t("How many orders or listings it explains (if counted)"), "31", card)
    wizard.type(wizard.read(root.slots["items"].label), ITEMS, card)
    wizard.type(wizard.read(root.slots["days_set"].label), "1", card)
    wizard.words(root.slots["collection_days"], "Mondays and Thursdays", "周一和周四", card)
    wizard.press(wizard.t("Go on"))


def actions_page(wizard):
    wizard.on("actions")
    action = LATE.action("raise_handling_time")
    wizard.tick(wizard.t("We have done this"), wizard.card(wizard.read(action.name)))
    card = wizard.card(wizard.read(action.name))
    wizard.day(wizard.t("On which day was it done"), "2026-11-13", card)
    for slot, value in (("items", ITEMS), ("from_days", "1"), ("to_days", "3")):
        wizard.type(wizard.read(action.slots[slot].label), value, card)
    wizard.page.get_by_role("tab", name=wizard.t("Will run")).click()
    measure = LATE.measure("weekly_handling_review")
    run_it = wizard.t("We run this, or start it on the day below")
    wizard.tick(run_it, wizard.card(wizard.read(measure.name)))
    card = wizard.card(wizard.read(measure.name))
    weekday = measure.slots["weekday"]
    wizard.choose(wizard.read(weekday.label), wizard.read(weekday.options["monday"]), card)
    wizard.type(wizard.read(measure.slots["limit"].label), "2", card)
    wizard.press(wizard.t("Go on"))


def evidence_page(wizard):
    """One exhibit is added, then named as the action's proof."""
    wizard.on("evidence")
    wizard.upload([SHIPPED_LATE / "exhibits" / "handling-time-before-after.pdf"])
    kind = evidence_kinds()["settings_before_after"]
    wizard.choose(wizard.t("What is it?"), wizard.read(kind.name))
    wizard.press(wizard.t("Add it"))
    letter_a = wizard.t("Exhibit {letter}", letter="A")
    expect(wizard.main.locator("summary").filter(has_text=letter_a)).to_be_visible()
    wizard.settled()
    wizard.go_to("actions")
    card = wizard.card(wizard.read(LATE.action("raise_handling_time").name))
    wizard.choose(wizard.t("Proof: which exhibit"), letter_a, card)
    wizard.go_to("letter")


HEADS = {  # the notice's own bullets, where it is in the letter's language
    "en": ("The root cause of", "The actions you have taken", "The steps you have taken to prevent"),
    "zh": ("Root causes", "Actions completed", "Prevention"),
}


def letter_page(wizard):
    for title in HEADS[wizard.lang]:
        expect(wizard.main.get_by_text(title).first).to_be_visible()
    expect(wizard.main.get_by_text("Mondays and Thursdays").first).to_be_visible()
    if wizard.lang == "zh":
        expect(wizard.main.get_by_text("周一和周四").first).to_be_visible()
    expect(wizard.findings("must be mended")).to_have_count(0)
    wizard.press(wizard.t("Go on: check and send"))


def submit_page(wizard):
    wizard.on("submit")
    word = wizard.download(wizard.t("Word (.docx)"))
    pdf = wizard.download("PDF (.pdf)")
    return word, pdf, wizard.download(wizard.t("Plain text (.txt)"))


def check_word(data, lang):
    """Title, headings, paragraphs, figures in tables, exhibits: as the case holds them."""
    document = docx.Document(io.BytesIO(data))
    styled = [(p.style.name, p.text) for p in document.paragraphs if p.text]
    assert ("Title", "Plan of action: late shipment rate") in styled, styled[:3]
    headings = [text for style, text in styled if style.startswith("Heading 1")]
    for part in (*HEADS[lang], "Request", "Exhibits"):
        assert any(part in heading for heading in headings), headings
    running = "\n".join(text for _, text in styled)
    assert "The handling time of TC-COT-XL and TC-CANOPY-10 was set to 1 business day" in running
    assert "from 1 business day to 3 business days (Exhibit A)" in running
    assert "Please reactivate our seller-fulfilled offers." in running
    assert "Lin Yuqing" in running and "[missing" not in running
    rows = [[cell.text for cell in row.cells] for table in document.tables for row in table.rows]
    for figures in (("43", "506", "8.5%", "October 14", "November 12"), ("13", "168", "7.74%", "November 3")):
        assert any(all(f in " | ".join(row) for f in figures) for row in rows), (figures, rows)
    assert any("every Monday" in row[2] for row in rows if len(row) > 2), rows
    assert any(row[:2] == ["Exhibit A", "Settings before and after"] for row in rows), rows


def pdf_text(data):
    """The words of a PDF."""
    document = pypdfium2.PdfDocument(data)
    return "\n".join(document[i].get_textpage().get_text_bounded() for i in range(len(document)))


def check_running_text(text):
    """The same facts stand in the PDF and in the plain text."""
    flat = " ".join(text.split())
    for fact in ("506", "168", "8.5%", "7.74%", "TC-CANOPY-10", "Exhibit A", "Lin Yuqing"):
        assert fact in flat, fact
