"""Each kind of slot prints its unit and plural in both languages."""

from __future__ import annotations

import pytest

from appeal_core.case import Case, Words
from appeal_core.catalog import Slot
from appeal_core.language import Bilingual
from appeal_core.letter.ledger import Ledger
from appeal_core.letter.slots import slot_said


@pytest.mark.parametrize(
    ("kind", "given", "en", "zh"),
    [
        ("days", "1", "1 day", "1 天"),
        ("days", "4", "4 days", "4 天"),
        ("business_days", "4 business days", "4 business days", "4 个工作日"),
        ("business_days", "1-3", "1 to 3 business days", "1 至 3 个工作日"),
        ("hours", "48", "48 hours", "48 小时"),
        ("orders", "1", "1 order", "1 笔订单"),
        ("orders", "1200", "1,200 orders", "1,200 笔订单"),
        ("units", "3", "3 units", "3 件"),
        ("listings", "12", "12 listings", "12 个商品"),
        ("number", "1,200", "1,200", "1,200"),
        ("percent", "2", "2%", "2%"),
        ("percent", "0.5%", "0.5%", "0.5%"),
        ("date", "2026-11-14", "November 14", "11 月 14 日"),
        ("date", "2025-12-31", "December 31, 2025", "2025 年 12 月 31 日"),
        ("time", "16:00", "16:00", "16:00"),
        ("name", "Summit Freight", "Summit Freight", "Summit Freight"),
        ("skus", "A-1; A-2，A-3", "A-1, A-2 and A-3", "A-1、A-2 和 A-3"),
        ("skus", "A-1", "A-1", "A-1"),
    ],
)
def test_a_slot_prints_as_both_languages_write_it(
    case: Case, kind: str, given: str, en: str, zh: str
) -> None:
    ledger = Ledger(case)
    slot = Slot(kind=kind, label=Bilingual(en="Label", zh="标签"))  # type: ignore[arg-type]
    said = slot_said(ledger, slot, Words(en=given), "ref", "causes")
    assert (said.en, said.zh, said.gaps) == (en, zh, ())
    assert {en, zh, given} <= set(ledger.facts["ref"].values)


@pytest.mark.parametrize(("kind", "given"), [("date", "14/11"), ("days", "some"), ("orders", "")])
def test_what_cannot_be_read_is_a_gap_and_no_guess(case: Case, kind: str, given: str) -> None:
    slot = Slot(kind=kind, label=Bilingual(en="Label", zh="标签"))  # type: ignore[arg-type]
    said = slot_said(Ledger(case), slot, Words(en=given), "ref", "causes")
    assert said.en.startswith("[missing: Label") and said.zh.startswith("[缺少：标签")
    assert [(g.page, g.path) for g in said.gaps] == [("causes", "ref")]


def test_a_choice_prints_its_option_and_an_unknown_code_is_a_gap(case: Case) -> None:
    slot = Slot(
        kind="choice",
        label=Bilingual(en="Day", zh="日"),
        options={"monday": Bilingual(en="Monday", zh="周一")},
    )
    assert slot_said(Ledger(case), slot, Words(en="monday"), "ref", "causes").zh == "周一"
    assert slot_said(Ledger(case), slot, Words(en="someday"), "ref", "causes").gaps


def test_free_chinese_without_english_is_a_gap_in_english_alone(case: Case) -> None:
    slot = Slot(kind="text", label=Bilingual(en="Days", zh="日子"))
    said = slot_said(Ledger(case), slot, Words(zh="周二和周五"), "ref", "causes")
    assert (said.en, said.zh) == ("[missing: English for: Days]", "周二和周五")
    assert said.gaps[0].path == "ref.en"


def test_an_optional_slot_left_empty_prints_nothing(case: Case) -> None:
    slot = Slot(kind="text", label=Bilingual(en="More", zh="更多"), required=False)
    assert not slot_said(Ledger(case), slot, None, "ref", "causes")
