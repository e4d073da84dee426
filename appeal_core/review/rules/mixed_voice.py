"""The letter says "I" here and "we" there.

What it looks for
    Both voices in an English letter, each more than once.
Why Amazon cares
    It reads like two templates joined, and leaves open who acts.
Example
    "We shipped late ... I have removed all listings."
Write instead
    One voice throughout.
Sources
    Trade practice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from appeal_core.language import message
from appeal_core.review.draft import Draft
from appeal_core.review.rule import Example, Hit, Rule

_SINGLE = re.compile(r"(?<![\w.])(?:I|I['’](?:m|ve|ll|d)|[Mm]y)(?![\w.])(?! ?[.)])")
_PLURAL = re.compile(r"\b(?:[Ww]e|[Oo]ur)\b")


def _check(draft: Draft) -> Iterator[Hit]:
    single, plural = list(_SINGLE.finditer(draft.text)), list(_PLURAL.finditer(draft.text))
    if len(single) < 2 or len(plural) < 2:
        return
    rare = single if len(single) <= len(plural) else plural
    yield Hit(message("The text says both “I” and “we”."), rare[0].start(), rare[0].end())


RULE = Rule(
    id="mixed-voice",
    severity="advice",
    why=message("Two voices read like two templates, and leave open who acts."),
    source="trade practice",
    check=_check,
    family="tone",
    about="whole",
)

EXAMPLES = (
    Example("fires", "We shipped late. Our upload failed. I removed my listings. I closed the offer."),
    Example("quiet", "We shipped late. Our upload failed. We closed the offer."),
    Example("near", "We shipped late. Our class I item failed our check."),
)
