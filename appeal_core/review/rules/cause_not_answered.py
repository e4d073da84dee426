"""The draft does not speak of what the notice states.

What it looks for
    Each cause to answer: its name, or words for it, somewhere in the draft.
Why Amazon cares
    Its page asks for an answer to each cause; a letter on another subject is refused unread.
Example
    A notice on late shipment, and a letter about cancelled orders.
Write instead
    Name the metric or policy of the notice, and its failure in your own process.
Sources
    Amazon help G201623610.
"""

from __future__ import annotations

from collections.abc import Iterator

from appeal_core.catalog import cause
from appeal_core.catalog.loader import CatalogError
from appeal_core.language import Bilingual, message
from appeal_core.review.draft import Draft
from appeal_core.review.examples import noticed
from appeal_core.review.knowledge import knowledge
from appeal_core.review.rule import Example, Hit, Rule


def _check(draft: Draft) -> Iterator[Hit]:
    if not draft.is_plan and draft.context.route != "dispute":
        return  # a cover letter answers what was asked, and need not name the cause
    for code in draft.context.causes:
        words = knowledge().causes.get(code)
        name = _name(code)
        if words is None or words.search(draft.text):
            continue
        if not any(n and n.lower() in draft.text.lower() for n in (name.en, name.zh)):
            yield Hit(message("The notice is about this, and the text is not: {cause}.", cause=name))


def _name(code: str) -> Bilingual:
    try:
        return cause(code).name
    except (KeyError, CatalogError):
        return Bilingual(en=code.replace("_", " "))


RULE = Rule(
    id="cause-not-answered",
    severity="blocker",
    why=message(
        "Amazon asks for an answer to each cause that it names; a letter on something else is refused."
    ),
    source="Amazon help G201623610",
    check=_check,
    family="structure",
    about="whole",
)

_LATE = noticed("late_shipment_rate")
_BOTH = noticed("late_shipment_rate", "cancellation_rate")

EXAMPLES = (
    Example("fires", "We cancelled orders that were out of stock.", _LATE),
    Example(
        "fires",
        "Our late shipment rate passed the target.",
        _BOTH,
    ),
    Example("quiet", "Our late shipment rate passed the target.", _LATE),
    Example("near", "37 orders were confirmed one to three days late.", _LATE),
    Example("near", "我们的迟发率超过了目标。", _LATE),
)
