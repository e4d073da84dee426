"""An action taken names no proof.

What it looks for
    Points among the actions taken that name no exhibit. Where the whole part names none, one finding.
Why Amazon cares
    It verifies actions; a screenshot, list or contract spares a second round.
Example
    "November 14: handling time raised."
Write instead
    "November 14: handling time raised (Exhibit B, settings before and after)."
Sources
    Amazon reply, Seller Forums f46441f0; trade practice.
"""

from __future__ import annotations

from collections.abc import Iterator

from appeal_core.language import message
from appeal_core.review.draft import Draft
from appeal_core.review.knowledge import knowledge
from appeal_core.review.rule import Example, Hit, Rule


def _check(draft: Draft) -> Iterator[Hit]:
    items = draft.part("actions")
    shown = knowledge().exhibits
    bare = [i for i in items if not shown.search(i.text) and not knowledge().placeholders.search(i.text)]
    if items and len(bare) == len(items):
        yield Hit(message("No action names an exhibit that proves it."), section="actions", page=_page(draft))
        return
    for item in bare:
        yield Hit(message("This action names no exhibit that proves it."), item.start, item.end)


def _page(draft: Draft) -> str:
    return "actions" if draft.context.case else ""


RULE = Rule(
    id="unproven-action",
    severity="warning",
    why=message(
        "Amazon verifies what you say you did. A screenshot, a list or a contract answers before it asks."
    ),
    source="Amazon reply, Seller Forums f46441f0",
    check=_check,
    family="done",
    about="whole",
)

_HEAD = "Actions completed\n"

EXAMPLES = (
    Example("fires", _HEAD + "- November 14: handling time raised."),
    Example(
        "fires", _HEAD + "- November 14: handling time raised (Exhibit B).\n- November 15: stock counted."
    ),
    Example("quiet", _HEAD + "- November 14: handling time raised (Exhibit B)."),
    Example("near", "已采取的措施\n1. 2026 年 11 月 14 日：已延长备货时间（附件 B）。"),
)
