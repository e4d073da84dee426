"""The clocks of a case, and the duties of its promises, as calendar files (RFC 5545)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from appeal_core.follow_up.clocks import Clock
from appeal_core.follow_up.promises import Duty
from appeal_core.language import Lang, say


def to_ics(clocks: Sequence[Clock], lang: Lang, *, case_id: str, stamp: dt.datetime) -> bytes:
    """An event for each clock, at its moment in UTC, with its reminders.

    `case_id` keeps events of one case apart from another's; `stamp` is the time of making, passed
    in. A deadline reminds before it ends; a waiting guide says from when something may be done, and reminds then.
    """
    return written([line for clock in clocks for line in _event(clock, lang, case_id, stamp)])


def duties_ics(duties: Sequence[Duty], lang: Lang, *, case_id: str, stamp: dt.datetime) -> bytes:
    """An all-day event for each duty of a kept promise, with its owner and rhythm, and a reminder at nine."""
    return written([line for duty in duties for line in _duty(duty, lang, case_id, stamp)])


def written(events: Sequence[str]) -> bytes:
    """A whole calendar of event lines, folded."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Candor//Appeal clocks//EN", "CALSCALE:GREGORIAN"]
    return "".join(_folded(line) + "\r\n" for line in [*lines, *events, "END:VCALENDAR"]).encode()


def _alarm(name: str, trigger: str) -> list[str]:
    return [
        "BEGIN:VALARM", "ACTION:DISPLAY", f"DESCRIPTION:{_escaped(name)}", f"TRIGGER:{trigger}", "END:VALARM",
    ]  # fmt: skip


def _duty(duty: Duty, lang: Lang, case_id: str, stamp: dt.datetime) -> list[str]:
    name, day = f"{duty.name.in_(lang)} ({duty.owner.in_(lang)})", duty.starts
    return [
        "BEGIN:VEVENT",
        f"UID:{_escaped(case_id)}-{_escaped(duty.id)}@candor.invalid",
        f"DTSTAMP:{_utc(stamp)}",
        f"DTSTART;VALUE=DATE:{day:%Y%m%d}",
        f"DTEND;VALUE=DATE:{day + dt.timedelta(days=1):%Y%m%d}",
        *([f"RRULE:{duty.rule}"] if duty.rule else []),
        f"SUMMARY:{_escaped(name)}",
        f"DESCRIPTION:{_escaped(duty.text.in_(lang))}",
        "TRANSP:TRANSPARENT",
        *_alarm(name, "PT9H"),
        "END:VEVENT",
    ]


_REMINDERS = {"amazon_deadline": ("-P1D", "-PT3H"), "contest": ("-P1D",)}


def _event(clock: Clock, lang: Lang, case_id: str, stamp: dt.datetime) -> list[str]:
    name = clock.name.in_(lang)
    note = "" if clock.status == "verified" else "\n" + say("Not confirmed by Amazon's own pages.", lang)
    return [
        "BEGIN:VEVENT",
        f"UID:{_escaped(case_id)}-{clock.id}-{_utc(clock.due)}@candor.invalid",
        f"DTSTAMP:{_utc(stamp)}",
        f"DTSTART:{_utc(clock.due)}",
        "DURATION:PT0S",
        f"SUMMARY:{_escaped(name)}",
        f"DESCRIPTION:{_escaped(clock.advice.in_(lang) + note)}",
        *(line for trigger in _REMINDERS.get(clock.kind, ("PT0S",)) for line in _alarm(name, trigger)),
        "END:VEVENT",
    ]


def _utc(moment: dt.datetime) -> str:
    return moment.astimezone(dt.UTC).strftime("%Y%m%dT%H%M%SZ")


def _escaped(text: str) -> str:
    for raw, safe in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\r", ""), ("\n", "\\n")):
        text = text.replace(raw, safe)
    return text


def _folded(line: str) -> str:
    """Lines hold 75 octets at most; a character is never cut in two."""
    parts, part = list[str](), ""
    for char in line:
        if len((part + char).encode()) > 75:
            parts.append(part)
            part = " "
        part += char
    return "\r\n".join([*parts, part])
