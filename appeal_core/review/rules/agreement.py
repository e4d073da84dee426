"""Verb and noun do not agree.

What it looks for
    Plural nouns with was, is or has; single ones with have; he check; there was many.
Why Amazon cares
    It forgives English, but a sentence that must be guessed may be misread.
Example
    "The orders was late."
Write instead
    "The orders were late."
Sources
    Trade practice (English of Chinese-speaking sellers).
"""

from __future__ import annotations

from collections.abc import Iterator

from appeal_core.language import message
from appeal_core.review.draft import Draft
from appeal_core.review.phrases import phrase_hits
from appeal_core.review.rule import Example, Hit, Rule


def _check(draft: Draft) -> Iterator[Hit]:
    return phrase_hits(
        "agreement", draft, lambda words: message("“{words}”: verb and noun do not agree.", words=words)
    )


RULE = Rule(
    id="agreement",
    severity="advice",
    why=message("A plural takes were, are, have; a single thing takes was, is, has, and its verb an s."),
    source="trade practice (English of Chinese-speaking sellers)",
    check=_check,
    family="english",
    langs=frozenset({"en"}),
)

EXAMPLES = (
    Example("fires", "The orders was late."),
    Example("quiet", "A check of all orders was run."),
    Example("near", "Handling time for these items was 1 day."),
)
