"""A span of days ends before it begins.

What it looks for
    "From … to …", "between … and …", "… – …" with the later day first.
Why Amazon cares
    It compares spans with its own windows; one that cannot be makes the rest doubtful.
Example
    "Between November 14 and November 3 the upload failed."
Write instead
    "Between November 3 and November 14 ..."
Sources
    Trade practice.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from appeal_core.language import message
from appeal_core.review.dates import Named, days_in
from appeal_core.review.draft import Draft
from appeal_core.review.rule import Example, Hit, Rule

_SPAN = re.compile(
    r"^(?: ?[–—-] ?| to (?:the )?| until | through | and (?:the )?| ?至 ?| ?到 ?)$", re.IGNORECASE
)
_BETWEEN = re.compile(r"\bbetween(?: the)?\W*$", re.IGNORECASE)


def _check(draft: Draft) -> Iterator[Hit]:
    for sentence in draft.sentences:
        days = days_in(sentence.text, draft.context.letter_day)
        for first, last in itertools.pairwise(days):
            link = sentence.text[first.end : last.start]
            if "and" in link and not _BETWEEN.search(sentence.text[: first.start]):
                continue
            if _SPAN.match(link) and _backwards(first, last):
                text = message(
                    "“{words}” ends before it begins.", words=sentence.text[first.start : last.end]
                )
                yield Hit(text, sentence.start + first.start, sentence.start + last.end)


def _backwards(first: Named, last: Named) -> bool:
    """Without a year at both, a later month may be the year before."""
    if first.day is None or last.day is None:
        return False
    if first.year_given and last.year_given:
        return first.day > last.day
    start, end = (first.day.month, first.day.day), (last.day.month, last.day.day)
    return end < start and first.day.month - last.day.month < 6


RULE = Rule(
    id="range-backwards",
    severity="blocker",
    why=message(
        "A span that ends before it begins cannot be read, and Amazon compares spans with its own windows."
    ),
    source="trade practice",
    check=_check,
    family="truth",
)

EXAMPLES = (
    Example("fires", "Between November 14 and November 3 the upload failed."),
    Example("fires", "统计周期为 2026 年 11 月 12 日至 10 月 14 日。"),
    Example("quiet", "From November 3 to November 14 the upload failed."),
    Example("near", "From December 20 to January 5 the carrier did not collect."),
    Example("near", "The upload failed on November 14 and November 3."),
)
