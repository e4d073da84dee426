"""A sentence answers another kind of problem than the notice states.

What it looks for
    Words that belong to a cause of another family, such as review manipulation in a letter on late
    shipment, where the notice has none of them.
Why Amazon cares
    It shows a template, and may confess something nobody asked about.
Example
    In a late shipment plan: "We will not misuse variations."
Write instead
    Only the cause of the notice.
Sources
    Amazon help G201623610; trade practice.
"""

from __future__ import annotations

from collections.abc import Iterator

from appeal_core.language import message
from appeal_core.review.draft import Draft
from appeal_core.review.examples import noticed
from appeal_core.review.knowledge import knowledge
from appeal_core.review.rule import Example, Hit, Rule

_NEAR = ({"authenticity", "intellectual_property", "condition", "compliance"}, {"identity", "money"})


def _check(draft: Draft) -> Iterator[Hit]:
    words = knowledge()
    families = {words.families[c] for c in draft.context.causes if c in words.families}
    if not families:
        return
    families |= set().union(*(near for near in _NEAR if near & families))
    notice = draft.context.read_notice
    told = notice.text if notice else ""
    foreign = [
        strong
        for code, strong in words.strong.items()
        if words.families[code] not in families and not strong.search(told)
    ]
    for sentence in draft.sentences:
        for strong in foreign:
            if match := strong.search(sentence.text):
                text = message("“{words}” is not what the notice is about.", words=match.group())
                yield Hit(text, sentence.start + match.start(), sentence.start + match.end())
                break


RULE = Rule(
    id="off-cause",
    severity="warning",
    why=message(
        "Text on another problem shows a template, and may confess something that nobody asked about."
    ),
    source="Amazon help G201623610",
    check=_check,
    family="off_cause",
)

_LATE = noticed("late_shipment_rate")
_FAKE = noticed("inauthentic")

EXAMPLES = (
    Example(
        "fires", "The evening upload failed. We do not sell counterfeit goods.", _LATE, match="counterfeit"
    ),
    Example("quiet", "The evening upload failed.", _LATE),
    Example("near", "Three late orders were cancelled by buyers; feedback was answered.", _LATE),
    Example("near", "No trademark infringement was found in our own search of these listings.", _FAKE),
)
