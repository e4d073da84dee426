"""The promises as papers: what a warehouse, an auditor and Word find in them."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from typing import Any

import openpyxl
import pytest
from docx import Document
from icalendar import Calendar

from appeal_core.case import Case, DayCount
from appeal_core.catalog import cause
from appeal_core.export.word.package import open_word
from appeal_core.follow_up.promises import counted, due_days, rhythm_of, rhythms
from appeal_core.journey import promises, samples
from appeal_core.language import Bilingual, Lang

BACK = dt.date(2026, 11, 30)
NOW = dt.datetime(2026, 12, 1, 9, 0, tzinfo=dt.UTC)


@pytest.fixture(scope="module", params=["en", "zh"])
def kept(request: pytest.FixtureRequest) -> tuple[Case, Lang]:
    lang: Lang = request.param
    case = samples.open_sample("shipped_late", lang, "x").case.replace(back_on=BACK)
    first = promises.promises(case)[0]
    case = promises.with_note(case, first.id, BACK + dt.timedelta(days=9), "=1+1 log sheet 3")
    return promises.with_note(case, first.id, BACK + dt.timedelta(days=75), "log sheet 11"), lang


@pytest.fixture(scope="module")
def papers(kept: tuple[Case, Lang]) -> dict[str, bytes]:
    return promises.papers(*kept, NOW.date())


def opened(data: bytes) -> Any:
    return Document(io.BytesIO(data))


def test_each_measure_is_a_procedure_with_numbered_steps(
    kept: tuple[Case, Lang], papers: dict[str, bytes]
) -> None:
    case, lang = kept
    document = opened(papers["procedures.docx"])
    text = "\n".join(p.text for p in document.paragraphs)
    mine = promises.promises(case)
    assert len(document.tables) == len(mine) == sum(m.chosen for m in case.measures.values())
    for promise in mine:
        assert promise.name.in_(lang) in text
        assert promise.what.in_(lang) in text
    steps = [p for p in document.paragraphs if p.style.name == "List Number"]
    assert len(steps) == 5 * len(mine)


def test_a_training_sheet_has_lines_to_sign_for_each_measure(
    kept: tuple[Case, Lang], papers: dict[str, bytes]
) -> None:
    tables = opened(papers["training.docx"]).tables
    assert [len(t.rows) for t in tables] == [7] * len(promises.promises(kept[0]))
    assert all(cell.text == "" for t in tables for row in t.rows[1:] for cell in row.cells)


def test_the_checklist_has_a_line_for_each_day_on_which_a_measure_is_due(
    kept: tuple[Case, Lang], papers: dict[str, bytes]
) -> None:
    tables = opened(papers["checklist.docx"]).tables
    expected = []
    for promise in promises.promises(kept[0]):
        days = due_days(promise, BACK, 30)
        expected.append((len(days) or 10) + 1)
    assert [len(t.rows) for t in tables] == expected
    assert max(expected) > 20  # a check of every working day


def test_the_log_holds_every_action_with_its_day_and_every_measure(
    kept: tuple[Case, Lang], papers: dict[str, bytes]
) -> None:
    case, _ = kept
    (table,) = opened(papers["capa_log.docx"]).tables
    chosen = sum(a.chosen for a in case.actions.values()) + sum(m.chosen for m in case.measures.values())
    assert len(table.rows) == chosen + 1


def test_the_workbook_has_every_sheet_and_no_formula(papers: dict[str, bytes]) -> None:
    book = openpyxl.load_workbook(io.BytesIO(papers["promises.xlsx"]))
    assert len(book.sheetnames) == 5
    cells = [c for sheet in book for row in sheet.iter_rows() for c in row if c.value is not None]
    assert {c.data_type for c in cells} == {"s"}
    assert "=1+1 log sheet 3" in [c.value for c in cells]
    record = [[c.value for c in row] for row in book.worksheets[4].iter_rows()]
    places = [i for i, row in enumerate(record) if any("log sheet" in str(v) for v in row)]
    starts = [i for i, row in enumerate(record) if any(days in str(row[0]) for days in ("30", "90"))]
    assert (
        starts[0] < places[0] < starts[-1] < places[1]
    )  # the first in the 30 days, the second in the last 30


def test_the_papers_pass_the_checks_of_the_letters(papers: dict[str, bytes], kept: tuple[Case, Lang]) -> None:
    for name, data in papers.items():
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}, name
        if name.endswith(".docx"):
            open_word(data)
            assert any(p.style.name.startswith("Heading") for p in opened(data).paragraphs)
    assert promises.papers(*kept, NOW.date()) == papers


def test_a_strict_calendar_parser_reads_every_duty_with_its_owner_and_rhythm(kept: tuple[Case, Lang]) -> None:
    case, lang = kept
    calendar = Calendar.from_ical(promises.calendar(case, lang, NOW))
    events = {str(e["uid"]).split("@")[0].removeprefix("x-"): e for e in calendar.walk("VEVENT")}
    assert not calendar.errors and not any(e.errors for e in events.values())
    assert {"record-30", "record-60", "record-90"} < set(events)
    assert events["record-60"].decoded("dtstart") == BACK + dt.timedelta(days=60)
    for promise in promises.promises(case):
        event = events[f"measure-{promise.id}"]
        assert promise.owner.in_(lang) in str(event["summary"])
        assert ("rrule" in event) is bool(rhythm_of(promise.cadence).rule)
        assert event.walk("VALARM")


@pytest.mark.parametrize(
    ("en", "zh", "rule"),
    [
        ("every Monday", "每周一", "FREQ=WEEKLY;BYDAY=MO"),
        ("11:00 and 15:30, every working day", "每个工作日 11:00 和 15:30", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"),
        ("in the first week of each month", "每月第一周", "FREQ=MONTHLY"),
        ("14 days before each holiday", "每个节假日前 14 天", ""),
        ("before each upload", "每次上传前", ""),
        ("every Friday, for the following week", "每周五，针对下一周", "FREQ=WEEKLY;BYDAY=FR"),
    ],
)  # fmt: skip
def test_a_rhythm_is_read_off_the_words_alike_in_both_languages(en: str, zh: str, rule: str) -> None:
    assert rhythm_of(Bilingual(en=en)).rule == rule
    assert rhythm_of(Bilingual(zh=zh)).rule == rule


def test_every_catalogued_cadence_has_the_same_rhythm_in_both_languages() -> None:
    for code in ("late_shipment_rate", "cancellation_rate", "valid_tracking_rate", "order_defect_rate"):
        for measure in cause(code).measures:
            texts = (measure.cadence.en.replace("{weekday}", "Monday"), measure.cadence.zh.replace("{weekday}", "周一"))  # fmt: skip
            rules = {rhythm_of(Bilingual(en=texts[0])).rule, rhythm_of(Bilingual(zh=texts[1])).rule}
            assert len(rules) == 1, (measure.id, texts)


def test_the_last_rhythm_waits_for_an_event() -> None:
    assert list(rhythms().values())[-1].rule == ""


@pytest.mark.parametrize(("limit", "kept_"), [(0.01, True), (0.005, False), (None, None)])
def test_new_reports_are_held_against_the_measures_own_threshold(
    limit: float | None, kept_: bool | None
) -> None:
    days = [
        DayCount(day=BACK + dt.timedelta(days=n), numerator=n % 4 == 0, denominator=34) for n in range(-6, 12)
    ]
    count = counted(days, BACK, limit)
    assert count is not None
    assert (count.defects, count.orders, count.first) == (3, 408, BACK)
    assert count.kept is kept_


def test_without_a_day_since_then_there_is_no_count_and_unknown_orders_stay_unknown() -> None:
    old = [DayCount(day=BACK - dt.timedelta(days=1), numerator=4, denominator=40)]
    assert counted(old, BACK, 0.02) is None
    count = counted([DayCount(day=BACK, numerator=2, denominator=None)], BACK, 0.02)
    assert count is not None and (count.orders, count.rate, count.kept) == (None, None, None)


def test_a_count_is_kept_with_the_days_that_it_holds() -> None:
    case = samples.open_sample("shipped_late", "en", "x").case.replace(back_on=dt.date(2026, 11, 1))
    promise = promises.promises(case)[0]
    case = promises.with_count(case, promise, NOW.date())
    (proof,) = case.proofs.values()
    assert proof.first == dt.date(2026, 11, 1)
    assert proof.defects is not None and proof.orders is not None
    later = case.replace(measurements=None)
    assert promises.with_count(later, promise, NOW.date()) == later


def test_the_offers_are_back_on_the_day_of_the_good_news_until_the_seller_says_otherwise() -> None:
    case = Case(id="c", created_at=NOW)
    assert promises.back_on(case) is None
    case = case.with_value("replies.a", {"text": "x", "received_on": "2026-11-28", "outcome": "reinstated"})
    assert promises.back_on(case) == dt.date(2026, 11, 28)
    assert promises.back_on(case.with_value("back_on", "2026-11-30")) == BACK
