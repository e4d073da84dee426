"""The clock that a notice sets."""

from __future__ import annotations

from appeal_core.case import DeadlineFound
from appeal_core.catalog.cue_loader import ask_cues
from appeal_core.notice.reading import Line, Reading, cues_of

_NUMBERS = {
    "one": 1, "two": 2, "three": 3, "five": 5, "seven": 7, "thirty": 30, "sixty": 60, "twenty-one": 21, "ten": 10, "fourteen": 14, "两": 2, "三": 3, "七": 7, "十": 10,
    "zwei": 2, "drei": 3, "sieben": 7, "tres": 3, "siete": 7, "trois": 3, "sept": 7, "tre": 3, "sette": 7,
}  # fmt: skip
_HOURS = ("hour", "小时", "时间", "stunde", "hora", "heure", "ore")
_WEEKS = ("week", "周", "星期", "週间", "woche", "semana", "semaine", "settiman")
_LONGEST = 24 * 100


def find_deadline(reading: Reading) -> DeadlineFound | None:
    """The shortest clock that binds the seller; reply times, windows and funds are none."""
    book = ask_cues()
    not_ours = cues_of(book.no_deadline, reading)
    cues = cues_of(book.deadline, reading)
    found: list[DeadlineFound] = []
    for line in reading.lines:
        if line.standard in ("funds", "inventory", "papers") or line.heard.weight(not_ours):
            continue
        for cue in cues:
            hit = line.heard.match(cue)
            if hit and (hours := _hours(hit["n"], hit["u"])) and hours <= _LONGEST:
                found.append(_at(line, hit.start(), hit.end(), hours))
                break
    return min(found, key=lambda d: d.hours, default=None)


def _at(line: Line, start: int, end: int, hours: int) -> DeadlineFound:
    text = line.span.text
    start, end = start, min(end, len(text))
    place = line.span.start
    return DeadlineFound(hours=hours, text=text[start:end], start=place + start, end=place + end)


def _hours(number: str, unit: str) -> int:
    count = int(number) if number.isdigit() else _NUMBERS.get(number.lower(), 0)
    unit = unit.lower()  # folded, as the patterns are
    if unit.startswith(_HOURS):
        return count
    return count * (168 if unit.startswith(_WEEKS) else 24)
