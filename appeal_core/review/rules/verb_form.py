"""A verb stands in a wrong form.

What it looks for
    did not checked, have change, was happened, was count, which not delivered.
Why Amazon cares
    It forgives English, but a sentence that must be guessed may be misread.
Example
    "We did not checked the batch."
Write instead
    "We did not check the batch."
Sources
    Trade practice (English of Chinese-speaking sellers).
"""

from __future__ import annotations

from appeal_core.language import message
from appeal_core.review.phrases import phrase_rule
from appeal_core.review.rule import Example

RULE = phrase_rule(
    "verb-form",
    lambda words: message("“{words}”: the form of the verb is not right.", words=words),
    severity="advice",
    family="english",
    source="trade practice (English of Chinese-speaking sellers)",
    why=message(
        "After did comes the bare verb, after have and was the third form; happen and fail need no was."
    ),
)

EXAMPLES = (
    Example("fires", "We did not shipped it."),
    Example("quiet", "We did not ship it."),
    Example("near", "We did not exceed it."),
)
