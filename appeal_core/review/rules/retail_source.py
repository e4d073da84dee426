"""The letter says that goods came from a retailer.

What it looks for
    Goods bought in shops, outlets, on other marketplaces or from another Amazon seller.
Why Amazon cares
    A retail receipt does not prove authenticity, and goods shipped from another retailer break the drop
    shipping policy.
Example
    "We bought the toys at Walmart."
Write instead
    Where it is true: the goods taken out of sale, and the supplier with whom you now have a contract.
Sources
    Amazon help G201623610 (invoices); Amazon drop shipping policy G201808410; trade practice.
"""

from __future__ import annotations

from appeal_core.language import message
from appeal_core.review.phrases import phrase_rule
from appeal_core.review.rule import Example

RULE = phrase_rule(
    "retail-source",
    lambda words: message("“{words}” says that the goods came from a retailer.", words=words),
    severity="blocker",
    family="danger",
    source="Amazon help G201808410",
    why=message(
        "A retail receipt proves no chain to the brand, and shipping from another retailer is a violation of its own. The sentence may be true; know what it says before it is sent."
    ),
    admission=True,
)

EXAMPLES = (
    Example("fires", "We bought the items from a retailer."),
    Example("quiet", "The books came from the publisher; Exhibit A is its invoice."),
    Example("near", "None of the units were bought from a retailer."),
)
