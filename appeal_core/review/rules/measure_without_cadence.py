"""A preventive measure has no rhythm.

What it looks for
    A measure that says neither how often, nor at which event it runs.
Why Amazon cares
    "Regularly" cannot be checked; "every Monday" and "before each listing" can.
Example
    "The warehouse lead counts stock."
Write instead
    "The warehouse lead counts stock every Monday."
Sources
    Trade practice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from appeal_core.language import message
from appeal_core.review.dates import names_a_day
from appeal_core.review.draft import Draft
from appeal_core.review.knowledge import knowledge
from appeal_core.review.measures import measures_lacking
from appeal_core.review.rule import Example, Hit, Rule

_COLUMN = re.compile(r"often|frequency|cadence|when(?!.*acts)|rhythm|频率|多久|周期", re.IGNORECASE)


def _check(draft: Draft) -> Iterator[Hit]:
    for item in measures_lacking(draft, _COLUMN, _timed):
        text = message("It is not said how often, or at which event, this measure runs.")
        yield Hit(text, item.start, item.end)


def _timed(text: str) -> bool:
    return bool(knowledge().cadences.search(text)) or names_a_day(text)


RULE = Rule(
    id="measure-without-cadence",
    severity="warning",
    why=message("“Regularly” cannot be checked; a day, an hour or an event can."),
    source="trade practice",
    check=_check,
    family="done",
    about="whole",
)

_HEAD = "Preventive measures\n"
_TABLE = "Prevention\n| Measure | Who | How often |\n|---|---|---|\n"

EXAMPLES = (
    Example("fires", _HEAD + "- The warehouse lead counts stock."),
    Example("fires", _TABLE + "| Stock count | Wen Li | |"),
    Example("quiet", _HEAD + "- The warehouse lead counts stock every Monday."),
    Example("near", _HEAD + "- The listing owner compares photo and sample before each listing goes live."),
    Example("near", "预防措施\n1. 仓库主管每周一盘点库存。"),
)
