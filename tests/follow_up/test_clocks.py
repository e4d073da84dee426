"""The clocks of a case: deadlines run through weekends, the waiting guide counts business days."""

from __future__ import annotations

import datetime as dt
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from appeal_core.case import Attempt, Case, DeadlineFound, Diagnosis, Notice, Reply, Seller, Understanding
from appeal_core.catalog import marketplaces
from appeal_core.follow_up.clocks import (
    Clock,
    ClockRule,
    business_day,
    clock_rules,
    clocks,
    contest_clock,
    due_text,
    due_texts,
)
from appeal_core.journey.notices import received

PACIFIC, CHINA = ZoneInfo("America/Los_Angeles"), ZoneInfo("Asia/Shanghai")
FRIDAY = dt.datetime(2026, 10, 30, 15, 0, tzinfo=PACIFIC)


def notice(at: dt.datetime | None, hours: int | None = 72, stage: str = "at_risk") -> Notice:
    deadline = DeadlineFound(hours=hours, text="72 hours", start=0, end=8) if hours else None
    diagnosis = Diagnosis(text="72 hours", stage=stage, scope="account", deadline=deadline)
    return Notice(text="72 hours", received_at=at, diagnosis=diagnosis)


def case(**parts: Any) -> Case:
    seller = Seller(marketplace=parts.pop("marketplace", "US"))
    return Case(id="c", created_at=FRIDAY, seller=seller, **parts)


def sent(at: dt.datetime) -> dict[str, Attempt]:
    return {"1": Attempt(sent_at=at, kind="plan_of_action")}


def by_id(found: tuple[Clock, ...]) -> dict[str, Clock]:
    return {c.id: c for c in found}


def test_a_deadline_runs_through_the_weekend_and_the_change_of_the_clocks() -> None:
    # clocks go back on Sunday, November 1: 72 hours later it is an hour earlier on the wall
    (clock,) = clocks(case(notices=(notice(FRIDAY),)), FRIDAY)
    assert (clock.id, clock.kind, clock.state) == ("amazon_deadline", "amazon_deadline", "running")
    assert clock.due == dt.datetime(2026, 11, 2, 14, 0, tzinfo=PACIFIC)
    assert str(clock.due.tzinfo) == "America/Los_Angeles"


def test_an_arrival_without_a_zone_is_the_sellers_own_time() -> None:
    (clock,) = clocks(case(notices=(notice(dt.datetime(2026, 10, 12, 9, 0)),)), FRIDAY)
    assert clock.due == dt.datetime(2026, 10, 15, 9, 0, tzinfo=CHINA)
    assert clock.state == "passed"


def test_the_sellers_correction_of_the_deadline_wins() -> None:
    mine = dt.datetime(2026, 11, 9, 12, 0, tzinfo=PACIFIC)
    found = clocks(case(notices=(notice(FRIDAY),), understanding=Understanding(deadline=mine)), FRIDAY)
    assert found[0].due == mine


@pytest.mark.parametrize("arrived", [None, FRIDAY])
def test_a_day_that_the_notice_writes_out_ends_at_midnight_in_the_store(arrived: dt.datetime | None) -> None:
    deadline = DeadlineFound(date=dt.date(2026, 11, 6), text="by November 6, 2026", start=0, end=19)
    given = notice(arrived).model_copy(
        update={"diagnosis": Diagnosis(text="", stage="at_risk", scope="account", deadline=deadline)}
    )
    (clock,) = clocks(case(notices=(given,)), FRIDAY)
    assert clock.due == dt.datetime(2026, 11, 6, 23, 59, tzinfo=PACIFIC)


def test_a_day_without_a_year_sets_no_clock_until_the_year_is_known() -> None:
    deadline = DeadlineFound(text="by November 6", start=0, end=13)
    diagnosis = Diagnosis(text="by November 6", stage="at_risk", scope="account", deadline=deadline)
    given = case(notices=(Notice(text="by November 6", diagnosis=diagnosis),))
    assert clocks(given, FRIDAY) == ()
    (clock,) = clocks(received(given, FRIDAY), FRIDAY)
    assert clock.due.date() == dt.date(2026, 11, 6)


@pytest.mark.parametrize("given", [notice(None), notice(FRIDAY, hours=None)])
def test_without_an_arrival_or_hours_there_is_no_deadline(given: Notice) -> None:
    assert clocks(case(notices=(given,)), FRIDAY) == ()


@pytest.mark.parametrize(
    ("when", "state"),
    [
        (FRIDAY + dt.timedelta(hours=20), "met"),
        (FRIDAY + dt.timedelta(hours=90), "passed"),
        (FRIDAY - dt.timedelta(hours=1), "passed"),
    ],
)
def test_a_deadline_is_met_by_what_was_sent_after_the_notice_and_in_time(
    when: dt.datetime, state: str
) -> None:
    found = clocks(case(notices=(notice(FRIDAY),), attempts=sent(when)), FRIDAY + dt.timedelta(days=5))
    assert by_id(found)["amazon_deadline"].state == state


@pytest.mark.parametrize(
    ("start", "market", "days", "end"),
    [
        ("2026-10-26 10:00", "US", 2, "2026-10-28 10:00"),
        ("2026-10-30 10:00", "US", 2, "2026-11-03 10:00"),  # over a weekend
        ("2026-10-31 10:00", "US", 2, "2026-11-03 10:00"),  # sent on a Saturday
        ("2026-11-25 10:00", "US", 2, "2026-11-30 10:00"),  # over Thanksgiving
        ("2026-12-31 10:00", "US", 2, "2027-01-05 10:00"),  # over New Year
        ("2026-12-24 10:00", "DE", 5, "2027-01-04 10:00"),  # over Christmas and New Year
        ("2026-10-29 10:00", "SA", 2, "2026-11-02 10:00"),  # Friday and Saturday are the weekend
    ],
)
def test_business_days_are_those_of_the_stores_country(start: str, market: str, days: int, end: str) -> None:
    zone = ZoneInfo(marketplaces()[market].zone)
    begun = dt.datetime.fromisoformat(start).replace(tzinfo=zone)
    assert business_day(begun, days, market) == dt.datetime.fromisoformat(end).replace(tzinfo=zone)


def test_the_waiting_guide_counts_from_the_day_of_sending_in_the_store() -> None:
    # Saturday morning in China is still Friday in Seattle
    at = dt.datetime(2026, 10, 31, 9, 0, tzinfo=CHINA)
    found = by_id(clocks(case(attempts=sent(at)), FRIDAY))
    assert found["look_at_appeal"].due.date() == dt.date(2026, 11, 3)
    assert found["status_request"].due.date() == dt.date(2026, 11, 6)
    assert {c.kind for c in found.values()} == {"waiting_guide"}


@pytest.mark.parametrize(("answered", "count"), [(dt.date(2026, 10, 29), 2), (dt.date(2026, 10, 30), 0)])
def test_the_waiting_ends_with_a_reply_to_the_last_attempt(answered: dt.date, count: int) -> None:
    replies = {"1": Reply(text="x", received_on=answered)}
    assert len(clocks(case(attempts=sent(FRIDAY), replies=replies), FRIDAY)) == count


@pytest.mark.parametrize(
    ("stage", "scope", "runs"),
    [("deactivated", "account", True), ("final", "account", True), ("at_risk", "account", False),
     ("deactivated", "seller_fulfilled", False)],
)  # fmt: skip
def test_the_funds_have_their_own_day_sixty_after_a_deactivation(stage: str, scope: str, runs: bool) -> None:
    given = case(
        notices=(notice(FRIDAY, hours=None, stage=stage),),
        understanding=Understanding(scope=scope),
    )
    found = by_id(clocks(given, FRIDAY))
    assert ("funds_request" in found) is runs
    if runs:
        assert found["funds_request"].due == dt.datetime(2026, 12, 29, 15, 0, tzinfo=PACIFIC)


def test_the_funds_count_from_the_notice_that_switched_off_not_from_later_refusals() -> None:
    first = notice(FRIDAY, hours=None, stage="deactivated")
    later = notice(FRIDAY + dt.timedelta(days=20), hours=None, stage="refused")
    found = by_id(clocks(case(notices=(first, later)), FRIDAY))
    assert found["funds_request"].due.date() == dt.date(2026, 12, 29)


@pytest.mark.parametrize(
    ("starts", "last", "status"),
    [("grant", dt.date(2026, 11, 29), "verified"), ("feedback", dt.date(2027, 1, 28), "unverified"),
     ("chargeback", dt.date(2026, 11, 6), "verified")],
)  # fmt: skip
def test_a_defect_is_contested_within_its_own_time(starts: Any, last: dt.date, status: str) -> None:
    clock = contest_clock(starts, FRIDAY.date(), "US", FRIDAY)
    assert (clock.due.date(), clock.status, clock.state) == (last, status, "running")
    assert contest_clock(starts, FRIDAY.date(), "US", FRIDAY.replace(year=2028)).state == "passed"


@pytest.mark.parametrize(
    ("zone", "lang", "market", "text"),
    [
        ("America/Los_Angeles", "en", "US", "October 30, 2026, 15:00 (Pacific Time)"),
        ("Asia/Shanghai", "en", "US", "October 31, 2026, 06:00 (China Time)"),
        ("Asia/Shanghai", "zh", "US", "2026 年 10 月 31 日 06:00（中国时间）"),
        ("Europe/London", "en", "UK", "30 October 2026, 22:00 (United Kingdom Time)"),
    ],
)
def test_a_moment_is_told_in_a_named_zone(zone: str, lang: Any, market: str, text: str) -> None:
    assert due_text(FRIDAY, zone, lang, market) == text


def test_both_zones_are_told_and_one_only_once() -> None:
    given = case(notices=(notice(FRIDAY),))
    (clock,) = clocks(given, FRIDAY)
    assert len(due_texts(clock, given, "en")) == 2
    at_home = given.replace(seller=Seller(timezone="America/Los_Angeles"))
    assert due_texts(clock, at_home, "en") == ("November 2, 2026, 14:00 (Pacific Time)",)


def test_every_marketplace_has_a_calendar() -> None:
    for code in marketplaces():
        begun = dt.datetime(2026, 6, 1, 12, 0, tzinfo=dt.UTC)
        assert business_day(begun, 5, code) > begun + dt.timedelta(days=5)


def test_a_clock_without_a_length_is_refused() -> None:
    whole = clock_rules()["funds_request"].model_dump()
    with pytest.raises(ValueError, match="either `days` or `business_days`"):
        ClockRule.model_validate({**whole, "days": None})
    with pytest.raises(ValueError, match="either `days` or `business_days`"):
        ClockRule.model_validate({**whole, "business_days": 3})
