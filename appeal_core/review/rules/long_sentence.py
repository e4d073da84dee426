"""A sentence is too long.

What it looks for
    English sentences over 45 words, Chinese ones over 120 characters.
Why Amazon cares
    It is read once and fast; the end of a long sentence is lost.
Example
    Sixty words with five commas.
Write instead
    Two or three sentences, a fact each.
Sources
    Trade practice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from appeal_core.language import message
from appeal_core.review.counts import count_words
from appeal_core.review.draft import Draft
from appeal_core.review.rule import Example, Hit, Rule

_FIGURE = re.compile(r"(?<!\w)(?:\d[\d.,:/x-]*|x)(?!\w)|[A-Z]{2,}-[\w-]+")  # read at a glance
_LONG = {"en": 45, "zh": 120}  # words; characters


def _check(draft: Draft) -> Iterator[Hit]:
    for sentence in draft.sentences:
        if sentence.item.kind not in ("paragraph", "point"):
            continue
        words = count_words(_FIGURE.sub(" ", sentence.text))
        if words > _LONG[draft.lang]:
            text = message("This sentence has {words} words; two would read better.", words=words)
            yield Hit(text, sentence.start, sentence.end)


RULE = Rule(
    id="long-sentence",
    severity="advice",
    why=message("A long sentence is lost in the middle. Two short ones are read."),
    source="trade practice",
    check=_check,
    family="english",
)

EXAMPLES = (
    Example("fires", "The stock " + "that was counted by the packer " * 9 + "was wrong."),
    Example("quiet", "The stock was wrong."),
    Example("near", "Six words stand in this sentence. " * 20),
)
