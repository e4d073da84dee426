"""The letter admits something graver than the notice says.

What it looks for
    Orders confirmed before they left, own orders, goods listed before they were bought. Altered papers,
    influenced reviews, retail goods and further accounts have rules of their own.
Why Amazon cares
    Each is an enforcement cause of its own.
Example
    "We marked the orders as shipped before they were handed to the carrier."
Write instead
    Where it is true and the notice asks: what was done, until which day, and what stops it now.
Sources
    Amazon moderator, Seller Forums 17378aec; Seller Forums 0921878a.
"""

from __future__ import annotations

from appeal_core.language import message
from appeal_core.review.phrases import phrase_rule
from appeal_core.review.rule import Example

RULE = phrase_rule(
    "dangerous-admission",
    lambda words: message("“{words}” admits something graver than the notice says.", words=words),
    severity="blocker",
    family="danger",
    source="Amazon moderator, Seller Forums 17378aec; Seller Forums 0921878a",
    why=message(
        "This is an enforcement cause of its own. It may be right to say it, but never unadvised; and never send an altered paper."
    ),
    admission=True,
)

EXAMPLES = (
    Example("fires", "We marked the orders as shipped before they were handed to the carrier."),
    Example("fires", "我们先点击发货，再交给承运人。"),
    Example("quiet", "The invoices are complete and as issued."),
    Example("near", "The variation family was ordered by size, and the reviews stay with each item."),
)
