"""A paragraph is too long to be skimmed.

What it looks for
    Paragraphs and points over 120 words (Chinese: 240 characters).
Why Amazon cares
    It is read in a minute or two; what stands in the middle of a block is not seen.
Example
    One paragraph of 200 words on three causes.
Write instead
    Three numbered points, one cause each.
Sources
    Trade practice; the limit is ours.
"""

from __future__ import annotations

from collections.abc import Iterator

from appeal_core.language import message
from appeal_core.review.counts import count_words
from appeal_core.review.draft import Draft
from appeal_core.review.rule import Example, Hit, Rule

_LONG = {"en": 120, "zh": 240}  # words; characters


def _check(draft: Draft) -> Iterator[Hit]:
    for item in draft.items:
        if item.kind in ("paragraph", "point") and count_words(item.text) > _LONG[draft.lang]:
            yield Hit(message("This paragraph is long; cut it into numbered points."), item.start, item.end)


RULE = Rule(
    id="wall-of-text",
    severity="advice",
    why=message("A hurried reader skips a block of text. One point for one fact is read."),
    source="trade practice",
    check=_check,
    family="structure",
    about="whole",
)

EXAMPLES = (
    Example("fires", "The order was late and nobody saw it. " * 20),
    Example("quiet", "The order was late. " * 20),
    Example("near", "\n".join("- The order was late." for _ in range(200))),
)
