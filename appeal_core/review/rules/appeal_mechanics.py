"""The root cause is about the appeal’s papers, not about the problem.

What it looks for
    A missing or late paper as root cause.
Why Amazon cares
    A paper that was not sent explains a refusal, not the complaint.
Example
    "We could not provide an authorisation letter."
Write instead
    "Batches were booked in without comparing invoice and goods."
Sources
    Seller Forums 261269; trade practice.
"""

from __future__ import annotations

from appeal_core.language import message
from appeal_core.review.phrases import phrase_rule
from appeal_core.review.rule import Example

RULE = phrase_rule(
    "appeal-mechanics",
    lambda words: message("“{words}” is about the appeal’s papers, not the cause.", words=words),
    severity="warning",
    family="structure",
    source="Seller Forums 261269",
    why=message("A missing paper explains a refusal. Amazon asks why the problem itself arose."),
)

EXAMPLES = (
    Example("fires", "Root cause:\nWe were unable to provide a valid authorisation letter."),
    Example("quiet", "Root cause:\nBatches were booked in without comparing invoice and goods."),
    Example(
        "near",
        "Actions taken:\nOn November 3 the supplier was asked for invoices, which it was unable to provide.",
    ),
)
