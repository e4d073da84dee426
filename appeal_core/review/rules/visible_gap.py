"""A blank is still open in the text.

What it looks for
    Brackets to fill, rows of X or underscores, "TBD", and the gaps that the letter itself shows.
Why Amazon cares
    A placeholder shows a template; the fact behind it is what is asked for.
Example
    "On [date] we changed the handling time."
Write instead
    "On November 14 we changed the handling time."
Sources
    Trade practice.
"""

from __future__ import annotations

from collections.abc import Iterator

from appeal_core.language import message
from appeal_core.review.draft import Draft
from appeal_core.review.knowledge import knowledge
from appeal_core.review.rule import Example, Hit, Rule


def _check(draft: Draft) -> Iterator[Hit]:
    letter = draft.context.letter
    gaps = letter.gaps() if letter else ()
    shown = {gap.message.in_(draft.lang) for gap in gaps}
    for block in letter.blocks() if letter else ():
        for gap in block.gaps:
            place = draft.text.find(gap.message.in_(draft.lang))
            end = place + len(gap.message.in_(draft.lang)) if place >= 0 else None
            start = place if place >= 0 else None
            yield Hit(gap.message, start, end, block=block.id, page=gap.page, path=gap.path)
    for match in draft.matches(knowledge().placeholders):
        if not any(match.group().strip("[]").strip() in text or text in match.group() for text in shown):
            text = message("“{words}” is still a blank.", words=match.group())
            yield Hit(text, match.start(), match.end())


RULE = Rule(
    id="visible-gap",
    severity="blocker",
    why=message("A blank shows a template, and the fact that belongs there is what Amazon wants to know."),
    source="trade practice",
    check=_check,
    family="structure",
)

EXAMPLES = (
    Example("fires", "On [date] we changed the handling time.", match="[date]"),
    Example("fires", "Seller ID: ________", match="________"),
    Example("quiet", "On November 14 we changed the handling time."),
    Example("fires", "Our supplier is [Company Name].", match="[Company Name]"),
    Example("near", "[Important] The scans are in [Exhibit A]; “the parcels was [sic] late”, see [1]."),
    Example("near", "The listing B0EXAMPLE1 (size XL) was closed; see [Amazon help](https://example.com)."),
)
