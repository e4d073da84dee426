"""The day of the fix, as it stands in the case."""

import datetime as dt

import pytest

from appeal_core.case import ActionAnswer, Case, Fix
from appeal_core.journey.autopsy import fix_day

NOW = dt.datetime(2026, 11, 20, tzinfo=dt.UTC)
DONE = {
    "raise_handling_time": ActionAnswer(cause="shipped_late", chosen=True, done_on=dt.date(2026, 11, 9)),
    "second_pickup": ActionAnswer(cause="shipped_late", chosen=True, done_on=dt.date(2026, 11, 4)),
    "given_up": ActionAnswer(cause="shipped_late", chosen=False, done_on=dt.date(2026, 10, 1)),
}


@pytest.mark.parametrize(
    ("fix", "actions", "expected"),
    [
        (Fix(), {}, None),
        (Fix(), DONE, dt.date(2026, 11, 4)),
        (Fix(day=dt.date(2026, 11, 12)), DONE, dt.date(2026, 11, 12)),
    ],
    ids=["nothing done", "the first that was done", "the seller's own day"],
)
def test_the_day_of_the_fix_is_the_sellers_own_else_the_first_day_of_a_done_action(fix, actions, expected):
    case = Case(id="c", created_at=NOW, fix=fix, actions=actions)
    kept = Case.model_validate_json(case.model_dump_json())
    assert fix_day(kept) == expected
