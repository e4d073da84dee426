"""Days that are written out are read in every language and order."""

import datetime as dt

import pytest

from appeal_core.text.dates import Order, days_in


@pytest.mark.parametrize(
    ("text", "order", "expected"),
    [
        ("by March 14, 2026", "mdy", [(2026, 3, 14)]),
        ("by Mar. 14th", "mdy", [(None, 3, 14)]),
        ("by 14 March 2026", "dmy", [(2026, 3, 14)]),
        ("by 03/04/2026", "mdy", [(2026, 3, 4)]),
        ("by 03/04/2026", "dmy", [(2026, 4, 3)]),
        ("by 14/03/2026", "mdy", [(2026, 3, 14)]),
        ("bis 14.03.26", "mdy", [(2026, 3, 14)]),
        ("by 2026-03-14", "dmy", [(2026, 3, 14)]),
        ("bis zum 14. März 2026", "dmy", [(2026, 3, 14)]),
        ("antes del 14 de marzo de 2026", "dmy", [(2026, 3, 14)]),
        ("avant le 1er août 2026", "dmy", [(2026, 8, 1)]),
        ("entro il 14 marzo", "dmy", [(None, 3, 14)]),
        ("请在 2026 年 3 月 14 日前", "ymd", [(2026, 3, 14)]),
        ("3月14日前、または4月2日まで", "ymd", [(None, 3, 14), (None, 4, 2)]),
        ("within 14 days, 03/45/2026, 30 February 2026, version 1.2.3.4, 12.50", "mdy", []),
        ("order 700-1234567-1234567 of $3.14", "mdy", []),
    ],
)
def test_days_are_found(text: str, order: Order, expected: list[tuple[int | None, int, int]]) -> None:
    assert [(d.year, d.month, d.day) for d in days_in(text, order)] == expected


def test_a_day_without_its_year_is_the_next_one() -> None:
    (day,) = days_in("by March 14")
    assert day.from_(dt.date(2026, 3, 14)) == dt.date(2026, 3, 14)
    assert day.from_(dt.date(2026, 12, 1)) == dt.date(2027, 3, 14)
    (leap,) = days_in("by February 29")
    assert leap.from_(dt.date(2025, 6, 1)) is None
