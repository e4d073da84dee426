"""Edits of the letter: the seller's words win, and the page knows when their facts moved."""

import pytest

from appeal_core.journey import composing, samples
from appeal_core.language import BadInput


@pytest.fixture(scope="module")
def case():
    return samples.open_sample("shipped_late", "en", "x").case


def editable(case):
    """A paragraph that stands on facts."""
    return next(
        b
        for b in composing.letter(case).blocks()
        if b.kind == "point" and b.facts and "handling time" in b.text.en.lower()
    )


def again(case, block):
    return next(b for b in composing.letter(case).blocks() if b.id == block.id)


def test_an_edit_survives_and_stands_in_every_form_of_the_letter(case):
    block = editable(case)
    edited = composing.with_edit(
        case, composing.letter(case), block, "en", "Our own sentence about 31 orders."
    )
    now = again(edited, block)
    assert now.edited and not now.moved
    assert now.text.en == "Our own sentence about 31 orders."
    assert now.text.zh.endswith(now.text.en) and now.text.zh != now.text.en  # marked: no Chinese of it yet
    assert "Our own sentence about 31 orders." in composing.plain(composing.letter(edited), "en")


def test_an_edit_whose_facts_change_is_kept_and_offered_the_new_wording(case):
    block = editable(case)
    edited = composing.with_edit(case, composing.letter(case), block, "en", "Our own sentence.")
    path = "root_causes.handling_time_too_short.slots.days_set.en"
    changed = edited.with_value(path, "2")
    now = again(changed, block)
    assert now.text.en == "Our own sentence."
    assert now.moved
    assert "2 business days" in now.offered.en and "2 business days" not in block.text.en


def test_an_edit_says_nothing_when_other_facts_change(case):
    block = editable(case)
    edited = composing.with_edit(case, composing.letter(case), block, "en", "Our own sentence.")
    assert not again(edited.with_value("actions.train_second_person.done_on", "2026-11-15"), block).moved


@pytest.mark.parametrize("back", ["forgotten", "emptied", "typed as composed"])
def test_the_composed_wording_comes_back(case, back):
    block = editable(case)
    edited = composing.with_edit(case, composing.letter(case), block, "en", "Our own sentence.")
    now = again(edited, block)
    restored = {
        "forgotten": lambda: composing.without_edit(edited, block.id),
        "emptied": lambda: composing.with_edit(edited, composing.letter(edited), now, "en", "  "),
        "typed as composed": lambda: composing.with_edit(
            edited, composing.letter(edited), now, "en", block.text.en
        ),
    }[back]()
    assert restored.edits == {}
    assert again(restored, block).text == block.text


def test_both_languages_are_edited_apart(case):
    block = editable(case)
    both = composing.with_edit(case, composing.letter(case), block, "en", "English words.")
    both = composing.with_edit(both, composing.letter(both), again(both, block), "zh", "中文句子。")
    now = again(both, block)
    assert (now.text.en, now.text.zh) == ("English words.", "中文句子。")
    one = composing.with_edit(both, composing.letter(both), now, "en", "")
    assert one.edits[block.id].zh == "中文句子。" and one.edits[block.id].en is None


def test_the_kind_follows_route_and_stage_unless_wished(case):
    assert composing.default_kind(case) == "plan_of_action"
    wished = case.with_value("wishes.kind", "status_request")
    assert composing.letter(wished).kind == "status_request"
    assert composing.default_kind(wished) == "plan_of_action"


def test_an_unknown_kind_is_refused_with_the_kinds_there_are(case):
    with pytest.raises(BadInput, match="plan_of_action"):
        composing.letter(case, "love_letter")
