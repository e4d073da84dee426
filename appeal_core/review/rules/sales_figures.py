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

from appeal_core.language import message
from appeal_core.review.phrases import phrase_rule
from appeal_core.review.rule import Example

RULE = phrase_rule(
    "sales-figures",
    lambda words: message("“{words}” tells of sales, not of the problem.", words=words),
    severity="warning",
    family="tone",
    source="Amazon help G201623610",
    why=message(
        "How much a shop sells is no reason to trust it. Amazon asks to focus on the facts of the case."
    ),
)

EXAMPLES = (
    Example("fires", "Our monthly sales are above 50,000 dollars."),
    Example("quiet", "We sold 412 units of this lamp, and the invoices cover 600."),
    Example("near", "The stock covers 30 days of sales."),
)
