"""Rows whose cells may stand under a neighbour's header: what may be a buyer's is taken out of them.

Where a cell or a separator is lost, all cells behind it move. How many were lost is known, where is not; so a cell
is kept only if no buyer's column lies within that reach, or if its own form says what it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from appeal_core.reports.headers import is_amazons, is_personal

FEW = 2
_OWN_FORM = re.compile(
    r"\s*(?:[\dS]\d{2}-\d{7}-\d{7}|\d{4}-\d\d-\d\d(?:[T ][\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?|B0[A-Z0-9]{8}"
    r"|(?:non-)?amazon(?:\.[a-z.]{2,6})?|merchant|shipped|unshipped|cancelled|true|false|yes|no)?\s*",
    re.IGNORECASE,
)


def personal_places(headers: Sequence[str]) -> frozenset[int]:
    """The positions of columns that hold a buyer's data."""
    return frozenset(i for i, h in enumerate(headers) if is_personal(h))


def strangers(headers: Sequence[str]) -> frozenset[int]:
    """Those, and in a file of Amazon's the one or two columns whose names damage has made unknown."""
    unknown = frozenset(
        i for i, h in enumerate(headers) if h.strip() and not is_personal(h) and not is_amazons(h)
    )
    return personal_places(headers) | (unknown if len(unknown) <= FEW else frozenset())


def doubted_columns(
    headers: Sequence[str], columns: Mapping[str, int], extra: int, people: frozenset[int]
) -> frozenset[str]:
    """Wanted columns that a whole table may have moved, its rows having `extra` empty cells beyond the header.

    Mostly the extra cell is a stray tab at the end, which moves nothing. But where the header holds names that are
    not Amazon's, a name of it may be lost.
    """
    if not extra or not people or all(is_amazons(h) for h in headers):
        return frozenset()
    reach = range(-extra - 1, 0)
    return frozenset(code for code, place in columns.items() if any(place + step in people for step in reach))


def neighbours(columns: Mapping[str, int], people: frozenset[int]) -> frozenset[str]:
    """Wanted columns beside a buyer's: theirs are the cells of those rows whose length fits a header that most do not."""
    return frozenset(
        c for c, place in columns.items() if any(place + step in people for step in (-2, -1, 1, 2))
    )


def has_own_form(text: str) -> bool:
    """Whether a cell says by its form that it is no buyer's: an order ID, an ASIN, a day, Amazon's own words."""
    return _OWN_FORM.fullmatch(text) is not None


def own_forms(cells: Any) -> Any:
    """A column's cells, those whose form does not say what they are made empty."""
    import pyarrow as pa
    import pyarrow.compute as pc

    texts = pc.cast(cells, pa.string())
    kept = pa.array([t if has_own_form(t) else "" for t in texts.to_pylist()], pa.string())
    return pa.chunked_array(
        [kept.cast(cells.type) if not pa.types.is_dictionary(cells.type) else kept.dictionary_encode()]
    )


def without_strangers(
    cells: list[str], missing: int, wanted: Iterable[int], people: frozenset[int]
) -> list[str]:
    """The cells of one row, of which `missing` were lost (negative: too many), without what may be a buyer's."""
    if not people or not missing:
        return cells
    reach = range(1, missing + 1) if missing > 0 else range(missing, 0)
    kept = list(cells)
    for place in wanted:
        if place < len(kept) and any(place + step in people for step in reach):
            kept[place] = kept[place] if has_own_form(kept[place]) else ""
    return kept
