"""A buyer’s name, mail address or phone stands in the text.

What it looks for
    Personal data next to words for a buyer.
Why Amazon cares
    Buyers’ data must stay where Amazon keeps it; the order ID is enough.
Example
    "The buyer Mrs. Bradley was refunded."
Write instead
    "Order 700-1234567-1234567 was refunded."
Sources
    Trade practice.
"""

from __future__ import annotations

from appeal_core.language import message
from appeal_core.review.phrases import phrase_rule
from appeal_core.review.rule import Example

RULE = phrase_rule(
    "buyer-personal-data",
    lambda words: message("“{words}” is a buyer’s personal data.", words=words),
    severity="blocker",
    family="privacy",
    source="trade practice",
    why=message("A buyer’s personal data has no place in a letter. Amazon finds the buyer by the order ID."),
)

EXAMPLES = (
    Example("fires", "The buyer Mrs. Bradley was refunded on November 14."),
    Example("quiet", "Order 700-1234567-1234567 was refunded on November 14."),
    Example("near", "Supplier: Harbor Tools Co., phone 555 010 0123, sales@harbortools.example."),
)
