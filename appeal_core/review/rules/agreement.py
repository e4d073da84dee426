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

from appeal_core.language import message
from appeal_core.review.phrases import phrase_rule
from appeal_core.review.rule import Example

RULE = phrase_rule(
    "agreement",
    lambda words: message("“{words}”: verb and noun do not agree.", words=words),
    severity="advice",
    family="english",
    source="trade practice (English of Chinese-speaking sellers)",
    why=message("A plural takes were, are, have; a single thing takes was, is, has, and its verb an s."),
)

EXAMPLES = (
    Example("fires", "The orders was late."),
    Example("quiet", "A check of all orders was run."),
    Example("near", "Handling time for these items was 1 day."),
)
