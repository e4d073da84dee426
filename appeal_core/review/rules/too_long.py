"""The letter is longer than a reviewer will read.

What it looks for
    More than 900 words or 5,000 characters (Chinese: 2,500 characters).
Why Amazon cares
    Its page asks to be clear and concise. The limits are ours; Amazon prints none that we know.
Example
    Seven pages about seven years.
Write instead
    One line a fact; what proves it goes into the exhibits.
Sources
    Amazon help G201623610 (concise); the limits: unverified.
"""

from __future__ import annotations

from collections.abc import Iterator

from appeal_core.language import message
from appeal_core.review.counts import count_words
from appeal_core.review.draft import Draft
from appeal_core.review.rule import Example, Hit, Rule

_WORDS, _CHARACTERS, _CHINESE = 900, 5000, 2500


def _check(draft: Draft) -> Iterator[Hit]:
    words, characters = count_words(draft.text), len(draft.text)
    long_ = words > _CHINESE if draft.lang == "zh" else words > _WORDS or characters > _CHARACTERS
    if long_:
        yield Hit(
            message(
                "The text has {words} words and {characters} characters. Aim for under 700 words.",
                words=words,
                characters=characters,
            )
        )


RULE = Rule(
    id="too-long",
    severity="warning",
    why=message(
        "Amazon asks to be clear and concise. The limit is a rule of thumb: Amazon prints none that we know."
    ),
    source="Amazon help G201623610",
    check=_check,
    family="structure",
    about="whole",
)

EXAMPLES = (
    Example("fires", "The order was late. " * 300),
    Example("quiet", "The order was late. " * 20),
    Example("near", "\n".join("- The order was late." for _ in range(200))),
)
