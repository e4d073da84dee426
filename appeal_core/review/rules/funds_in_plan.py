"""The plan asks for money.

What it looks for
    Requests to release funds or the balance in a letter that answers an enforcement.
Why Amazon cares
    Funds are decided apart, by another team and from another day on; the request draws the reader away.
Example
    "Please release our funds."
Write instead
    A letter of its own, once Amazon’s day for it has come.
Sources
    Amazon policy on disbursement eligibility 9RA9LYBJ3QP27M6.
"""

from __future__ import annotations

from appeal_core.language import message
from appeal_core.review.phrases import phrase_rule
from appeal_core.review.rule import Example

RULE = phrase_rule(
    "funds-in-plan",
    lambda words: message("“{words}” belongs into a letter of its own.", words=words),
    severity="warning",
    family="structure",
    source="Amazon policy 9RA9LYBJ3QP27M6",
    why=message(
        "Funds are decided apart, with their own proof and from their own day on. In a plan the request leads away from the answer."
    ),
)

EXAMPLES = (
    Example("fires", "Please release our money."),
    Example("quiet", "The other account’s balance was paid on November 9."),
    Example("near", "The money was returned to the buyers on November 3."),
)
