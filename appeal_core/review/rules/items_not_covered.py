"""Products or orders that the notice lists are not covered.

What it looks for
    ASINs printed in the notice and absent from the draft, where the draft names some of them or
    the cause is about products.
Why Amazon cares
    It asks for evidence for all ASINs under review.
Example
    The notice lists three ASINs; the letter answers two.
Write instead
    One row for each ASIN.
Sources
    Amazon help G201623610.
"""

from __future__ import annotations

from collections.abc import Iterator

from appeal_core.language import list_text, message
from appeal_core.review.draft import Draft
from appeal_core.review.examples import noticed
from appeal_core.review.knowledge import knowledge
from appeal_core.review.rule import Example, Hit, Rule

_ABOUT_PRODUCTS = {"authenticity", "intellectual_property", "condition", "compliance"}
_SHOWN = 5


def _check(draft: Draft) -> Iterator[Hit]:
    notice = draft.context.read_notice
    if notice is None:
        return
    missing = [a for a in notice.asins if a.upper() not in draft.text.upper()]
    families = {knowledge().families.get(c) for c in draft.context.causes}
    if missing and (len(missing) < len(notice.asins) or families & _ABOUT_PRODUCTS):
        shown = list_text(missing[:_SHOWN], "en") + (" ..." if len(missing) > _SHOWN else "")
        text = message(
            "{count} of the ASINs in the notice are not in the text: {asins}.",
            count=len(missing),
            asins=shown,
        )
        yield Hit(text)


RULE = Rule(
    id="items-not-covered",
    severity="warning",
    why=message("Amazon asks for an answer, with evidence, for every ASIN under review."),
    source="Amazon help G201623610",
    check=_check,
    family="structure",
    about="whole",
)

_TWO = noticed("inauthentic", asins=("B0EXAMPL01", "B0EXAMPL02"))
_ONE = noticed("late_shipment_rate", asins=("B0EXAMPL01",))

EXAMPLES = (
    Example("fires", "Exhibit A is the invoice for B0EXAMPL01, an authentic item.", _TWO),
    Example("quiet", "Exhibit A is the invoice for B0EXAMPL01 and B0EXAMPL02.", _TWO),
    Example("near", "Our late shipment rate passed the target.", _ONE),
)
