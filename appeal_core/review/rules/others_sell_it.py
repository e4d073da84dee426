"""Others who sell the same are given as a defence.

What it looks for
    "Other sellers still sell it."
Why Amazon cares
    What others sell says nothing about whether your offer is allowed.
Example
    "Other sellers are still selling the same book."
Write instead
    Show why your own offer is allowed.
Sources
    Trade practice.
"""

from __future__ import annotations

from appeal_core.language import message
from appeal_core.review.phrases import phrase_rule
from appeal_core.review.rule import Example

RULE = phrase_rule(
    "others-sell-it",
    lambda words: message("“{words}” points at other sellers.", words=words),
    severity="warning",
    family="tone",
    source="trade practice",
    why=message("What others sell says nothing about whether your own offer is allowed."),
)

EXAMPLES = (
    Example("fires", "Other sellers are still selling the same book."),
    Example("quiet", "Twelve listings of magazines were closed."),
    Example("near", "Similar items in our own stock were searched and three listings closed."),
)
