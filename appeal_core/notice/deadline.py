"""The clock that a notice sets: hours from its arrival, or a last day that is written out."""

from __future__ import annotations

import datetime as dt

from appeal_core.case import DeadlineFound
from appeal_core.catalog import marketplaces
from appeal_core.catalog.cue_entries import Cue
from appeal_core.catalog.cue_loader import ask_cues, warnings
from appeal_core.notice.reading import Line, Reading, cues_of
from appeal_core.text.dates import Day, Order, days_in
from appeal_core.text.folding import fold
from appeal_core.text.listen import Heard, spoken

_NUMBERS = {
    "one": 1, "two": 2, "three": 3, "five": 5, "seven": 7, "thirty": 30, "sixty": 60, "twenty-one": 21, "ten": 10, "fourteen": 14, "两": 2, "三": 3, "七": 7, "十": 10,
    "zwei": 2, "drei": 3, "sieben": 7, "tres": 3, "siete": 7, "trois": 3, "sept": 7, "tre": 3, "sette": 7,
}  # fmt: skip
_HOURS = ("hour", "小时", "时间", "stunde", "hora", "heure", "ore")
_WEEKS = ("week", "周", "星期", "週间", "woche", "semana", "semaine", "settiman")
_LONGEST = 24 * 100
_NOT_OURS = ("funds", "inventory", "papers")
_NEAR = 60  # characters before a day in which the words stand that make it a last day


def find_deadline(
    reading: Reading, marketplace: str | None = None, received: dt.date | None = None
) -> DeadlineFound | None:
    """The shortest clock that binds the seller; reply times, windows and funds are none.

    A clock in hours goes before a last day. `received` gives the year to a day that is written without one.
    """
    not_ours = cues_of(ask_cues().no_deadline, reading) + _tricks(reading)
    lines = [
        line for line in reading.lines if line.standard not in _NOT_OURS and not line.heard.weight(not_ours)
    ]
    return _in_hours(reading, lines) or _last_day(reading, lines, marketplace, received)


def _tricks(reading: Reading) -> tuple[Cue, ...]:
    """What swindlers say: the hours that they promise or threaten are no clock of Amazon's."""
    return tuple(cue for entry in warnings().values() for cue in spoken(entry.cues, (*reading.tongues, "en")))


def dated(deadline: DeadlineFound, received: dt.date, marketplace: str | None = None) -> DeadlineFound:
    """A last day whose year is not written, with the first year from `received` on; any other as it is."""
    if deadline.hours is not None or deadline.date is not None:
        return deadline
    text = fold(deadline.text)
    day = next(iter(days_in(text, _order(marketplace))), None)
    date = day.from_(received) if day else None
    return deadline.model_copy(update={"date": date})


def _in_hours(reading: Reading, lines: list[Line]) -> DeadlineFound | None:
    found: list[tuple[int, DeadlineFound]] = []
    cues = cues_of(ask_cues().deadline, reading)
    for line in lines:
        for cue in cues:
            hit = line.heard.match(cue)
            if hit and (hours := _hours(hit["n"], hit["u"])) and hours <= _LONGEST:
                found.append((hours, _at(line, hit.start(), hit.end(), hours=hours)))
                break
    return min(found, key=lambda pair: pair[0])[1] if found else None


def _last_day(
    reading: Reading, lines: list[Line], marketplace: str | None, received: dt.date | None
) -> DeadlineFound | None:
    found: list[tuple[dt.date, DeadlineFound]] = []
    for line in lines:
        for day in days_in(line.heard.folded, _order(marketplace)):
            start, end = _binding(line.heard.folded, day, reading)
            if start < end:
                date = day.on(day.year) if day.year else day.from_(received) if received else None
                if date and _excluded(line.heard.folded[: day.start], reading):
                    date -= dt.timedelta(days=1)
                found.append((date or dt.date.max, _at(line, start, end, date=date)))
    return min(found, key=lambda pair: pair[0])[1] if found else None


def _binding(text: str, day: Day, reading: Reading) -> tuple[int, int]:
    """From where to where the day stands with the words that make it a last day; nowhere when none do."""
    book = ask_cues()
    first = max(0, day.start - _NEAR)
    before, after = Heard(text[first : day.start]), Heard(text[day.end : day.end + _NEAR])
    opened = next((h for c in cues_of(book.before_last_day, reading) if (h := before.match(c))), None)
    closed = next((h for c in cues_of(book.after_last_day, reading) if (h := after.match(c))), None)
    if opened is None and closed is None:
        return 0, 0
    return first + opened.start() if opened else day.start, day.end + (closed.end() if closed else 0)


def _excluded(before: str, reading: Reading) -> bool:
    return bool(Heard(before[-_NEAR:]).weight(cues_of(ask_cues().the_day_before, reading)))


def _order(marketplace: str | None) -> Order:
    store = marketplaces().get(marketplace or "US")
    return store.date_order if store else "mdy"


def _at(
    line: Line, start: int, end: int, *, hours: int | None = None, date: dt.date | None = None
) -> DeadlineFound:
    end = min(end, len(line.span.text))
    place = line.span.start
    return DeadlineFound(
        hours=hours, date=date, text=line.span.text[start:end], start=place + start, end=place + end
    )


def _hours(number: str, unit: str) -> int:
    count = int(number) if number.isdigit() else _NUMBERS.get(number.lower(), 0)
    unit = unit.lower()  # folded, as the patterns are
    if unit.startswith(_HOURS):
        return count
    return count * (168 if unit.startswith(_WEEKS) else 24)
