"""Sentences as they are compared with those of other letters: without case, signs and spaces."""

from __future__ import annotations

from appeal_core.review.context import Context
from appeal_core.review.draft import Sentence
from appeal_core.review.parts import cut

LONG = 8  # words; shorter sentences are anybody's


def plain(text: str) -> str:
    """A sentence in small letters and digits only."""
    return " ".join("".join(c for c in text.lower() if c.isalnum() or c.isspace()).split())


def long_sentences(text: str) -> tuple[Sentence, ...]:
    """The sentences of a text that are long enough to be somebody's own."""
    return tuple(s for s in cut(text, Context()).sentences if len(plain(s.text).split()) >= LONG)
