"""The text names an order that the notice does not.

What it looks for
    Order IDs that are nearly, but not quite, one of the notice or of the case’s answers.
Why Amazon cares
    It looks the order up; a digit turned leads to nothing, or to another buyer.
Example
    The notice names 112-1234567-7654321, the letter 112-1234576-7654321.
Write instead
    The order ID of the notice, copied.
Sources
    Trade practice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from appeal_core.language import message
from appeal_core.review.draft import Draft
from appeal_core.review.examples import noticed
from appeal_core.review.identifiers import nearest, said_in_case
from appeal_core.review.rule import Example, Hit, Rule

_ORDER = re.compile(r"(?<![\w-])\d{3}-\d{7}-\d{7}(?![\w-])")


def _check(draft: Draft) -> Iterator[Hit]:
    notice = draft.context.read_notice
    known = set(notice.order_ids if notice else ()) | set(_ORDER.findall(said_in_case(draft.context.case)))
    for match in draft.matches(_ORDER):
        near = "" if match.group() in known else nearest(match.group(), tuple(sorted(known)))
        if near:
            text = message(
                "{order} is not in the notice. Meant is perhaps {near}.", order=match.group(), near=near
            )
            yield Hit(text, match.start(), match.end(), suggestion=near)


RULE = Rule(
    id="order-unknown",
    severity="warning",
    why=message("Amazon looks the order up. A digit turned leads to nothing, or to somebody else’s order."),
    source="trade practice",
    check=_check,
    family="truth",
)

_ONE = noticed(order_ids=("112-1234567-7654321",))

EXAMPLES = (
    Example("fires", "Order 112-1234576-7654321 was refunded.", _ONE, match="112-1234576-7654321"),
    Example("quiet", "Order 112-1234567-7654321 was refunded.", _ONE),
    Example("near", "Order 114-9999999-1111111 was refunded.", _ONE),
)
