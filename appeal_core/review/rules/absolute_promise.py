"""A promise that nobody can keep.

What it looks for
    "Never again", guarantees, perfection.
Why Amazon cares
    Reviewers want to see what runs and what it catches; a vow shows neither.
Example
    "This will never happen again."
Write instead
    "Any order not scanned by 16:00 is escalated the same day."
Sources
    Amazon reply, Seller Forums f46441f0; trade practice.
"""

from __future__ import annotations

from appeal_core.language import message
from appeal_core.review.phrases import phrase_rule
from appeal_core.review.rule import Example

RULE = phrase_rule(
    "absolute-promise",
    lambda words: message("“{words}” promises more than anyone can keep.", words=words),
    severity="warning",
    family="tone",
    source="Amazon reply, Seller Forums f46441f0",
    why=message(
        "A promise shows nothing that was done. A measure with an owner, a rhythm and a trigger does."
    ),
)

EXAMPLES = (
    Example("fires", "This will never happen again.", match="will never happen"),
    Example("quiet", "A late order is escalated the same day."),
    Example("near", "The A-to-z Guarantee claim was answered on November 14."),
    Example("near", "100% of the batch was inspected on November 14."),
)
