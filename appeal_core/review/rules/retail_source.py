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

from collections.abc import Iterator

from appeal_core.language import message
from appeal_core.review.admissions import admitted
from appeal_core.review.draft import Draft
from appeal_core.review.phrases import phrase_hits
from appeal_core.review.rule import Example, Hit, Rule


def _check(draft: Draft) -> Iterator[Hit]:
    hits = phrase_hits(
        "retail-source",
        draft,
        lambda words: message("“{words}” says that the goods came from a retailer.", words=words),
    )
    return admitted(hits, draft, "retail-source")


RULE = Rule(
    id="retail-source",
    severity="blocker",
    why=message(
        "A retail receipt proves no chain to the brand, and shipping from another retailer is a violation of its own. The sentence may be true; know what it says before it is sent."
    ),
    source="Amazon help G201808410",
    check=_check,
    family="danger",
)

EXAMPLES = (
    Example("fires", "We bought the items from a retailer."),
    Example("quiet", "The books came from the publisher; Exhibit A is its invoice."),
    Example("near", "None of the units were bought from a retailer."),
)
