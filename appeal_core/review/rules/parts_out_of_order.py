"""The parts stand in another order than Amazon asks for them.

What it looks for
    Headings of root cause, actions and prevention in another order than this.
Why Amazon cares
    Its page asks the three questions in this order; a reader who checks them off finds each at once.
Example
    Prevention first, the root cause at the end.
Write instead
    Root causes, actions completed, prevention.
Sources
    Amazon help G201623610.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from appeal_core.language import message
from appeal_core.review.draft import PLAN_PARTS, Draft
from appeal_core.review.rule import Example, Hit, Rule


def _check(draft: Draft) -> Iterator[Hit]:
    if draft.context.letter and draft.context.letter.kind == "supplement":
        return  # it follows the points of Amazon's reply
    heads = [i for i in draft.items if i.kind == "heading" and i.part in PLAN_PARTS]
    first = {part: next((h for h in heads if h.part == part), None) for part in PLAN_PARTS}
    there = [h for h in first.values() if h is not None]  # in the order in which they are asked for
    for before, after in itertools.pairwise(there):
        if after.start < before.start:
            text = message("This part stands before one that Amazon asks for first.")
            yield Hit(text, after.start, after.end)
            return


RULE = Rule(
    id="parts-out-of-order",
    severity="advice",
    why=message("Amazon asks three questions in a fixed order. Answers in the same order are found at once."),
    source="Amazon help G201623610",
    check=_check,
    family="structure",
    about="whole",
)

EXAMPLES = (
    Example(
        "fires",
        "Prevention\nThe owner counts stock daily.\nRoot cause\nNo count was kept.",
        match="Prevention",
    ),
    Example("quiet", "Root cause\nNo count was kept.\nPrevention\nThe owner counts stock daily."),
    Example(
        "near",
        "Root cause\nNo count was kept.\nActions taken\nNovember 3: counted.\nRoot cause\nThe upload failed.",
    ),
)
