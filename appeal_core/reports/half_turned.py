"""A column of days of which a spreadsheet has taken some for days of another order and left the rest as text.

Excel in a country that writes the day first turns `11/5/26` into May 11 and cannot read `11/25/26`: the column then
holds days and texts. The texts tell the order; what Excel had made of the others is turned back.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

_SHORT = re.compile(r"(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4}|\d\d)(?: .*)?")
_INSTANT = re.compile(r"T\d|[+-]\d\d:?\d\d$|(?:GMT|UTC|Z)$")
MONTHS = 12


@dataclass(frozen=True)
class HalfTurned:
    """Places in the list of texts."""

    turned: tuple[int, ...] = ()
    rewritten: tuple[int, ...] = ()


def half_turned(texts: Sequence[str], read: Sequence[dt.datetime | None]) -> HalfTurned:
    """Which of the texts, read as `read`, a spreadsheet had made.

    Only where the two kinds part cleanly: every text is one that the spreadsheet could not read, every day one that
    it could have swapped, and swapping brings the days nearer to the texts.
    """
    short = {i: m for i, t in enumerate(texts) if read[i] is not None and (m := _SHORT.fullmatch(t))}
    made = [
        i for i, t in enumerate(texts) if read[i] is not None and i not in short and not _INSTANT.search(t)
    ]
    if not short:
        return HalfTurned()
    if not made:
        return HalfTurned(rewritten=_rewritten(short))
    firsts, seconds = ([int(m[n]) for m in short.values()] for n in (1, 2))
    if min(firsts) <= MONTHS and min(seconds) <= MONTHS:
        return HalfTurned()
    days = [day for i in made if (day := read[i]) is not None]
    if any(day.day > MONTHS for day in days):
        return HalfTurned()
    others = [day for i in short if (day := read[i]) is not None]
    back = [swapped_back(day) for day in days]
    return HalfTurned(turned=tuple(made)) if _reach(back, others) < _reach(days, others) else HalfTurned()


def swapped_back(day: dt.datetime | None) -> dt.datetime:
    """The day with its month and day of the month exchanged."""
    assert day is not None
    return day.replace(month=day.day, day=day.month)


def _rewritten(short: dict[int, re.Match[str]]) -> tuple[int, ...]:
    """Those that the spreadsheet could read, where it gave them, and them alone, a year of four digits."""
    readable = {i for i, m in short.items() if int(m[1]) <= MONTHS and int(m[2]) <= MONTHS}
    long = {i for i, m in short.items() if len(m[3]) == 4}
    return tuple(sorted(readable)) if readable and readable == long and len(long) < len(short) else ()


def _reach(days: Sequence[dt.datetime | None], others: Sequence[dt.datetime]) -> dt.timedelta:
    every = [d.replace(tzinfo=None) for d in (*days, *others) if d is not None]
    return max(every) - min(every)
