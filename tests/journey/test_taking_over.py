"""A draft becomes a case: its sentences as own words in their part, nothing invented, the rest named."""

import datetime as dt

import pytest

from appeal_core.journey import begin, taking_over
from appeal_core.journey.samples import FOLDER
from appeal_core.journey.taking_over import read_draft, with_draft
from appeal_core.language import BadInput

TODAY = dt.date(2026, 11, 23)
DRAFT = """Dear Amazon team,

Root cause
1. Handling time too short: two bulky items were set to one day.
2. Nobody compared the open orders with the carrier's list.

Actions taken
- On November 13, 2026 we raised the handling time of both items to three days (Exhibit A).
- We refunded order 114-1234567-7654321 on November 12 and November 14.
- We will train the clerk on December 24, 2026.

Preventive steps
| Measure | Who | How often | Tool | Acts when |
|---|---|---|---|---|
| Open orders compared with scans | Warehouse lead | every day at 15:00 | Manage Orders | an order without a scan |
- Stock is counted every Monday.

Please reactivate our offers on Amazon.de.
"""
CHINESE = """根本原因
1. 两款大件商品的备货时间设为一天。

已采取的措施
1. 2026 年 11 月 13 日，我们将备货时间改为三天。

预防措施
1. 仓库主管每周一盘点库存。
"""


def new():
    return begin.new_case("d", dt.datetime(2026, 11, 23, tzinfo=dt.UTC))


def notice(lang="en"):
    return (FOLDER / "shipped_late" / f"notice.{lang}.txt").read_text(encoding="utf-8")


def test_each_sentence_stands_in_its_part_and_the_others_are_named():
    read = read_draft(DRAFT, TODAY)
    assert [one.part for one in read.taken] == ["root_cause"] * 2 + ["actions"] * 3 + ["prevention"] * 2
    assert read.left == ("Dear Amazon team,", "Please reactivate our offers on Amazon.de.")
    assert (read.marketplace, read.orders, read.exhibits) == ("DE", ("114-1234567-7654321",), ("A",))
    assert read.causes == ("late_shipment_rate",)
    assert read.taken[0].name == "Handling time too short"


def test_only_one_past_day_is_a_day_on_which_something_was_done():
    days = [one.day for one in read_draft(DRAFT, TODAY).taken if one.part == "actions"]
    assert days == [dt.date(2026, 11, 13), None, None]


def test_the_notice_gives_the_cause_and_a_table_its_cells():
    case = with_draft(new(), read_draft(DRAFT, TODAY), notice=notice())
    assert case.causes == ("late_shipment_rate",) and not case.understanding.confirmed
    measure, loose = case.measures.values()
    assert (measure.owner, measure.cadence.en, measure.tool.en) == (
        "Warehouse lead",
        "every day at 15:00",
        "Manage Orders",
    )
    assert (loose.owner, loose.cadence.en) == ("", "")


@pytest.mark.parametrize(("draft", "lang"), [(DRAFT, "en"), (CHINESE, "zh")])
def test_every_word_of_the_letters_parts_comes_from_the_draft(draft, lang):
    case = with_draft(new(), read_draft(draft, TODAY), notice=notice(lang))
    flat = " ".join(draft.split()).lower()
    for group in (case.root_causes, case.actions, case.measures):
        for answer in group.values():
            words = answer.model_dump(include={"name", "text", "what", "cadence", "tool", "trigger"})
            said = [value for w in words.values() for value in w.values() if value]
            assert said and all(" ".join(s.split()).lower() in flat for s in said)


def test_chinese_sentences_stand_as_chinese_and_wait_for_their_english():
    case = with_draft(new(), read_draft(CHINESE, TODAY), notice=notice("zh"))
    (action,) = case.actions.values()
    assert (action.text.en, action.text.zh) == ("", "我们将备货时间改为三天。")
    assert action.done_on == dt.date(2026, 11, 13)


def test_what_could_not_be_read_is_named_once():
    read = read_draft(DRAFT, TODAY)
    said = [m.in_("en") for m in taking_over.missing(with_draft(new(), read, notice=notice()), read)]
    assert "who signs" in said and "the papers that the draft names: A" in said
    assert "the days of actions (2): the draft names none, or several" in said
    assert "owner, rhythm and trigger of measures (1)" in said
    assert len(said) == len(set(said))


def test_without_a_notice_the_seller_chooses_the_cause():
    read = read_draft(DRAFT, TODAY)
    with pytest.raises(BadInput, match="The cause is not known yet"):
        with_draft(new(), read)
    case = with_draft(new(), read, "late_shipment_rate")
    assert case.causes == ("late_shipment_rate",) and case.marketplace == "DE"


def test_the_same_draft_twice_adds_nothing():
    once = with_draft(new(), read_draft(DRAFT, TODAY), notice=notice())
    assert with_draft(once, read_draft(DRAFT, TODAY)) == once


@pytest.mark.parametrize("text", ["", "Hello.", "\x00\x01", "x" * 5000])
def test_a_text_without_parts_gives_nothing_to_take_over(text):
    assert read_draft(text, TODAY).taken == ()
