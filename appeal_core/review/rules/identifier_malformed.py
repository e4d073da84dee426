"""An order ID or ASIN has a wrong number of characters.

What it looks for
    Order IDs that are not 3-7-7 digits, ASINs that begin with B0 and do not have ten characters.
Why Amazon cares
    It cannot find the order or the product, and the fact behind it counts for nothing.
Example
    "112-123456-7654321"
Write instead
    "112-1234567-7654321", copied from the report.
Sources
    Amazon’s own form of order IDs (3-7-7 digits) and ASINs (10 characters), as in every report; trade
    practice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from appeal_core.language import message
from appeal_core.review.draft import Draft
from appeal_core.review.rule import Example, Hit, Rule

_ORDER = re.compile(r"(?<![\w-])\d{3}-\d{6,8}-\d{6,8}(?![\w-])")
_RIGHT = re.compile(r"\d{3}-\d{7}-\d{7}")
_ASIN = re.compile(r"(?<![\w-])B0(?!X{4})[A-Z0-9]{4,12}(?![\w-])")


def _check(draft: Draft) -> Iterator[Hit]:
    for match in draft.matches(_ORDER):
        if not _RIGHT.fullmatch(match.group()):
            text = message("“{words}” is no order ID: it must have 3, 7 and 7 digits.", words=match.group())
            yield Hit(text, match.start(), match.end())
    for match in draft.matches(_ASIN):
        if len(match.group()) != 10:
            text = message("“{words}” is no ASIN: it must have ten characters.", words=match.group())
            yield Hit(text, match.start(), match.end())


RULE = Rule(
    id="identifier-malformed",
    severity="warning",
    why=message(
        "An order ID has 3-7-7 digits and an ASIN ten characters. With one character missing Amazon finds nothing."
    ),
    source="form of Amazon’s order reports",
    check=_check,
    family="truth",
)

EXAMPLES = (
    Example("fires", "Order 112-123456-7654321 was refunded.", match="112-123456-7654321"),
    Example("fires", "The listing B0EXAMPL1 was closed.", match="B0EXAMPL1"),
    Example("quiet", "Order 112-1234567-7654321 for B0EXAMPL01 was refunded."),
    Example("near", "SKU MF-B0-12 was closed; phone 010-1234-5678."),
)
