"""A finding that was set aside is known again where its sentence moved, and comes back where it changed."""

from __future__ import annotations

import pytest

from appeal_core.review import review_text

SENTENCE = "We will do better with our lists."
BEFORE = f"Root cause\nNo count was kept. {SENTENCE}\n"


def _keys(text: str) -> set[str]:
    return {f.key for f in review_text(text) if f.rule == "vague-words"}


MOVED = [
    f"A new first line stands here.\n\n{BEFORE}",
    f"Root cause\n{SENTENCE} No count was kept.\n",
    f"Root cause\n1.1 No count was kept.\n1.2 {SENTENCE}\n",
    f"Root cause\n- No count was kept.\n- {SENTENCE}\n",
]
CHANGED = [
    BEFORE.replace("with our lists", "with our labels"),
    BEFORE.replace("do better", "do our best"),
    BEFORE.replace("We will", "From now on we will"),
]


@pytest.mark.parametrize("text", MOVED)
def test_it_stays_aside_where_the_text_around_it_moves(text: str) -> None:
    (key,) = _keys(BEFORE)
    assert _keys(text) == {key}


@pytest.mark.parametrize("text", CHANGED)
def test_it_comes_back_where_its_sentence_changes(text: str) -> None:
    (key,) = _keys(BEFORE)
    assert _keys(text) and key not in _keys(text)


def test_two_faults_in_one_sentence_are_set_aside_apart() -> None:
    found = review_text("Our supplier is [name] of XXXX street.")
    assert len({f.key for f in found if f.rule == "visible-gap"}) == 2


def test_what_is_missing_keeps_its_key_while_it_is_missing() -> None:
    texts = ("Root cause\nNo count was kept.\n", "Root cause\nThe upload failed on November 2.\n")
    one, two = ({f.key for f in review_text(t) if f.rule == "missing-part"} for t in texts)
    assert one == two and len(one) == 2
