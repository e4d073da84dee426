"""The letter boasts of sales or growth.

What it looks for
    Revenue, turnover, units a month, growth and plans to grow. Units sold of the item concerned are a
    fact and stay.
Why Amazon cares
    Its page asks to leave out an introduction of the product, the business or the customer.
Example
    "Our annual revenue is two million dollars."
Write instead
    Only figures of the problem: how many orders, in which days.
Sources
    Amazon help G201623610.
"""

from __future__ import annotations

from collections.abc import Iterator

from appeal_core.language import message
from appeal_core.review.draft import Draft
from appeal_core.review.phrases import phrase_hits
from appeal_core.review.rule import Example, Hit, Rule


def _check(draft: Draft) -> Iterator[Hit]:
    return phrase_hits(
        "sales-figures",
        draft,
        lambda words: message("“{words}” tells of sales, not of the problem.", words=words),
    )


RULE = Rule(
    id="sales-figures",
    severity="warning",
    why=message(
        "How much a shop sells is no reason to trust it. Amazon asks to focus on the facts of the case."
    ),
    source="Amazon help G201623610",
    check=_check,
    family="tone",
)

EXAMPLES = (
    Example("fires", "Our monthly sales are above 50,000 dollars."),
    Example("quiet", "We sold 412 units of this lamp, and the invoices cover 600."),
    Example("near", "The stock covers 30 days of sales."),
)
