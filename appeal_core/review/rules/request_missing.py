"""A plan does not say what it asks for.

What it looks for
    A plan with its three parts and no sentence that asks to reactivate, restore or review.
Why Amazon cares
    An account, offers and one listing are different decisions; the request says which is meant.
Example
    The letter ends with the prevention.
Write instead
    "Please reactivate our seller-fulfilled offers."
Sources
    Trade practice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from appeal_core.language import message
from appeal_core.review.draft import Draft
from appeal_core.review.rule import Example, Hit, Rule

_ASKS = re.compile(
    r"\b(?:please|we ask|I ask|(?:we|I) (?:\w+ )?request|kindly|hope)\b[^.]{0,80}\b(?:re-?activ\w+|re-?instat\w+|restor\w+|re-?open\w*|review\w*|reconsider\w*|consider\w*|again|back|return|allow|let|lift|remov\w+)\b"
    r"|\b(?:re-?activat\w+|re-?instate\w*|restor\w+) (?:of )?(?:our|my|the|these|this|both)\b"
    r"|请[^。]{0,20}(?:恢复|激活|审核|复核|考虑|撤销|重新|解除)|恳请|申请恢复|请求恢复",
    re.IGNORECASE,
)


def _check(draft: Draft) -> Iterator[Hit]:
    if not draft.is_plan or len(draft.has_parts) < 3 or _ASKS.search(draft.text):
        return
    yield Hit(message("The plan does not say what you ask Amazon for."), section="other")


RULE = Rule(
    id="request-missing",
    severity="advice",
    why=message(
        "The request says which decision you ask for: the account, the offers of one kind, or one listing."
    ),
    source="trade practice",
    check=_check,
    family="structure",
    about="whole",
)

_PLAN = "Root cause\nNo count was kept.\nActions taken\nNovember 3: stock counted.\nPrevention\nThe owner counts stock daily."

EXAMPLES = (
    Example("fires", _PLAN),
    Example("quiet", _PLAN + "\nPlease reactivate our offers."),
    Example("near", _PLAN + "\nWe ask Amazon to let these shipments be received again."),
)
