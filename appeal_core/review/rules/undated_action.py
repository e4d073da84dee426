"""An action taken has no day.

What it looks for
    A point among the actions taken that names no day (nor does its heading).
Why Amazon cares
    A day can be checked against settings and listings; without one an action reads like a promise.
Example
    "Handling time was raised."
Write instead
    "November 14: handling time was raised from 1 to 4 business days."
Sources
    Amazon reply, Seller Forums f46441f0; trade practice.
"""

from __future__ import annotations

from collections.abc import Iterator

from appeal_core.language import message
from appeal_core.review.dates import names_a_day
from appeal_core.review.draft import Draft
from appeal_core.review.knowledge import knowledge
from appeal_core.review.rule import Example, Hit, Rule


def _check(draft: Draft) -> Iterator[Hit]:
    if any(names_a_day(h.text) for h in draft.headings("actions")):
        return
    dated_line = False
    for item in draft.part("actions"):
        dated = names_a_day(item.text)
        open_gap = knowledge().placeholders.search(item.text)
        if not dated and not open_gap and not (dated_line and item.kind == "paragraph"):
            yield Hit(message("This action has no day."), item.start, item.end, instead=_INSTEAD)
        dated_line = dated or (dated_line and item.kind == "paragraph")


_INSTEAD = message("Begin with the day on which it was done.")

RULE = Rule(
    id="undated-action",
    severity="warning",
    why=message("A day can be checked; without one, an action reads like a promise."),
    source="Amazon reply, Seller Forums f46441f0",
    check=_check,
    family="done",
    about="whole",
)

_HEAD = "Actions completed\n"

EXAMPLES = (
    Example("fires", _HEAD + "- Handling time was raised to 4 business days."),
    Example("fires", "已采取的措施\n1. 已延长备货时间。"),
    Example("quiet", _HEAD + "- November 14: handling time was raised to 4 business days."),
    Example("near", "Actions completed on November 14, 2026\n- Handling time was raised to 4 business days."),
    Example("near", "已采取的措施\n1. 2026 年 11 月 14 日：已延长备货时间。"),
)
