"""What people paste and open that is not quite what is asked for: each read right or asked about, nothing lost."""

from __future__ import annotations

import datetime as dt
import json
from zoneinfo import ZoneInfo

import pytest

from appeal_core.case import Case
from appeal_core.catalog import marketplaces
from appeal_core.follow_up.clocks import business_day, clocks
from appeal_core.follow_up.replies import read_reply
from appeal_core.journey import begin, doubts, notices, stories
from appeal_core.language import Lang

BOTH = pytest.mark.parametrize("lang", ["en", "zh"])
STORY = stories.stories()[0]
ANSWER = {
    "en": "We do not have enough information to reactivate your offers.",
    "zh": "信息不足，我们无法恢复您的商品。",
}


def sent_case(lang: Lang) -> Case:
    """A case after its first sending, unanswered."""
    telling = stories.begun(STORY, lang, "x")
    telling.send("plan_of_action")
    return telling.case


def codes(case: Case, text: str, day: dt.date = dt.date(2026, 11, 20)) -> list[str]:
    return [d.code for d in doubts.doubts(case, text, day)]


@BOTH
def test_the_notice_again_is_asked_about(lang: Lang) -> None:
    case = sent_case(lang)
    assert "notice_again" in codes(case, case.notices[0].text + "\n\n")
    assert codes(case, ANSWER[lang]) == []


@BOTH
def test_an_answer_from_before_the_last_sending_is_asked_about(lang: Lang) -> None:
    case = sent_case(lang)
    assert codes(case, ANSWER[lang], dt.date(2026, 11, 14)) == ["older"]
    mail = f"From: Amazon <no-reply@amazon.com>\nDate: Sat, 14 Nov 2026 08:00:00 -0800\nSubject: Your appeal\n\n{ANSWER[lang]}\n\n-----Original Message-----\nFrom: Tidewater\nSent: Friday, November 13, 2026\n\nOur plan."
    assert "older" in codes(case, mail)


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ("Complaint ID: 5550001112", "other_numbers"),
        ("This is about your store on Amazon.de.", "other_store"),
    ],
)
def test_an_answer_of_another_case_is_asked_about(more: str, code: str) -> None:
    case = sent_case("en").with_value("seller.case_id", "9000000012")
    assert code in codes(case, f"{ANSWER['en']} {more}")


@BOTH
def test_ten_quoted_levels_neither_hide_the_answer_nor_pass_for_it(lang: Lang) -> None:
    case = sent_case(lang)
    layers = [
        case.notices[0].text,
        *(a.text for a in case.attempts.values()),
        "Your account has been reactivated.",
    ]
    quoted = "\n".join(
        "> " * level + line for level in range(1, 11) for line in layers[level % 3].splitlines()
    )
    text = f"{ANSWER[lang]}\n\n{quoted}"
    assert read_reply(text).outcome == "more_information"
    assert not {"notice_again", "own_letter"} & set(codes(case, text))


@pytest.mark.parametrize(
    ("market", "start", "hours"),
    [
        ("US", "2026-10-30 20:00", 72),  # the clocks go back on November 1
        ("US", "2027-03-13 10:00", 48),  # and forward on March 14
        ("DE", "2026-10-24 22:00", 24),
        ("AU", "2026-10-03 12:00", 72),
    ],
)
def test_hours_are_hours_also_where_the_clocks_are_changed(market: str, start: str, hours: int) -> None:
    zone = ZoneInfo(marketplaces()[market].zone)
    arrived = dt.datetime.fromisoformat(start).replace(tzinfo=zone)
    text = f"Your selling account is at risk of deactivation. Send a plan of action within {hours} hours. Late shipment rate: 6%."
    case = begin.new_case("x", arrived).with_value("seller.marketplace", market)
    case = notices.with_notice_text(case, text, arrived).with_value("seller.marketplace", market)
    due = next(c.due for c in clocks(case, arrived) if c.kind == "amazon_deadline")
    assert (due.astimezone(dt.UTC) - arrived.astimezone(dt.UTC)) == dt.timedelta(hours=hours)
    assert due.utcoffset() != arrived.utcoffset()


@pytest.mark.parametrize(
    ("market", "start", "end"),
    [
        ("SG", "2027-02-05 10:00", "2027-02-10 10:00"),  # the lunar new year of the store's country
        ("US", "2027-02-05 10:00", "2027-02-09 10:00"),  # is no holiday where the store is
        ("SG", "2026-02-16 10:00", "2026-02-20 10:00"),
    ],
)
def test_lunar_holidays_count_where_the_store_is(market: str, start: str, end: str) -> None:
    zone = ZoneInfo(marketplaces()[market].zone)
    begun = dt.datetime.fromisoformat(start).replace(tzinfo=zone)
    assert business_day(begun, 2, market) == dt.datetime.fromisoformat(end).replace(tzinfo=zone)


def test_a_case_file_from_before_a_field_was_there_opens_and_keeps_the_rest() -> None:
    """Each field that has a default may be one that an older version did not know."""
    case = stories.open_story(STORY.name, "en", "x").case
    document = case.model_dump(mode="json", by_alias=True)
    required = {"format", "id", "created_at"}
    for name in set(document) - required:
        older = {k: v for k, v in document.items() if k != name}
        found = begin.opened(json.dumps(older).encode(), "x").case.model_dump(mode="json", by_alias=True)
        assert {k: v for k, v in found.items() if k != name} == older, name
