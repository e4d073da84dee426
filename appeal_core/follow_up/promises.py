"""Preventive measures as work: when each comes round, who does it, and what the new reports say of it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from functools import cache

from pydantic import field_validator

from appeal_core.case import DayCount
from appeal_core.catalog.entries import Code, Entry
from appeal_core.catalog.loader import FOLDER, read_entries
from appeal_core.language import Bilingual, Frozen, Message, message, number_text, percent_text

MILESTONES = (30, 60, 90)  # days after the offers came back


class Rhythm(Entry):
    """A rhythm of `promises.yaml`: an RFC 5545 rule and the words by which a cadence tells it."""

    code: Code
    rule: str
    en: tuple[str, ...]
    zh: tuple[str, ...]

    @field_validator("rule")
    @classmethod
    def _is_rule(cls, value: str) -> str:
        if value:
            _days_of(value, dt.date(2026, 1, 5), dt.date(2026, 1, 6))
        return value


class Promise(Frozen):
    """A preventive measure with all its words filled in. `limit`: the rate (fraction) above which it acts."""

    id: str
    cause: str
    name: Bilingual
    what: Bilingual
    owner: Bilingual
    cadence: Bilingual
    tool: Bilingual = Bilingual()
    trigger: Bilingual = Bilingual()
    starts: dt.date | None = None
    metric: str | None = None
    limit: float | None = None


class Duty(Frozen):
    """An entry of the calendar: all day on `starts`, then by `rule` (RFC 5545; empty: once)."""

    id: str
    name: Bilingual
    owner: Bilingual
    text: Bilingual
    starts: dt.date
    rule: str = ""


class Count(Frozen):
    """What the reports hold of a rate between two days: `orders` is `None` where no file tells them."""

    defects: int
    orders: int | None
    first: dt.date
    last: dt.date
    limit: float | None = None

    @property
    def rate(self) -> float | None:
        """Defects by orders, a fraction; `None` where it cannot be told."""
        return self.defects / self.orders if self.orders else None

    @property
    def kept(self) -> bool | None:
        """Whether the rate is not above the measure's own threshold; `None` where one of them is unknown."""
        if self.rate is None or self.limit is None:
            return None
        return self.rate <= self.limit


@cache
def rhythms() -> dict[str, Rhythm]:
    """The rhythms of the catalogue, in the order in which they are tried."""
    return read_entries(FOLDER / "promises.yaml", Rhythm)


def rhythm_of(cadence: Bilingual) -> Rhythm:
    """The rhythm that a cadence's words tell; one that waits for an event comes round by no rule."""
    for rhythm in rhythms().values():
        found = any(re.search(rf"\b(?:{w})", cadence.en, re.I) for w in rhythm.en if w != ".")
        if found or any(re.search(w, cadence.zh) for w in rhythm.zh if w != "."):
            return rhythm
    return rhythms()["on_event"]


def due_days(promise: Promise, since: dt.date, days: int) -> tuple[dt.date, ...]:
    """The days on which a measure is due within `days` days from `since` (or from its later start)."""
    first = max(since, promise.starts or since)
    rule = rhythm_of(promise.cadence).rule
    last = since + dt.timedelta(days=days - 1)
    return _days_of(rule, first, last) if rule else ()


def duties(promises: Iterable[Promise], since: dt.date) -> tuple[Duty, ...]:
    """A calendar entry for each measure, and three for the records after 30, 60 and 90 days from `since`."""
    found = []
    for promise in promises:
        rule = rhythm_of(promise.cadence).rule
        first = next(iter(due_days(promise, since, 120)), max(since, promise.starts or since))
        found.append(
            Duty(
                id=f"measure-{promise.id}",
                name=promise.name,
                owner=promise.owner,
                starts=first,
                rule=rule,
                text=_text(promise),
            )
        )
    for days in MILESTONES:
        name = _both(message("Record after {days} days: are the promises kept?", days=days))
        text = _both(message("Download the reports anew, count, and note the proof of each measure."))
        owner = _both(message("Owner"))
        day = since + dt.timedelta(days=days)
        found.append(Duty(id=f"record-{days}", name=name, owner=owner, text=text, starts=day))
    return tuple(found)


def counted(daily: Sequence[DayCount], since: dt.date, limit: float | None) -> Count | None:
    """The defects and orders from `since` on, as far as the reports reach; `None` where no day is held."""
    days = [d for d in daily if d.day >= since]
    if not days:
        return None
    known = [d.denominator for d in days if d.denominator is not None]
    return Count(
        defects=sum(d.numerator for d in days), orders=sum(known) if len(known) == len(days) else None,
        first=min(d.day for d in days), last=max(d.day for d in days), limit=limit,
    )  # fmt: skip


def count_text(count: Count, defects: Bilingual) -> Bilingual:
    """`Late shipments since the offers came back: 3 of 411 (0.73%).`"""
    if count.orders is None:
        return _both(message("{defects} since the offers came back: {n} (orders not known)", defects=defects, n=count.defects))  # fmt: skip
    rate = percent_text(count.rate or 0.0, "en")
    return _both(
        message(
            "{defects} since the offers came back: {n} of {orders} ({rate})", defects=defects,
            n=number_text(count.defects, "en"), orders=number_text(count.orders, "en"), rate=rate,
        )
    )  # fmt: skip


def _text(promise: Promise) -> Bilingual:
    lines = {
        lang: "\n".join(
            part.in_(lang)
            for part in (promise.what, promise.cadence, promise.tool, promise.trigger)
            if part.in_(lang)
        )
        for lang in ("en", "zh")
    }
    return Bilingual(en=lines["en"], zh=lines["zh"])


def _both(text: Message) -> Bilingual:
    return Bilingual(en=text.in_("en"), zh=text.in_("zh"))


def _days_of(rule: str, first: dt.date, last: dt.date) -> tuple[dt.date, ...]:
    from dateutil.rrule import rrulestr  # type: ignore[import-untyped]

    start = dt.datetime.combine(first, dt.time())
    until = dt.datetime.combine(last, dt.time())
    return tuple(day.date() for day in rrulestr(rule, dtstart=start).between(start, until, inc=True))
