"""The letter threatens with lawyers, media or complaints.

What it looks for
    Legal steps, press, executives.
Why Amazon cares
    A threat moves the case away from the people who can decide it.
Example
    "Our lawyer will contact you."
Write instead
    Leave it out.
Sources
    Trade practice.
"""

from __future__ import annotations

from collections.abc import Iterator

from appeal_core.language import message
from appeal_core.review.draft import Draft
from appeal_core.review.phrases import phrase_hits
from appeal_core.review.rule import Example, Hit, Rule


def _check(draft: Draft) -> Iterator[Hit]:
    return phrase_hits("threat", draft, lambda words: message("“{words}” reads as a threat.", words=words))


RULE = Rule(
    id="threat",
    severity="blocker",
    why=message("A threat is no evidence, and may end the talk with the team that decides."),
    source="trade practice",
    check=_check,
    family="tone",
)

EXAMPLES = (
    Example("fires", "We will take legal action against Amazon.", match="take legal action"),
    Example("quiet", "The invoices are complete."),
    Example("near", "The rights owner retracted the complaint on November 3."),
)
