"""Single orders are told instead of the cause.

What it looks for
    A point of the root cause that names order IDs and counts none.
Why Amazon cares
    Notices say: do not limit your plan to issues with specific orders.
Example
    "Order 112-1234567-7654321 was late because it snowed."
Write instead
    "Of 94 orders for these items, 29 waited for the next pick-up"; the order IDs go into an exhibit.
Sources
    Amazon notices ("Do not limit your plan to issues with specific orders"); Seller Forums (experts).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from appeal_core.language import message
from appeal_core.review.draft import Draft
from appeal_core.review.rule import Example, Hit, Rule

_ORDER = re.compile(r"(?:(?:order|订单)s? ?)?(?<![\d-])\d{3}-\d{7}-\d{7}(?![\d-])", re.IGNORECASE)
_COUNT = re.compile(
    r"\d+ (?:\w+ ){0,2}(?:orders|parcels|packages|units|cancellations)|\d+ of |\d+ ?(?:笔|个包裹|件)", re.I
)


def _check(draft: Draft) -> Iterator[Hit]:
    for item in draft.part("root_cause"):
        match = _ORDER.search(item.text)
        if match and not _COUNT.search(item.text):
            text = message(
                "“{words}” tells of one order; the root cause is what the orders share.", words=match.group()
            )
            yield Hit(text, item.start + match.start(), item.start + match.end())


RULE = Rule(
    id="single-orders",
    severity="warning",
    why=message(
        "Amazon’s notices say not to limit a plan to specific orders. Orders are the evidence; the cause is what they share."
    ),
    source="Amazon notice, cited in Seller Forums",
    check=_check,
    family="structure",
)

EXAMPLES = (
    Example(
        "fires",
        "Root cause\nOrder 112-1234567-7654321 was late because it snowed.",
        match="Order 112-1234567-7654321",
    ),
    Example("quiet", "Root cause\nOf 94 orders for these items, 29 waited for the next pick-up."),
    Example("near", "Root cause\n29 orders waited, order 112-1234567-7654321 among them."),
)
