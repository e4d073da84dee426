"""Cases of several rounds in the browser: one played from its first sending, the others opened with their files."""

import io
import zipfile

import docx
import openpyxl
import pytest
from icalendar import Calendar
from playwright.sync_api import expect

from appeal_core.catalog import cause, vocabulary
from appeal_core.journey import composing, stories
from appeal_core.store import open_store

STORIES = {s.name: s for s in stories.stories()}
PLAYED = STORIES["thin_root_cause"]
OPENED = [(name, lang) for name in STORIES if name != PLAYED.name for lang in ("en", "zh")]
ROOT = cause("late_shipment_rate").root_cause("no_cover")


def words(data):
    """The running text of a Word file."""
    return "\n".join(p.text for p in docx.Document(io.BytesIO(data)).paragraphs)


def answer(wizard, round_):
    """Amazon's answer is pasted; what it was read as is shown."""
    wizard.type(wizard.t("Amazon's answer"), wizard.read(round_.reply))
    with wizard.run():
        wizard.press(wizard.t("Read the answer"))
    outcome = vocabulary("outcomes")[round_.outcome].name
    expect(wizard.main.get_by_text(wizard.read(outcome), exact=True).first).to_be_visible()


def take(wizard):
    """Every file of the letter; its text."""
    wizard.on("submit")
    for label in ("Word (.docx)", "Chinese copy to read (.docx)"):
        assert words(wizard.download(wizard.t(label)))
    assert wizard.download("PDF (.pdf)").startswith(b"%PDF")
    evidence = zipfile.ZipFile(io.BytesIO(wizard.download(wizard.t("Exhibits with their index (.zip)"))))
    assert evidence.testzip() is None
    return wizard.download(wizard.t("Plain text (.txt)")).decode()


def send(wizard):
    """The sending is noted."""
    wizard.on("submit")
    wizard.press(wizard.t("It is sent: start the clocks"))
    wizard.on("follow_up")


def name_the_second_cause(wizard):
    """What the first letter lacked."""
    wizard.go_to("causes")
    name = wizard.read(ROOT.name)
    wizard.pick(wizard.t("Yes"), wizard.card(name))
    wizard.tick(wizard.t("Name it in the letter"), wizard.card(name))
    card = wizard.card(name)
    wizard.type(wizard.t("How many orders or listings it explains (if counted)"), "12", card)
    task = ROOT.slots["task"]
    wizard.choose(wizard.read(task.label), wizard.read(task.options["confirmation"]), card)
    for slot, day in (("from_day", "2026-10-20"), ("to_day", "2026-10-22")):
        wizard.day(wizard.read(ROOT.slots[slot].label), day, card)


def promised_papers(wizard):
    """The promises as work: Word, Excel and a calendar, each of which opens."""
    assert words(wizard.download(wizard.t("Procedures (Word)")))
    assert openpyxl.load_workbook(io.BytesIO(wizard.download(wizard.t("All of it (Excel)")))).sheetnames
    assert Calendar.from_ical(wizard.download(wizard.t("Calendar of the measures (.ics)"))).walk("VEVENT")


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_a_story_is_played_through_the_page(server, open_wizard, lang):
    """Sent, answered, mended, sent again with what is new, and back."""
    case_id = f"played-{lang}"
    begun = stories.begun(PLAYED, lang, case_id)
    open_store(f"sqlite:///{server.database}").add(begun.case, begun.files)
    wizard = open_wizard(f"{server.url}/submit?case={case_id}&lang={lang}", lang)
    send(wizard)
    answer(wizard, PLAYED.rounds[0])
    point = "why 12 orders were confirmed" if lang == "en" else "为什么有 12 笔订单"
    expect(wizard.main.get_by_role("listitem").filter(has_text=point)).to_be_visible()
    name_the_second_cause(wizard)
    wizard.go_to("follow_up")
    expect(wizard.main.get_by_text(wizard.t("What is new, sentence by sentence"))).to_be_visible()
    wizard.press(wizard.t("Compose: {kind}", kind=composing.kind_names()["supplement"]))
    wizard.on("letter").go_to("submit")
    assert "October 20" in take(wizard)
    send(wizard)
    answer(wizard, PLAYED.rounds[1])
    expect(wizard.main.get_by_role("heading", name=wizard.t("From now on"))).to_be_visible()
    expect(wizard.main.get_by_role("heading", name=wizard.t("The next letter"))).to_have_count(0)
    promised_papers(wizard)


@pytest.mark.parametrize(("name", "lang"), OPENED)
def test_a_story_opens_at_its_last_answer_with_its_files(server, open_wizard, name, lang):
    story = STORIES[name]
    wizard = open_wizard(server.url, lang).on("cases")
    card = wizard.main.get_by_test_id("stColumn").filter(has_text=wizard.read(story.story))
    wizard.press(wizard.t("Open this sample"), card)
    wizard.on("follow_up")
    for round_ in story.rounds:
        outcome = wizard.read(vocabulary("outcomes")[round_.outcome].name)
        expect(wizard.main.get_by_text(outcome, exact=True).first).to_be_visible()
    assert "BEGIN:VCALENDAR" in calendar_of(wizard, story)
    wizard.go_to("submit")
    assert "DRAFT" not in words(wizard.download(wizard.t("Word (.docx)")))
    kept = zipfile.ZipFile(io.BytesIO(wizard.download(wizard.t("The case, to keep or hand over (.zip)"))))
    assert "case.json" in kept.namelist()


def calendar_of(wizard, story):
    """The measures' days once the offers are back, else the clocks'."""
    back = story.rounds[-1].outcome == "reinstated"
    label = "Calendar of the measures (.ics)" if back else "Calendar file (.ics)"
    return wizard.download(wizard.t(label)).decode()
