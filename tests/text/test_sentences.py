"""Sentences with their places, in several writing systems and states of damage."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from appeal_core.text import sentences
from appeal_core.text.folding import fold


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One. Two! Three?", ["One.", "Two!", "Three?"]),
        ("Go to Amazon.co.uk now. It is open.", ["Go to Amazon.co.uk now.", "It is open."]),
        ("Papers (e.g. invoices) count. Others, i.e. receipts, too.", ["Papers (e.g. invoices) count.", "Others, i.e. receipts, too."]),
        ("The rate is 8.98% of orders. Mend it.", ["The rate is 8.98% of orders.", "Mend it."]),
        ("第一句。第二句！第三句？", ["第一句。", "第二句！", "第三句？"]),
        ("为什么会这样? 我们发现问题。", ["为什么会这样?", "我们发现问题。"]),
        ("これは一つ目です。二つ目です。", ["これは一つ目です。", "二つ目です。"]),
        ("Send:\n- root cause\n- actions taken", ["Send:", "- root cause", "- actions taken"]),
        ("Why is this happening?\nYou sold late", ["Why is this happening?", "You sold late"]),
        ("How to appeal\nGo there", ["How to appeal", "Go there"]),
        (
            "a sentence that a mail programme broke after seventy characters or\nso goes on here.",
            ["a sentence that a mail programme broke after seventy characters or\nso goes on here."],
        ),
        ("Lost breaks.-- Adding children. -- Changing parents.", ["Lost breaks.", "-- Adding children.", "-- Changing parents."]),
        ("1. First thing. 2. Second thing.", ["1. First thing.", "2. Second thing."]),
        ("He said “Stop.” Then left.", ["He said “Stop.”", "Then left."]),
        ("You stand in Schedule A. As ordered, funds are held.", ["You stand in Schedule A.", "As ordered, funds are held."]),
        ("", []),
    ],
)  # fmt: skip
def test_a_text_is_cut_into_its_sentences(text: str, expected: list[str]) -> None:
    assert [s.text for s in sentences(text)] == expected


@given(st.text(alphabet="ab.。?！\n -1A“”：的", max_size=120))
def test_spans_lie_in_order_and_hold_every_letter(text: str) -> None:
    spans = sentences(text)
    assert all(text[s.start : s.end] == s.text for s in spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    kept = "".join(s.text for s in spans)
    assert [c for c in text if c.strip()] == [c for c in kept if c.strip()]


@given(st.text(max_size=200))
def test_folding_keeps_every_place(text: str) -> None:
    assert len(fold(text)) == len(text)
