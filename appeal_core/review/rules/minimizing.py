"""The problem is made small.

What it looks for
    "Only a few orders", "just a small mistake", "isolated case".
Why Amazon cares
    A rate over its target is no detail; who calls it small has not looked for the cause.
Example
    "It was only a few orders."
Write instead
    "22 of 310 orders (7.1%)."
Sources
    Trade practice.
"""

from __future__ import annotations

from appeal_core.language import message
from appeal_core.review.phrases import phrase_rule
from appeal_core.review.rule import Example

RULE = phrase_rule(
    "minimizing",
    lambda words: message("“{words}” makes the problem small.", words=words),
    severity="warning",
    family="tone",
    source="trade practice",
    why=message(
        "Who calls a problem small seems not to have looked for its cause. The number alone says how large it was."
    ),
)

EXAMPLES = (
    Example("fires", "It was just a few orders."),
    Example("quiet", "The small parcels come back first."),
    Example("near", "Only orders with a scan are confirmed."),
)
