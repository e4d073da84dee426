"""Days and instants as Amazon's files write them ─► pandas, in the order of the marketplace.

Instants with a zone stay instants (UTC): the day they fall on is the marketplace's business. Times in two zones
(`7/19/24 06:59:59 GMT (7/18/24 23:59:59 PDT)`) give the local day in the brackets.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from zoneinfo import ZoneInfo

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from appeal_core.reports.half_turned import half_turned, swapped_back

MONTHS = {
    m: i
    for i, m in enumerate(
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"], start=1
    )
}
_SWAPPED = {"mdy": "dmy", "dmy": "mdy"}
_TIME = r"(?:[ T,]+(?P<time>\d{1,2}:\d\d(?::\d\d)?(?:\.\d+)?)(?: ?[AaPp][Mm])?)?\s*(?P<zone>[A-Z]{2,5}|[+-]\d\d:?\d\d)?"
_NUMBERS = re.compile(r"^(?P<a>\d{1,4})[/.\-](?P<b>\d{1,2})[/.\-](?P<c>\d{1,4})" + _TIME + "$")
_NAMED = re.compile(
    r"^(?:(?P<d1>\d{1,2})[ \-]+(?P<m1>[A-Za-z]{3,9})|(?P<m2>[A-Za-z]{3,9})\.? (?P<d2>\d{1,2}))[, \-]+"
    r"(?P<y>\d{4}|\d\d)" + _TIME + "$"
)
_HAN = re.compile(r"^(?P<y>\d{4})\s*年\s*(?P<m>\d{1,2})\s*月\s*(?P<d>\d{1,2})\s*日")
_SERIAL = re.compile(r"^[3-5]\d{4}(\.\d+)?$")
_ISO = re.compile(r"\s*\d{4}-\d\d-\d\dT")
_BRACKET = re.compile(r"\(([^)]*\d[^)]*)\)")


@dataclass(frozen=True)
class Days:
    """`values`: datetime64, in UTC where instants were given, else naive days; `NaT` where empty or `bad`."""

    values: pd.Series
    bad: np.ndarray  # not empty, and no day
    swapped: bool = False  # the file writes days in another order than its marketplace
    serials: bool = False  # Excel's day numbers
    turned: int = 0  # rows whose day and month Excel had swapped, and which were turned back
    rewritten: int = 0  # rows that Excel has written anew in the same order


def read_days(texts: pa.ChunkedArray, order: str, zone: str) -> Days:
    """Reads a column. `order` is mdy, dmy or ymd; `zone` names the marketplace's zone (for mixed columns)."""
    fast = _instants(texts)
    if fast is not None:
        return Days(fast, np.zeros(len(fast), dtype=bool))
    unique = texts.combine_chunks().dictionary_encode()
    unique = unique.combine_chunks() if isinstance(unique, pa.ChunkedArray) else unique
    words = [str(w).strip() for w in unique.dictionary.to_pylist()]
    order, swapped = _order_of(words, order)
    read = [_read(word, order) for word in words]
    forms = half_turned([_inner(word) for word in words], read)
    for at in forms.turned:
        read[at] = swapped_back(read[at])
    values = _one_kind(read, ZoneInfo(zone))
    wrong = np.array([bool(w) and r is None for w, r in zip(words, read, strict=True)], dtype=bool)
    codes = unique.indices.to_numpy(zero_copy_only=False)
    counts = np.bincount(codes, minlength=len(words)) if len(words) else np.zeros(0, dtype=np.int64)
    return Days(
        values.take(codes).reset_index(drop=True),
        wrong[codes] if len(words) else np.zeros(0, dtype=bool),
        swapped,
        any(_SERIAL.match(w) for w in words),
        turned=int(counts[list(forms.turned)].sum()),
        rewritten=int(counts[list(forms.rewritten)].sum()),
    )


def _instants(texts: pa.ChunkedArray) -> pd.Series | None:
    """The whole column as UTC instants when all of it is ISO with an offset; `None` when it is not."""
    if pa.types.is_timestamp(texts.type):
        read: pd.Series = texts.to_pandas()
        return read
    first = next((t.as_py() for t in texts if t.as_py()), "")
    if not _ISO.match(first):  # an attempt on other texts is slow
        return None
    try:
        filled = pc.if_else(pc.equal(texts, ""), pa.scalar(None, pa.string()), texts)
        values: pd.Series = pc.cast(filled, pa.timestamp("s", tz="UTC")).to_pandas()
        return values
    except pa.ArrowInvalid:
        return None


def _order_of(words: list[str], order: str) -> tuple[str, bool]:
    """The order of day and month: the marketplace's, unless its own values contradict it."""
    if order == "ymd":
        return order, False
    first = second = 0
    for word in words:
        match = _NUMBERS.match(_inner(word))
        if match and len(match["a"]) < 3:
            first, second = max(first, int(match["a"])), max(second, int(match["b"]))
    month, day = (first, second) if order == "mdy" else (second, first)
    if month > 12 >= day:
        return _SWAPPED[order], True
    return order, False


def _read(word: str, order: str) -> dt.datetime | None:
    text = _inner(word)
    try:
        if _SERIAL.match(text):
            return dt.datetime(1899, 12, 30) + dt.timedelta(days=int(float(text)))
        return _numbers(text, order) or _named(text)
    except ValueError:
        return None


def _inner(word: str) -> str:
    bracket = _BRACKET.search(word)
    return re.sub(r"\s+", " ", bracket.group(1) if bracket else word).strip()


def _numbers(text: str, order: str) -> dt.datetime | None:
    match = _NUMBERS.match(text)
    if not match:
        return None
    a, b, c = (int(match[x]) for x in "abc")
    if len(match["a"]) == 4 or (order == "ymd" and len(match["c"]) <= 2):
        year, month, day = a, b, c
    elif order == "mdy":
        month, day, year = a, b, c
    else:
        day, month, year = a, b, c
    return _timed(_full(year), month, day, match)


def _named(text: str) -> dt.datetime | None:
    if han := _HAN.match(text):
        return dt.datetime(int(han["y"]), int(han["m"]), int(han["d"]))
    match = _NAMED.match(text)
    if not match:
        return None
    month = MONTHS.get((match["m1"] or match["m2"])[:3].lower())
    return _timed(_full(int(match["y"])), month, int(match["d1"] or match["d2"]), match) if month else None


def _timed(year: int, month: int, day: int, match: re.Match[str]) -> dt.datetime:
    """An instant where the zone is UTC or an offset; else the day as written, in the store's own time."""
    zone, time = match["zone"], match["time"]
    if not time or zone is None or (zone.isalpha() and zone not in ("GMT", "UTC", "Z")):
        return dt.datetime(year, month, day)
    hour, minute, second = ([int(float(p)) for p in time.split(":")] + [0])[:3]
    at = dt.datetime(year, month, day, hour, minute, second)
    return at.replace(tzinfo=dt.UTC if zone.isalpha() else _offset(zone))


def _offset(zone: str) -> dt.timezone:
    sign = -1 if zone[0] == "-" else 1
    digits = zone[1:].replace(":", "")
    return dt.timezone(sign * dt.timedelta(hours=int(digits[:2]), minutes=int(digits[2:])))


def _full(year: int) -> int:
    return year + 2000 if year < 100 else year


def _one_kind(read: list[dt.datetime | None], zone: ZoneInfo) -> pd.Series:
    given = [r for r in read if r is not None]
    if given and all(r.tzinfo for r in given):
        return pd.Series(pd.DatetimeIndex(read, dtype="datetime64[s, UTC]"))
    local = [r.astimezone(zone).replace(tzinfo=None) if r is not None and r.tzinfo else r for r in read]
    days = [r.replace(hour=0, minute=0, second=0, microsecond=0) if r else None for r in local]
    return pd.Series(pd.DatetimeIndex(days, dtype="datetime64[s]"))
