"""Days are read as the marketplace writes them."""

import datetime as dt

import pyarrow as pa
import pytest

from appeal_core.reports.days import read_days

NOV_5 = dt.date(2026, 11, 5)
TABLE = [
    ("11/5/26", "mdy", NOV_5),
    ("11/05/2026", "mdy", NOV_5),
    ("5/11/26", "dmy", NOV_5),
    ("5.11.2026", "dmy", NOV_5),
    ("05-11-2026", "dmy", NOV_5),
    ("26/11/5", "ymd", NOV_5),
    ("2026/11/05", "mdy", NOV_5),
    ("2026-11-05", "dmy", NOV_5),
    ("5-Nov-2026", "mdy", NOV_5),
    ("Nov 5, 2026", "mdy", NOV_5),
    ("5 November 2026", "dmy", NOV_5),
    ("2026年11月5日", "ymd", NOV_5),
    ("11/5/26 23:59:59 PST", "mdy", NOV_5),
    ("11/6/26 07:59:59 GMT (11/5/26 23:59:59 PST)", "mdy", NOV_5),
    ("2026-11-05T23:30:00-08:00", "mdy", dt.date(2026, 11, 6)),  # an instant stays one, in UTC
    ("46331", "mdy", NOV_5),
    ("soon", "mdy", None),
    ("13/13/26", "mdy", None),
    ("2/30/26", "mdy", None),
]


@pytest.mark.parametrize(("text", "order", "day"), TABLE)
def test_a_day_is_read(text, order, day):
    read = read_days(pa.chunked_array([[text]]), order, "America/Los_Angeles")
    assert bool(read.bad[0]) == (day is None)
    assert day is None or read.values[0].date() == day


def test_a_file_whose_days_contradict_the_marketplace_is_read_by_its_own_order():
    read = read_days(pa.chunked_array([["25/11/26", "3/11/26"]]), "mdy", "America/Los_Angeles")
    assert read.swapped and [v.date() for v in read.values] == [dt.date(2026, 11, 25), dt.date(2026, 11, 3)]


def test_an_ambiguous_file_is_read_as_the_marketplace_writes():
    read = read_days(pa.chunked_array([["3/11/26", "4/11/26"]]), "mdy", "America/Los_Angeles")
    assert not read.swapped and read.values[0].date() == dt.date(2026, 3, 11)


def test_instants_and_days_in_one_column_become_days_of_the_store():
    read = read_days(pa.chunked_array([["11/6/26 07:59:59 GMT", "11/5/26"]]), "mdy", "America/Los_Angeles")
    assert [v.date() for v in read.values] == [NOV_5, NOV_5]
