"""The clocks of a case: Amazon's deadline, the waiting guide, the funds, the contests."""

from __future__ import annotations

import datetime as dt
from functools import cache
from typing import Literal
from zoneinfo import ZoneInfo

from pydantic import Field, model_validator

from appeal_core.case import Case, Notice
from appeal_core.catalog import marketplaces
from appeal_core.catalog.entries import Code, Entry, Status
from appeal_core.catalog.loader import FOLDER, read_entries
from appeal_core.language import Bilingual, Frozen, Lang, date_text, say

ClockKind = Literal["amazon_deadline", "waiting_guide", "funds", "contest"]
State = Literal["running", "met", "passed"]
Contest = Literal["grant", "feedback", "chargeback"]


class ClockRule(Entry):
    """How a clock of `clocks.yaml` runs: from when, and for how many days or business days."""

    code: Code
    kind: ClockKind
    starts: Literal["notice", "deactivation", "attempt", "grant", "feedback", "chargeback"]
    days: int | None = Field(default=None, gt=0)
    business_days: int | None = Field(default=None, gt=0)
    stages: tuple[Code, ...] = ()  # only in these; empty: in all
    scopes: tuple[Code, ...] = ()
    name: Bilingual
    advice: Bilingual

    @model_validator(mode="after")
    def _one_length(self) -> ClockRule:
        lengths = [n for n in (self.days, self.business_days) if n is not None]
        if len(lengths) != (0 if self.starts == "notice" else 1):
            raise ValueError("a clock has either `days` or `business_days`; a notice sets its own hours")
        return self


class Clock(Frozen):
    """A point in time that matters. `due` knows its zone (the marketplace's).

    `state`: running; met (something was sent in time, for Amazon's deadline); passed (for the
    waiting guide and the funds: from now on the thing may be done).
    """

    id: str
    kind: ClockKind
    name: Bilingual
    advice: Bilingual
    due: dt.datetime
    state: State
    source: str
    status: Status


@cache
def clock_rules() -> dict[str, ClockRule]:
    """The clocks of the catalogue, by code."""
    return read_entries(FOLDER / "clocks.yaml", ClockRule)


def clocks(case: Case, now: dt.datetime) -> tuple[Clock, ...]:
    """Every clock that runs for the case, the earliest first. `now` must know its zone.

    Amazon's deadline is the day that the notice writes out, else it needs the arrival of the notice:
    without it (or a deadline that the seller corrected) there is none. The waiting guide runs from the last attempt until a reply came.
    """
    zone = _zone(case.marketplace)
    found = []
    for rule in clock_rules().values():
        due = _due(rule, case, zone)
        if due is not None:
            found.append(_clock(rule, due.astimezone(zone), _state(rule, due, case, now)))
    return tuple(sorted(found, key=lambda c: (c.due, c.id)))


def contest_clock(starts: Contest, on: dt.date, marketplace: str, now: dt.datetime) -> Clock:
    """The last moment to contest a defect of the day `on` (grant, feedback or chargeback)."""
    rule = next(r for r in clock_rules().values() if r.starts == starts)
    last = on + dt.timedelta(days=rule.days or 0)
    due = dt.datetime.combine(last, dt.time(23, 59), _zone(marketplace))
    return _clock(rule, due, "passed" if now > due else "running")


def due_text(due: dt.datetime, zone: str, lang: Lang, marketplace: str = "US") -> str:
    """A moment as a zone's clock shows it, the zone named: `October 15, 2026, 14:30 (Pacific Time)`."""
    from babel.dates import get_timezone_name

    local = due.astimezone(ZoneInfo(zone))
    name = get_timezone_name(local.tzinfo, width="long", zone_variant="generic", locale=lang)
    return say(
        "{day}, {time} ({zone})",
        lang,
        day=date_text(local.date(), lang, marketplace=marketplace),
        time=f"{local:%H:%M}",
        zone=name,
    )


def due_texts(clock: Clock, case: Case, lang: Lang) -> tuple[str, ...]:
    """The moment in the store's zone, then in the seller's where that is another one."""
    store, own = _zone(case.marketplace).key, case.seller.timezone
    texts = [due_text(clock.due, zone, lang, case.marketplace) for zone in (store, own)]
    return tuple(dict.fromkeys(texts))


def business_day(start: dt.datetime, days: int, marketplace: str) -> dt.datetime:
    """The moment `days` business days of the store's country after `start`, at the same hour.

    From a day off the count begins with the next business day.
    """
    import numpy

    local = start.astimezone(_zone(marketplace))
    mask, off = _calendar(marketplace, local.year)
    end = numpy.busday_offset(
        numpy.datetime64(local.date()), days, roll="backward", weekmask=mask, holidays=list(off)
    )
    return dt.datetime.combine(end.astype(dt.date), local.timetz().replace(tzinfo=None), local.tzinfo)


@cache
def _calendar(marketplace: str, year: int) -> tuple[str, tuple[dt.date, ...]]:
    import holidays

    code = marketplace if marketplace in marketplaces() else "US"
    country = holidays.country_holidays(code, years=[year, year + 1])
    mask = "".join("0" if day in country.weekend else "1" for day in range(7))
    return mask, tuple(sorted(country))


def _zone(marketplace: str) -> ZoneInfo:
    store = marketplaces().get(marketplace) or marketplaces()["US"]
    return ZoneInfo(store.zone)


def _aware(moment: dt.datetime, zone: str) -> dt.datetime:
    return moment if moment.tzinfo else moment.replace(tzinfo=ZoneInfo(zone))


def _due(rule: ClockRule, case: Case, zone: ZoneInfo) -> dt.datetime | None:
    if (rule.stages and case.stage not in rule.stages) or (rule.scopes and case.scope not in rule.scopes):
        return None
    if rule.starts == "notice":
        return _deadline(case)
    if rule.starts == "deactivation":
        start = _switched_off(case)
        return start.astimezone(zone) + dt.timedelta(days=rule.days or 0) if start else None
    if rule.starts == "attempt":
        sent = _unanswered(case, zone)
        return business_day(sent, rule.business_days or 0, case.marketplace) if sent else None
    return None


def _deadline(case: Case) -> dt.datetime | None:
    if case.understanding.deadline:
        return _aware(case.understanding.deadline, case.seller.timezone)
    if case.understanding.no_deadline:
        return None
    for notice in reversed(case.notices):
        deadline = notice.diagnosis.deadline
        if deadline and deadline.date:  # a day ends at midnight in the store's zone
            return dt.datetime.combine(deadline.date, dt.time(23, 59), _zone(case.marketplace))
        if deadline and deadline.hours is not None and notice.received_at:
            start = _aware(notice.received_at, case.seller.timezone).astimezone(dt.UTC)
            return start + dt.timedelta(hours=deadline.hours)
    return None


def _switched_off(case: Case) -> dt.datetime | None:
    def arrived(notices: tuple[Notice, ...]) -> list[dt.datetime]:
        return [_aware(n.received_at, case.seller.timezone) for n in notices if n.received_at]

    first = arrived(tuple(n for n in case.notices if n.diagnosis.stage == "deactivated"))
    return next(iter(first or arrived(case.notices)), None)


def _last_sent(case: Case) -> dt.datetime | None:
    sent = [_aware(a.sent_at, case.seller.timezone) for a in case.attempts.values()]
    return max(sent, default=None)


def _unanswered(case: Case, zone: ZoneInfo) -> dt.datetime | None:
    sent = _last_sent(case)
    if sent is None or any(r.received_on >= sent.astimezone(zone).date() for r in case.replies.values()):
        return None
    return sent


def _state(rule: ClockRule, due: dt.datetime, case: Case, now: dt.datetime) -> State:
    sent = [_aware(a.sent_at, case.seller.timezone) for a in case.attempts.values()]
    arrived = [_aware(n.received_at, case.seller.timezone) for n in case.notices if n.received_at]
    since = max((a for a in arrived if a <= due), default=None)
    if rule.kind == "amazon_deadline" and any(s <= due and (since is None or s >= since) for s in sent):
        return "met"
    return "passed" if now > due else "running"


def _clock(rule: ClockRule, due: dt.datetime, state: State) -> Clock:
    return Clock(
        id=rule.code, kind=rule.kind, name=rule.name, advice=rule.advice, due=due, state=state,
        source=rule.source, status=rule.status,
    )  # fmt: skip
