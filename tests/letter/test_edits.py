"""The seller's own words stay; the new wording is offered beside them."""

from __future__ import annotations

from appeal_core.case import Block, Case, Edit, LetterWishes
from appeal_core.letter import compose, plain_text
from appeal_core.letter.edits import edited as own_edit


def block(case: Case, block_id: str) -> Block:
    return next(b for b in compose(case).blocks() if b.id == block_id)


def edited(case: Case, block_id: str, **words: str) -> Case:
    return case.replace(edits={block_id: Edit(facts=block(case, block_id).digest, **words)})


def test_an_edit_replaces_the_text_and_keeps_the_fresh_wording_beside_it(case: Case) -> None:
    mine = block(edited(case, "opening", en="Our words.", zh="我们的话。"), "opening")
    assert (mine.text.en, mine.text.zh, mine.edited, mine.moved) == ("Our words.", "我们的话。", True, False)
    assert mine.offered == block(case, "opening").text


def test_an_edit_survives_changed_facts_and_says_that_they_moved(case: Case) -> None:
    case = edited(case, "root:failed_upload", en="Our words.", zh="我们的话。")
    later = block(
        case.with_value("root_causes.failed_upload.slots.day.en", "2026-11-03"), "root:failed_upload"
    )
    assert later.text.en == "Our words." and later.moved
    assert "November 3" in later.offered.en


def test_moved_facts_are_named_with_what_they_were_and_what_they_are(case: Case) -> None:
    letter = compose(case)
    before = block(case, "root:failed_upload")
    mine = own_edit(before, None, letter.facts, en="Our words.", zh="我们的话。")
    path = "root_causes.failed_upload.slots.day"
    later = case.replace(edits={before.id: mine}).with_value(f"{path}.en", "2026-11-03")
    (move,) = block(later, before.id).moves
    assert (move.old[0], move.new[0]) == (letter.facts[path].values[0], "November 3")
    emptied = block(later.with_value(f"{path}.en", ""), before.id)
    assert [m.new for m in emptied.moves] == [()]
    kept = own_edit(block(later, before.id), mine, compose(later).facts)
    again = block(later.replace(edits={before.id: kept}), before.id)
    assert (again.text.en, again.moved, again.moves) == ("Our words.", False, ())


def test_facts_of_another_block_do_not_move_an_edit(case: Case) -> None:
    case = edited(case, "action:alert", en="Our words.", zh="我们的话。")
    assert not block(
        case.with_value("root_causes.failed_upload.slots.day.en", "2026-11-03"), "action:alert"
    ).moved


def test_a_new_point_before_an_edited_one_renumbers_it_without_moving_it(case: Case) -> None:
    case = edited(case, "action:alert", en="Our words.", zh="我们的话。")
    fewer = block(case.with_value("actions.raise_handling.chosen", False), "action:alert")
    assert (fewer.number, fewer.moved) == ("2.1", False)


def test_english_without_its_chinese_is_shown_as_such_to_the_reader(case: Case) -> None:
    mine = block(edited(case, "opening", en="Our words."), "opening")
    assert mine.text.zh == "[卖家修改后的英文，尚无中文] Our words."
    assert mine.gaps == ()


def test_chinese_without_its_english_is_a_gap(case: Case) -> None:
    letter = compose(edited(case, "opening", zh="我们的话。"))
    assert [(g.id, g.page) for g in letter.gaps()] == [("edits.opening.en", "letter")]
    assert "[missing: English for the words that you changed in Chinese]" in plain_text(letter, "en")


def test_an_edited_table_becomes_the_sellers_paragraph_and_is_offered_as_lines(case: Case) -> None:
    mine = block(
        edited(case, "prevention", en="Checked daily by Chen Wei.", zh="由 Chen Wei 每日检查。"), "prevention"
    )
    assert mine.table is None and mine.kind == "paragraph"
    assert mine.offered.en.startswith(
        "- Orders that needed longer than the handling time. Who: Operations manager"
    )


def test_an_edit_fills_the_gap_that_it_overwrites(case: Case) -> None:
    holed = case.with_value("actions.alert.done_on", None)
    assert compose(holed).gaps()
    assert (
        compose(edited(holed, "action:alert", en="Done on November 15.", zh="11 月 15 日完成。")).gaps() == ()
    )


def test_an_edit_of_the_plans_opening_does_not_stand_in_a_later_letter(case: Case) -> None:
    case = edited(case, "opening", en="Our words.", zh="我们的话。")
    later = compose(case.replace(wishes=LetterWishes(kind="status_request")))
    assert not [b for b in later.blocks() if b.edited]
