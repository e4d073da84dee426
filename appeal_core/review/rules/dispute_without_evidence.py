"""A dispute names no evidence.

What it looks for
    A letter that says the decision is wrong, and names neither exhibit nor enclosed paper.
Why Amazon cares
    The second door is "deactivated in error" with evidence; a bare denial is refused.
Example
    "Our account was deactivated in error."
Write instead
    "Exhibit A shows the carrier's scan of each of the 37 orders before the expected ship date."
Sources
    wearesellers.com 17529 (Amazon notice); Amazon help G200370560.
"""

from __future__ import annotations

from collections.abc import Iterator

from appeal_core.language import message
from appeal_core.review.draft import Draft
from appeal_core.review.examples import noticed
from appeal_core.review.knowledge import knowledge
from appeal_core.review.rule import Example, Hit, Rule


def _check(draft: Draft) -> Iterator[Hit]:
    denied = knowledge().denies.search(draft.text)
    if (denied or draft.context.route == "dispute") and not knowledge().exhibits.search(draft.text):
        page = "evidence" if draft.context.case else ""
        text = message("The decision is disputed, and no evidence is named.")
        start, end = (denied.start(), denied.end()) if denied else (None, None)
        yield Hit(text, start, end, page=page)


RULE = Rule(
    id="dispute-without-evidence",
    severity="warning",
    why=message("A dispute is decided on evidence. A bare denial is refused, and the try is used up."),
    source="wearesellers.com 17529 (Amazon notice); Amazon help G200370560",
    check=_check,
    family="structure",
    about="whole",
)

_DISPUTE = noticed(route="dispute")

EXAMPLES = (
    Example("fires", "Our account was deactivated in error.", match="deactivated in error"),
    Example("fires", "The parcels were scanned on time.", _DISPUTE),
    Example("quiet", "Our account was deactivated in error: Exhibit A shows the scans.", _DISPUTE),
    Example("near", "Two listings were closed on November 3."),
)
