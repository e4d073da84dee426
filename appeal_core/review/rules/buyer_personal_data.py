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

from collections.abc import Iterator

from appeal_core.language import message
from appeal_core.review.draft import Draft
from appeal_core.review.phrases import phrase_hits
from appeal_core.review.rule import Example, Hit, Rule


def _check(draft: Draft) -> Iterator[Hit]:
    return phrase_hits(
        "buyer-personal-data",
        draft,
        lambda words: message("“{words}” is a buyer’s personal data.", words=words),
    )


RULE = Rule(
    id="buyer-personal-data",
    severity="blocker",
    why=message("A buyer’s personal data has no place in a letter. Amazon finds the buyer by the order ID."),
    source="trade practice",
    check=_check,
    family="privacy",
)

EXAMPLES = (
    Example("fires", "The buyer Mrs. Bradley was refunded on November 14."),
    Example("quiet", "Order 700-1234567-1234567 was refunded on November 14."),
    Example("near", "Supplier: Harbor Tools Co., phone 555 010 0123, sales@harbortools.example."),
)
