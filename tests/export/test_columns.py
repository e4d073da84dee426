"""Columns of a table are as wide as their words need."""

from __future__ import annotations

import pytest

from appeal_core.case import Table
from appeal_core.export.word.tables import column_widths
from appeal_core.language import Bilingual

TOTAL = 9500


def table(*rows: tuple[str, ...]) -> Table:
    cells = [tuple(Bilingual(en=c) for c in row) for row in rows]
    return Table(header=cells[0], rows=tuple(cells[1:]))


@pytest.mark.parametrize(
    "rows",
    [
        (("A", "B"), ("a", "b")),
        (("A", "B", "C"), ("a" * 300, "word " * 60, "")),
        (tuple("ABCDEFGHIJKL"), tuple(["unbreakableword1234567890"] * 12)),
        (("A",), ("迟发率" * 50,)),
        (("A", "B"), ("only one",)),
    ],
)
def test_columns_fill_the_page_and_none_vanishes(rows: tuple[tuple[str, ...], ...]) -> None:
    widths = column_widths(table(*rows), "en", TOTAL)
    assert sum(widths) == TOTAL
    assert len(widths) == len(rows[0]) and min(widths) > 300


def test_a_long_text_gets_more_than_a_short_one() -> None:
    long, short = column_widths(
        table(("Measure", "Who"), ("every order due today " * 8, "owner")), "en", TOTAL
    )
    assert long > 3 * short


def test_no_column_wraps_where_all_fit_on_one_line() -> None:
    rows = (
        ("Exhibit", "Title", "What it shows and where to look"),
        ("Exhibit C", "Replay of 84 orders at 3 business days", "columns Business days and Late at 3 days"),
    )
    widths = column_widths(table(*rows), "en", TOTAL)
    assert all(width > 98 * len(text) for width, text in zip(widths, rows[1], strict=True))
