"""Days written out in a text, in the seven languages of notices, with or without their year."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from functools import cache
from typing import Literal

from appeal_core.language import Frozen

Order = Literal["mdy", "dmy", "ymd"]
_WESTERN = ("en", "de", "es", "fr", "it")
_NUMERIC = re.compile(
    r"(?<![\d./-])(?:(?P<y>20\d\d)(?P<s>[-/.])(?P<m>\d{1,2})(?P=s)(?P<d>\d{1,2})"
    r"|(?P<a>\d{1,2})(?P<t>[-/.])(?P<b>\d{1,2})(?P=t)(?P<z>20\d\d|\d\d))(?![\d%]|[./-]\d)"
)
_ASIAN = re.compile(r"(?:(?P<y>20\d\d) ?年 ?)?(?<!\d)(?P<m>\d{1,2}) ?月 ?(?P<d>\d{1,2}) ?[日号]")


class Day(Frozen):
    """A day as written: offsets in the text; `year` is `None` where the text does not give it."""

    start: int
    end: int
    year: int | None
    month: int
    day: int

    def on(self, year: int) -> dt.date | None:
        """The day in a year; `None` where that year has none such (February 29)."""
        try:
            return dt.date(year, self.month, self.day)
        except ValueError:
            return None

    def from_(self, first: dt.date) -> dt.date | None:
        """The day itself; where the year is not written, its first occurrence from `first` on."""
        if self.year is not None:
            return self.on(self.year)
        days = (self.on(first.year + more) for more in (0, 1))
        return next((d for d in days if d and d >= first), None)


def days_in(text: str, order: Order = "mdy") -> tuple[Day, ...]:
    """Every day in a folded text, in its order. `order` decides what 03/04/2026 means."""
    found = sorted((*_numeric(text, order), *_named(text), *_asian(text)), key=lambda day: day.start)
    return tuple(found)


def _numeric(text: str, order: Order) -> Iterator[Day]:
    for hit in _NUMERIC.finditer(text):
        if hit["y"]:
            yield from _made(hit, int(hit["y"]), int(hit["m"]), int(hit["d"]))
            continue
        first, second = int(hit["a"]), int(hit["b"])
        month_first = order == "mdy" and hit["t"] != "."  # with full stops the day always comes first
        month, day = (first, second) if month_first else (second, first)
        if month > 12:
            month, day = day, month
        yield from _made(hit, int(hit["z"]) % 100 + 2000, month, day)


def _named(text: str) -> Iterator[Day]:
    pattern, months = _western()
    for hit in pattern.finditer(text):
        month = months[(hit["month"] or hit["name"]).lower().rstrip(".")]
        year = hit["year"] or hit["late"]
        yield from _made(hit, int(year) if year else None, month, int(hit["day"] or hit["number"]))


def _asian(text: str) -> Iterator[Day]:
    for hit in _ASIAN.finditer(text):
        yield from _made(hit, int(hit["y"]) if hit["y"] else None, int(hit["m"]), int(hit["d"]))


def _made(hit: re.Match[str], year: int | None, month: int, day: int) -> Iterator[Day]:
    """The day, where any calendar has it (2024 was a leap year)."""
    found = Day(start=hit.start(), end=hit.end(), year=year, month=month, day=day)
    if found.on(year or 2024):
        yield found


@cache
def _western() -> tuple[re.Pattern[str], dict[str, int]]:
    """`March 14th, 2026`, `14. März 2026`, `14 de marzo`; and the month of each name."""
    from babel import Locale

    months: dict[str, int] = {}
    for code in _WESTERN:
        forms = Locale(code).months["format"]
        for form in ("wide", "abbreviated"):
            months |= {name.lower().rstrip("."): number for number, name in forms[form].items()}
    names = "|".join(sorted(map(re.escape, months), key=len, reverse=True))
    pattern = (
        rf"(?<!\w)(?:(?P<month>{names})\.? (?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:,? (?P<year>20\d\d))?"
        rf"|(?P<number>\d{{1,2}})(?:st|nd|rd|th|er|º|\.)? (?:of |de |del )?(?P<name>{names})\.?(?:,? (?:de |del )?(?P<late>20\d\d))?)(?!\w|%)"
    )
    return re.compile(pattern.replace(" ", r"\s+"), re.IGNORECASE), months
