"""Sentences as they are compared with those of other letters: without case, signs and spaces.

An English sentence is compared whole. Nothing but a stop divides a Chinese one, which runs on over commas, so that of
a Chinese sentence each run of seven characters is compared; it is the same where nine tenths of its runs are.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from appeal_core.review.context import Context
from appeal_core.review.draft import Sentence
from appeal_core.review.parts import cut

LONG = 8  # words; shorter sentences are anybody's
_LONG_CHINESE = 14  # characters, about as much as eight words
_RUN = 7
_SAME = 0.9
_CHINESE = re.compile(r"[\u3400-\u9fff]")


def plain(text: str) -> str:
    """A sentence in small letters and digits only."""
    return " ".join("".join(c for c in text.lower() if c.isalnum() or c.isspace()).split())


def is_long(text: str) -> bool:
    """Whether a sentence is long enough to be somebody's own."""
    said = plain(text)
    return len(_CHINESE.findall(said)) >= _LONG_CHINESE or len(said.split()) >= LONG


def pieces(text: str) -> frozenset[str]:
    """What is compared of a sentence: the whole of it, of a Chinese one its runs of characters."""
    said = plain(text)
    if len(_CHINESE.findall(said)) < _LONG_CHINESE:
        return frozenset((said,))
    said = said.replace(" ", "")
    return frozenset(said[at : at + _RUN] for at in range(len(said) - _RUN + 1))


def is_same(mine: Collection[str], theirs: Collection[str]) -> bool:
    """Whether a sentence's pieces (never none) stand among those of another letter."""
    return sum(piece in theirs for piece in mine) >= _SAME * len(mine)


def long_sentences(text: str) -> tuple[Sentence, ...]:
    """The sentences of a text that are long enough to be somebody's own."""
    return tuple(s for s in cut(text, Context()).sentences if is_long(s.text))
