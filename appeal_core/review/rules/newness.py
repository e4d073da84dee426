"""Being new, or without experience, is offered as a reason.

What it looks for
    New sellers, beginners, little experience.
Why Amazon cares
    The same rules hold for all; experts advise against it.
Example
    "We are a new seller."
Write instead
    "No list of restricted titles was searched before a book was listed."
Sources
    Trade practice (experts on Seller Forums).
"""

from __future__ import annotations

from collections.abc import Iterator

from appeal_core.language import message
from appeal_core.review.draft import Draft
from appeal_core.review.phrases import phrase_hits
from appeal_core.review.rule import Example, Hit, Rule


def _check(draft: Draft) -> Iterator[Hit]:
    return phrase_hits(
        "newness", draft, lambda words: message("“{words}” offers being new as a reason.", words=words)
    )


RULE = Rule(
    id="newness",
    severity="warning",
    why=message("The rules are the same on the first day. The step that was missing is the answer."),
    source="trade practice",
    check=_check,
    family="tone",
)

EXAMPLES = (
    Example("fires", "We are a new seller and just opened our shop.", match="We are a new seller"),
    Example("quiet", "New stock is inspected on arrival."),
    Example("near", "A new carrier was contracted on November 14."),
)
