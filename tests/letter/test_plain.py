"""The letter as text: whole, by box, and with each block's place."""

from __future__ import annotations

import pytest

from appeal_core.case import Case, LetterWishes
from appeal_core.language import Lang
from appeal_core.letter import KINDS, boxes, compose, plain_text, spans


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("kind", KINDS)
def test_each_span_cuts_its_block_out_of_the_text(
    kind: str, lang: Lang, kinds_of_case: dict[str, Case]
) -> None:
    letter = compose(kinds_of_case[kind])
    text, places = plain_text(letter, lang), spans(letter, lang)
    last = 0
    for block in letter.blocks():
        if block.id not in places:
            assert block.kind == "chart"
            continue
        start, end = places[block.id]
        assert last < start < end <= len(text)
        assert text[start:end] == text[start:end].strip()
        if block.number:
            assert text[start:end].startswith(block.number)
        last = end


def test_english_text_is_ascii_where_the_seller_writes_ascii(case: Case) -> None:
    assert plain_text(compose(case), "en").isascii()


def test_the_boxes_of_a_plan_hold_its_parts_and_repeat_nothing(case: Case) -> None:
    found = boxes(compose(case), "en")
    assert list(found) == ["root_cause", "actions", "prevention", "other"]
    assert found["root_cause"].startswith("Our late shipment rate was 8.98%")
    assert "1.1 Handling time too short" in found["root_cause"]
    assert found["actions"].startswith("2.1 November 14:")
    assert found["prevention"].startswith("- Orders that needed longer")
    assert (
        "Please reactivate" in found["other"]
        and "Exhibit B" in found["other"]
        and "Lin Hua" in found["other"]
    )


def test_a_letter_without_a_plan_stands_in_one_box(case: Case) -> None:
    found = boxes(compose(case.replace(wishes=LetterWishes(kind="status_request"))), "en")
    assert list(found) == ["other"]


def test_tables_become_lines_with_their_heads(case: Case) -> None:
    assert (
        "- 30 days, October 15 - November 13. Late: 37; Orders: 412; Rate: 8.98%; Target: under 4%."
        in plain_text(compose(case), "en")
    )
