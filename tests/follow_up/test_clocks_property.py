"""The clocks against a plain walk over the calendar, across daylight-saving changes and lunar-year holidays."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

import holidays
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from appeal_core.case import Attempt, Case, DeadlineFound, Diagnosis, Notice, Seller
from appeal_core.catalog import marketplaces
from appeal_core.export.ics import to_ics
from appeal_core.follow_up.clocks import business_day, clocks

MARKETS = st.sampled_from(sorted(marketplaces()))
ZONES = st.sampled_from(["Asia/Shanghai", "America/New_York", "Europe/Berlin", "Asia/Tokyo", "Australia/Sydney"])  # fmt: skip
MOMENTS = st.datetimes(dt.datetime(2025, 1, 1), dt.datetime(2029, 12, 1), timezones=st.just(dt.UTC))


def walked(start: dt.datetime, days: int, market: str) -> dt.date:
    """The business day found by looking at one day after the other."""
    country = holidays.country_holidays(market)
    day = start.astimezone(ZoneInfo(marketplaces()[market].zone)).date()
    left = days
    while left:
        day += dt.timedelta(days=1)
        left -= day not in country and day.weekday() not in country.weekend
    return day


@settings(max_examples=150, deadline=None)
@given(MOMENTS, st.integers(1, 20), MARKETS)
def test_business_days_agree_with_a_walk_over_the_calendar(
    start: dt.datetime, days: int, market: str
) -> None:
    found = business_day(start, days, market)
    assert found.date() == walked(start, days, market)
    zone = ZoneInfo(marketplaces()[market].zone)
    assert found.replace(tzinfo=None).time() == start.astimezone(zone).replace(tzinfo=None).time()


@settings(max_examples=100, deadline=None)
@given(MOMENTS, st.integers(1, 24 * 60), MARKETS, ZONES)
def test_hours_run_on_the_clock_of_the_world_whatever_the_zones(
    arrived: dt.datetime, hours: int, market: str, own: str
) -> None:
    wall = arrived.astimezone(ZoneInfo(own)).replace(tzinfo=None)  # as a seller types it, without a zone
    deadline = DeadlineFound(hours=hours, text="x", start=0, end=1)
    notice = Notice(
        text="x", received_at=wall, diagnosis=Diagnosis(text="x", stage="at_risk", deadline=deadline)
    )
    case = Case(
        id="c", created_at=arrived, notices=(notice,), seller=Seller(marketplace=market, timezone=own)
    )
    (clock,) = clocks(case, arrived)
    typed = wall.replace(tzinfo=ZoneInfo(own))
    assert clock.due.timestamp() == typed.timestamp() + hours * 3600


@settings(max_examples=60, deadline=None)
@given(MOMENTS, MARKETS, ZONES)
def test_the_funds_and_the_waiting_are_counted_in_the_stores_own_days(
    at: dt.datetime, market: str, own: str
) -> None:
    notice = Notice(
        text="x", received_at=at, diagnosis=Diagnosis(text="x", stage="deactivated", scope="account")
    )
    case = Case(
        id="c", created_at=at, notices=(notice,), seller=Seller(marketplace=market, timezone=own),
        attempts={"a": Attempt(sent_at=at, kind="plan_of_action")},
    )  # fmt: skip
    found = {c.id: c.due for c in clocks(case, at)}
    local = at.astimezone(ZoneInfo(marketplaces()[market].zone))
    assert found["funds_request"].date() == local.date() + dt.timedelta(days=60)
    assert found["look_at_appeal"].date() == walked(at, 2, market)
    assert found["status_request"].date() == walked(at, 5, market)


@settings(max_examples=60, deadline=None)
@given(MOMENTS, MARKETS, st.sampled_from(["en", "zh"]))
def test_a_strict_calendar_parser_reads_every_clock_at_its_moment(
    at: dt.datetime, market: str, lang: str
) -> None:
    deadline = DeadlineFound(hours=72, text="x", start=0, end=1)
    diagnosis = Diagnosis(text="x", stage="deactivated", scope="account", deadline=deadline)
    case = Case(
        id="c;1,x", created_at=at, seller=Seller(marketplace=market),
        notices=(Notice(text="x", received_at=at, diagnosis=diagnosis),),
        attempts={"a": Attempt(sent_at=at, kind="plan_of_action")},
    )  # fmt: skip
    running = clocks(case, at)
    calendar = Calendar.from_ical(to_ics(running, lang, case_id=case.id, stamp=at))  # type: ignore[arg-type]
    events = calendar.walk("VEVENT")
    assert [e.decoded("dtstart") for e in events] == [
        c.due.astimezone(dt.UTC).replace(microsecond=0) for c in running
    ]
    assert [str(e["summary"]) for e in events] == [c.name.in_(lang) for c in running]  # type: ignore[arg-type]
    assert all(e.walk("VALARM") for e in events)
    assert not calendar.errors and not any(e.errors for e in events)
    assert len({str(e["uid"]) for e in events}) == len(events)


@pytest.mark.parametrize(
    ("start", "market", "days", "end"),
    [
        (dt.date(2027, 2, 4), "SG", 2, dt.date(2027, 2, 9)),  # Lunar New Year on a weekend, its Monday off
        (dt.date(2026, 2, 13), "SG", 1, dt.date(2026, 2, 16)),
        (dt.date(2026, 2, 16), "SG", 2, dt.date(2026, 2, 20)),  # February 17 and 18 are off
        (dt.date(2026, 10, 30), "US", 3, dt.date(2026, 11, 4)),  # the clocks go back
    ],
)
def test_lunar_new_year_and_the_clocks_change(start: dt.date, market: str, days: int, end: dt.date) -> None:
    zone = ZoneInfo(marketplaces()[market].zone)
    noon = dt.datetime.combine(start, dt.time(12), zone)
    assert business_day(noon, days, market) == dt.datetime.combine(end, dt.time(12), zone)
