"""Every text of the review is there in both languages, and written as each language writes."""

from __future__ import annotations

import re
import string
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

import appeal_core.review
from appeal_core.language import LOCALES
from appeal_core.review.knowledge import phrase_groups

ROOM = Path(appeal_core.review.__file__).parent
TIGHT = re.compile(r"[\u3400-\u9fff][,:;?()!]|[,:;?()!][\u3400-\u9fff]")
SPACED = re.compile(r"[\u3400-\u9fff][A-Za-z0-9]|[A-Za-z0-9][\u3400-\u9fff]")


def _said() -> set[str]:
    found = extract_from_dir(
        ROOM, [("**.py", "python")], {}, keywords={"message": None, "say": None, "BadInput": None}
    )
    return {text for _, _, text, _, _ in found if isinstance(text, str)}


def _chinese() -> dict[str, str]:
    with (LOCALES / "zh" / "LC_MESSAGES" / "review.po").open("rb") as file:
        return {str(e.id): str(e.string) for e in read_po(file, locale="zh") if e.id}


def _slots(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_every_message_has_its_chinese_and_none_is_left_over() -> None:
    assert _said() == set(_chinese())


@pytest.mark.parametrize("english", sorted(_chinese()))
def test_a_message_holds_the_same_values_in_both_languages(english: str) -> None:
    chinese = _chinese()[english]
    assert chinese and _slots(english) == _slots(chinese)
    bare = re.sub(r"\{\w+\}", "", chinese)
    assert not TIGHT.search(bare) and not SPACED.search(bare)


@pytest.mark.parametrize("advice", sorted({g.instead.zh for g in phrase_groups() if g.instead.en}))
def test_advice_in_the_word_lists_is_written_as_chinese_is(advice: str) -> None:
    assert advice and not TIGHT.search(advice) and not SPACED.search(advice)
