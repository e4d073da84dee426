"""Free Chinese goes out numbered and comes back as English with the same numbers and codes."""

import datetime as dt

import pytest

from appeal_core.case import Case
from appeal_core.journey import translation
from appeal_core.language import BadInput

CASE = (
    Case(id="a", created_at=dt.datetime(2026, 11, 14, tzinfo=dt.UTC))
    .with_value("root_causes.own_1", {"cause": "late_shipment_rate", "chosen": True})
    .with_value("root_causes.own_1.text.zh", "11 月 2 日和 6 日，MF-BENCH-01 的 8 笔订单未及时确认。")
    .with_value("exhibits.e_1", {"kind": "other"})
    .with_value("exhibits.e_1.title.zh", "系统日志")
)


def test_only_chinese_without_english_waits():
    """A field that has its English is not copied out, nor one of an answer that is not chosen."""
    assert [w.path for w in translation.waiting(CASE)] == ["root_causes.own_1.text", "exhibits.e_1.title"]
    done = CASE.with_value("exhibits.e_1.title.en", "System log")
    assert [w.path for w in translation.waiting(done)] == ["root_causes.own_1.text"]
    out = CASE.with_value("root_causes.own_1.chosen", False)
    assert [w.path for w in translation.waiting(out)] == ["exhibits.e_1.title"]


def test_the_english_lands_in_the_field_that_its_number_names():
    """The lines may come back in another order."""
    texts = translation.waiting(CASE)
    pasted = translation.read_back(
        texts,
        "2. System log\n1. On November 2 and 6, 8 orders of MF-BENCH-01 were not confirmed in time: 11.",
    )
    case = translation.with_english(CASE, pasted)
    assert case.exhibits["e_1"].title.en == "System log"
    assert case.root_causes["own_1"].text.en.startswith("On November 2")


@pytest.mark.parametrize(
    ("english", "differs"),
    [
        ("On November 2 and 6, 8 orders of MF-BENCH-01 were not confirmed in time.", ()),
        ("On November 2 and 6, 9 orders of MF-BENCH-01 were not confirmed in time.", ("8", "9")),
        ("On November 2 and 6, 8 orders of MF-BENCH-02 were not confirmed.", ("MF-BENCH-01", "MF-BENCH-02")),
        ("On November 2, 8 orders of MF-BENCH-01 were not confirmed in time.", ("6",)),
    ],
)
def test_numbers_days_and_codes_are_compared(english, differs):
    """A number that drifted is named; a month in words counts as its number."""
    assert translation.differing(CASE.root_causes["own_1"].text.zh, english) == differs


def test_lines_without_numbers_are_refused():
    """What belongs where cannot be guessed."""
    with pytest.raises(BadInput, match="number from 1 to 2"):
        translation.read_back(translation.waiting(CASE), "System log")
