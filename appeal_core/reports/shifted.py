"""Rows whose cells may stand under a neighbour's header: what may be a buyer's is taken out of them.

Where a cell or a separator is lost, all cells behind it move. How many were lost is known, where is not; so a cell
is kept only if no buyer's column lies within that reach, or if its own form says what it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from appeal_core.reports.headers import is_personal

_OWN_FORM = re.compile(
    r"\s*(?:[\dS]\d{2}-\d{7}-\d{7}|\d{4}-\d\d-\d\d(?:[T ][\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?|B0[A-Z0-9]{8}"
    r"|(?:non-)?amazon(?:\.[a-z.]{2,6})?|merchant|shipped|unshipped|cancelled|true|false|yes|no)?\s*",
    re.IGNORECASE,
)


def personal_places(headers: Sequence[str]) -> frozenset[int]:
    """The positions of columns that hold a buyer's data."""
    return frozenset(i for i, h in enumerate(headers) if is_personal(h))


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
            kept[place] = kept[place] if _OWN_FORM.fullmatch(kept[place]) else ""
    return kept
