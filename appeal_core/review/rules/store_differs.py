"""The letter bears another shop’s token.

What it looks for
    A merchant token or seller ID that is not the one of the case.
Why Amazon cares
    It shows a letter made for another account, and it may relate the two.
Example
    The token of a sister shop in the reference line.
Write instead
    The token of the account that got the notice.
Sources
    Trade practice.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from appeal_core.case import Case, Seller
from appeal_core.language import message
from appeal_core.review.context import Context
from appeal_core.review.draft import Draft
from appeal_core.review.rule import Example, Hit, Rule

_TOKEN = re.compile(r"(?<![\w-])A[0-9A-Z]{12,14}(?![\w-])")


def _check(draft: Draft) -> Iterator[Hit]:
    case = draft.context.case
    own = case.seller.merchant_token.strip() if case else ""
    if not own:
        return
    for match in draft.matches(_TOKEN):
        if match.group() != own and re.search(r"\d", match.group()):
            text = message(
                "“{words}” is not the merchant token of this case ({own}).", words=match.group(), own=own
            )
            yield Hit(text, match.start(), match.end(), suggestion=own)


RULE = Rule(
    id="store-differs",
    severity="warning",
    why=message("Another shop’s token shows a letter made for another account, and it may connect the two."),
    source="trade practice",
    check=_check,
    family="off_cause",
)

_SHOP = Context(
    case=Case(id="c", created_at=dt.datetime(2026, 11, 1), seller=Seller(merchant_token="A3EXAMPLE00001"))
)

EXAMPLES = (
    Example("fires", "Merchant token A3EXAMPLE00009.", _SHOP, match="A3EXAMPLE00009"),
    Example("quiet", "Merchant token A3EXAMPLE00001.", _SHOP),
    Example("near", "Merchant token A3EXAMPLE00009."),
)
