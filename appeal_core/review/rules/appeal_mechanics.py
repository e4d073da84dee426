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

from collections.abc import Iterator

from appeal_core.language import message
from appeal_core.review.draft import Draft
from appeal_core.review.phrases import phrase_hits
from appeal_core.review.rule import Example, Hit, Rule


def _check(draft: Draft) -> Iterator[Hit]:
    return phrase_hits(
        "appeal-mechanics",
        draft,
        lambda words: message("“{words}” is about the appeal’s papers, not the cause.", words=words),
    )


RULE = Rule(
    id="appeal-mechanics",
    severity="warning",
    why=message("A missing paper explains a refusal. Amazon asks why the problem itself arose."),
    source="Seller Forums 261269",
    check=_check,
    family="structure",
)

EXAMPLES = (
    Example("fires", "Root cause:\nWe were unable to provide a valid authorisation letter."),
    Example("quiet", "Root cause:\nBatches were booked in without comparing invoice and goods."),
    Example(
        "near",
        "Actions taken:\nOn November 3 the supplier was asked for invoices, which it was unable to provide.",
    ),
)
