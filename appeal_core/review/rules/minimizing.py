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

from collections.abc import Iterator

from appeal_core.language import message
from appeal_core.review.draft import Draft
from appeal_core.review.phrases import phrase_hits
from appeal_core.review.rule import Example, Hit, Rule


def _check(draft: Draft) -> Iterator[Hit]:
    return phrase_hits(
        "minimizing", draft, lambda words: message("“{words}” makes the problem small.", words=words)
    )


RULE = Rule(
    id="minimizing",
    severity="warning",
    why=message(
        "Who calls a problem small seems not to have looked for its cause. The number alone says how large it was."
    ),
    source="trade practice",
    check=_check,
    family="tone",
)

EXAMPLES = (
    Example("fires", "It was just a few orders."),
    Example("quiet", "The small parcels come back first."),
    Example("near", "Only orders with a scan are confirmed."),
)
