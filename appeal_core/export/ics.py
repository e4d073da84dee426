"""The clocks of a case as a calendar file (RFC 5545)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from appeal_core.follow_up.clocks import Clock
from appeal_core.language import Lang, say


def to_ics(clocks: Sequence[Clock], lang: Lang, *, case_id: str, stamp: dt.datetime) -> bytes:
    """An event for each clock, at its moment in UTC, with a reminder a day before a deadline.

    `case_id` keeps events of one case apart from another's; `stamp` is the time of making, passed
    in. Waiting guides say from when something may be done and carry no reminder before it.
    """
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Candor//Appeal clocks//EN", "CALSCALE:GREGORIAN"]
    for clock in clocks:
        lines += _event(clock, lang, case_id, stamp)
    return "".join(_folded(line) + "\r\n" for line in [*lines, "END:VCALENDAR"]).encode()


def _event(clock: Clock, lang: Lang, case_id: str, stamp: dt.datetime) -> list[str]:
    name = clock.name.in_(lang)
    alarm = [
        "BEGIN:VALARM", "ACTION:DISPLAY", f"DESCRIPTION:{_escaped(name)}", "TRIGGER:-P1D", "END:VALARM",
    ]  # fmt: skip
    note = "" if clock.status == "verified" else "\n" + say("Not confirmed by Amazon's own pages.", lang)
    return [
        "BEGIN:VEVENT",
        f"UID:{_escaped(case_id)}-{clock.id}-{_utc(clock.due)}@candor.invalid",
        f"DTSTAMP:{_utc(stamp)}",
        f"DTSTART:{_utc(clock.due)}",
        "DURATION:PT0S",
        f"SUMMARY:{_escaped(name)}",
        f"DESCRIPTION:{_escaped(clock.advice.in_(lang) + note)}",
        *(alarm if clock.kind in ("amazon_deadline", "contest") else []),
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
