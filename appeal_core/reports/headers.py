"""Which report a header row belongs to, and which of its columns are a buyer's personal data."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from appeal_core.catalog.loader import report_kinds
from appeal_core.catalog.report_entries import ReportKind

SIMILAR_ENOUGH = 90  # of 100, rapidfuzz ratio
NEARLY = 80  # the same, of a personal name
SHORTEST = 6  # letters that are enough to tell a damaged name by


@dataclass(frozen=True)
class Recognised:
    """A kind, and where each of its columns stands: canonical name -> position."""

    kind: ReportKind
    columns: dict[str, int]


@cache
def folded(header: str) -> str:
    """A header by its letters and digits alone: `Order-ID ` and `order_id` are the same."""
    text = unicodedata.normalize("NFKC", header).casefold()
    return "".join(c for c in text if c.isalnum())


def recognise(headers: Sequence[str]) -> Recognised | None:
    """The kind of report that these headers are of; `None` when they are of none.

    Of the kinds whose needed columns are all there, the one that knows most of the headers wins.
    """
    best: Recognised | None = None
    for kind in report_kinds().kinds:
        if not kind.needs:
            continue
        found = _matched(kind, tuple(folded(h) for h in headers))
        if found:
            _add_criteria(kind, headers, found)
        if found and (best is None or len(found) > len(best.columns)):
            best = Recognised(kind, found)
    return best


def known_headers(headers: Sequence[str]) -> int:
    """How many of these headers any report has: by this the delimiter and the header row are chosen."""
    return len({folded(h) for h in headers} & _every_name())


def personal(headers: Sequence[str], columns: dict[str, int] | None = None) -> tuple[str, ...]:
    """The headers whose columns hold a buyer's personal data, as they are written in the file.

    Columns that the report's kind reads (`columns`) are never among them.
    """
    read = set((columns or {}).values())
    return tuple(h for i, h in enumerate(headers) if i not in read and is_personal(h))


def is_personal(header: str) -> bool:
    """Whether a column of that name holds a buyer's personal data or free text."""
    names, words = _personal()
    text = folded(header)
    return text in names or any(w in text for w in words) or _is_nearly_personal(text)


def is_personal_name(header: str) -> bool:
    """Whether it is, letter for letter, the name of such a column."""
    return folded(header) in _personal()[0]


def is_amazons(header: str) -> bool:
    """Whether a report of Amazon's has a column of that name, read here or not."""
    return folded(header) in _every_name() | _personal()[0] | _passed_over()


def signature(headers: Sequence[str]) -> str:
    """What a column mapping is remembered by: sixteen hexadecimal digits of the folded headers."""
    return hashlib.sha256("|".join(folded(h) for h in headers).encode()).hexdigest()[:16]


def _matched(kind: ReportKind, headers: tuple[str, ...]) -> dict[str, int] | None:
    if any(folded(word) in h for word in kind.without for h in headers):
        return None
    found: dict[str, int] = {}
    names = _names(kind)
    for position, header in enumerate(headers):
        column = names.get(header)
        if column and column not in found:
            found[column] = position
    if kind.similar:
        _add_similar(kind, headers, found)
    if not set(kind.needs) <= set(found):
        return None
    if any(not set(group) & set(found) for group in kind.one_of):
        return None
    return found


def _add_similar(kind: ReportKind, headers: tuple[str, ...], found: dict[str, int]) -> None:
    from rapidfuzz import fuzz, process

    names = {n: c for n, c in _names(kind).items() if c not in found}
    taken = set(found.values())
    for position, header in enumerate(headers):
        if position in taken or not header:
            continue
        near = process.extractOne(header, names.keys(), scorer=fuzz.ratio, score_cutoff=SIMILAR_ENOUGH)
        if near and names[near[0]] not in found:
            found[names[near[0]]] = position


def _add_criteria(kind: ReportKind, headers: Sequence[str], found: dict[str, int]) -> None:
    if not kind.flags_between or not set(kind.flags_between) <= set(found):
        return
    first, last = (found[c] for c in kind.flags_between)
    taken = set(found.values())
    for position in range(first + 1, last):
        if position not in taken:
            found[f"criterion_{headers[position]}"] = position


def _names(kind: ReportKind) -> dict[str, str]:
    return _names_by_kind()[kind.code]


@cache
def _names_by_kind() -> dict[str, dict[str, str]]:
    return {
        kind.code: {folded(n): code for code, column in kind.columns.items() for n in column.names}
        for kind in report_kinds().kinds
    }


@cache
def _every_name() -> frozenset[str]:
    return frozenset(name for names in _names_by_kind().values() for name in names)


@cache
def _personal() -> tuple[frozenset[str], tuple[str, ...]]:
    catalog = report_kinds()
    return (
        frozenset(folded(n) for n in catalog.personal_names),
        tuple(folded(w) for w in catalog.personal_words),
    )


@cache
def _is_nearly_personal(text: str) -> bool:
    """Whether an unknown name is what damage leaves of a personal one: cut off, or some letters changed."""
    if len(text) < SHORTEST or text in _every_name() | _passed_over():
        return False
    from rapidfuzz import fuzz, process

    names, _ = _personal()
    cut_off = any(name.startswith(text) for name in names)
    return cut_off or process.extractOne(text, names, scorer=fuzz.ratio, score_cutoff=NEARLY) is not None


@cache
def _passed_over() -> frozenset[str]:
    return frozenset(folded(n) for n in report_kinds().passed_over)
