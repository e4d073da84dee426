"""Finds the days that a text names."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from functools import lru_cache

_MONTHS = {
    name: number
    for number, names in enumerate(
        ("jan january", "feb february", "mar march", "apr april", "may", "jun june", "jul july",
         "aug august", "sep sept september", "oct october", "nov november", "dec december"), start=1)
    for name in names.split()
}  # fmt: skip
_MONTH = "(" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\.?"
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WEEKDAY = "(?:(" + "|".join(_DAYS) + r"),? )?"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"(?<!\w){_WEEKDAY}(?:the )?(?P<m>{_MONTH}) (?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?![\d%])(?:,? (?P<y>20\d\d))?(?!\w)",
        rf"(?<![\w.]){_WEEKDAY}(?:the )?(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<m>{_MONTH})(?:,? (?P<y>20\d\d))?(?!\w)",
        r"(?<![\d-])()(?P<y>20\d\d)[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})(?![\d-])",
        r"()(?:(?P<y>20\d\d) ?年 ?)?(?P<m>\d{1,2}) ?月 ?(?P<d>\d{1,2}) ?[日号]",
    )
)
_DIGIT = re.compile(r"\d")
_LOOSE = re.compile(
    rf"(?<!\w)(?:{_MONTH},? 20\d\d|\d{{1,2}}[/.]\d{{1,2}}[/.](?:20)?\d\d|(?:the )?same day|that day)(?!\w)|20\d\d ?年 ?\d{{1,2}} ?月|当天|当日|同日",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Named:
    """A day as a text names it; `day` is `None` where no calendar has it."""

    start: int
    end: int
    text: str
    day: dt.date | None
    year_given: bool
    weekday: int | None  # 0 is Monday


@lru_cache(maxsize=4096)
def days_in(text: str, near: dt.date | None = None) -> tuple[Named, ...]:
    """Every day named in a text, in reading order.

    A day without a year takes the year that puts it nearest to `near`; without `near`, a year in
    which February has 29 days, so that only impossible days are refused.
    """
    found: dict[int, Named] = {}
    if not _DIGIT.search(text):
        return ()
    for form in _FORMS:
        for match in form.finditer(text):
            if not any(n.start < match.end() and match.start() < n.end for n in found.values()):
                found[match.start()] = _named(match, near)
    return tuple(found[k] for k in sorted(found))


def names_a_day(text: str) -> bool:
    """Whether a text dates what it says, if only by a month and year or "the same day"."""
    return bool(days_in(text)) or bool(_LOOSE.search(text))


def _named(match: re.Match[str], near: dt.date | None) -> Named:
    month_text = match["m"].lower().rstrip(".")
    month = int(month_text) if month_text.isdigit() else _MONTHS[month_text]
    weekday = match[1]
    day = _day(int(match["y"]) if match["y"] else None, month, int(match["d"]), near)
    number = _DAYS.index(weekday.lower()) if weekday else None
    return Named(match.start(), match.end(), match.group(), day, bool(match["y"]), number)


def _day(year: int | None, month: int, day: int, near: dt.date | None) -> dt.date | None:
    years = (year,) if year else (near.year - 1, near.year, near.year + 1) if near else (2024,)
    possible = []
    for y in years:
        try:
            possible.append(dt.date(y, month, day))
        except ValueError:
            continue
    if not possible:
        return None
    return min(possible, key=lambda d: abs((d - near).days) if near else 0)
