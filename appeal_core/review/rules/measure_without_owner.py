"""A preventive measure has nobody who runs it.

What it looks for
    A measure without a role or name, or an empty cell under "who".
Why Amazon cares
    A measure that nobody owns stops in the second week.
Example
    "Stock is counted every Monday."
Write instead
    "The warehouse lead counts stock every Monday."
Sources
    Trade practice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from appeal_core.language import message
from appeal_core.review.draft import Draft
from appeal_core.review.knowledge import knowledge
from appeal_core.review.measures import measures_lacking, named_in
from appeal_core.review.rule import Example, Hit, Rule

_COLUMN = re.compile(r"who|owner|responsible|person|负责|责任", re.IGNORECASE)


def _check(draft: Draft) -> Iterator[Hit]:
    for item in measures_lacking(draft, _COLUMN, _owned):
        yield Hit(message("Nobody is named who runs this measure."), item.start, item.end, instead=_INSTEAD)


def _owned(text: str) -> bool:
    return bool(knowledge().owners.search(text)) or named_in(text)


_INSTEAD = message("Name a role or a person; in a small shop that is the owner.")

RULE = Rule(
    id="measure-without-owner",
    severity="warning",
    why=message("A measure that nobody owns is not believed to last."),
    source="trade practice",
    check=_check,
    family="done",
    about="whole",
)

_HEAD = "Preventive measures\n"
_TABLE = "Prevention\n| Measure | Who | How often |\n|---|---|---|\n"

EXAMPLES = (
    Example("fires", _HEAD + "- Stock is counted every Monday."),
    Example("fires", _TABLE + "| Stock count | | every Monday |"),
    Example("quiet", _HEAD + "- The warehouse lead counts stock every Monday."),
    Example("near", _TABLE + "| Stock count | Wen Li | every Monday |"),
    Example("near", "预防措施\n1. 仓库主管每周一盘点库存。"),
)
