"""A table of unknown columns: which of its columns is which, guessed for the seller to confirm."""

from __future__ import annotations

from collections.abc import Sequence

from appeal_core.catalog.loader import metrics, report_kinds
from appeal_core.catalog.report_entries import ReportKind
from appeal_core.language import BadInput
from appeal_core.reports.headers import Recognised, folded, is_personal

WHAT = "what"
ORDERS = "orders"
SIMILAR = 75  # of 100, rapidfuzz ratio
NEEDED = ("order_id", "day", WHAT)


def fields() -> tuple[str, ...]:
    """The fields that a mapping may fill: `what` holds a metric's code or `orders`, the others a header."""
    return (WHAT, *_kind().columns)


def guess_mapping(headers: Sequence[str]) -> dict[str, str]:
    """A first guess: field -> header, and `what` -> a metric's code where the headers tell.

    Nothing is guessed for a field that no header resembles, nor from a column of personal data.
    """
    from rapidfuzz import fuzz, process

    open_headers = {h: folded(h) for h in headers if h.strip() and not is_personal(h)}
    scores = [
        (process.extractOne(header, names, scorer=fuzz.ratio), code, given)
        for code, column in _kind().columns.items()
        for names in [[folded(n) for n in column.names]]
        for given, header in open_headers.items()
    ]
    guess: dict[str, str] = {}
    for found, code, header in sorted(scores, key=lambda s: -s[0][1]):
        if found[1] >= SIMILAR and code not in guess and header not in guess.values():
            guess[code] = header
    return guess | _what(list(open_headers.values()))


def _what(headers: Sequence[str]) -> dict[str, str]:
    """What the rows are, where a header tells."""
    text = " ".join(headers)
    for metric, words in report_kinds().defect_words.items():
        if any(folded(w) in text for w in words):
            return {WHAT: metric}
    return {}


def apply_mapping(headers: Sequence[str], mapping: dict[str, str]) -> Recognised:
    """The kind `mapped` with the columns that the mapping names.

    Raises `BadInput` where a needed field or a named header is missing, or a column is personal.
    """
    missing = [f for f in NEEDED if not mapping.get(f)]
    if missing:
        raise BadInput("Say which column holds the order ID and which the day, and what the rows are.")
    if mapping[WHAT] != ORDERS and mapping[WHAT] not in metrics():
        raise BadInput("{what} is not something that can be counted.", what=mapping[WHAT])
    kind = _kind()
    columns: dict[str, int] = {}
    for code, header in mapping.items():
        if code == WHAT or not header:
            continue
        if code not in kind.columns or header not in headers:
            raise BadInput("The file has no column {column}.", column=header)
        if is_personal(header):
            raise BadInput(
                "The column {column} may hold a buyer's personal data and is not read.", column=header
            )
        columns[code] = list(headers).index(header)
    return Recognised(kind, columns)


def _kind() -> ReportKind:
    return report_kinds().kind("mapped")
