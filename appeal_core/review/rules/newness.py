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

from appeal_core.language import message
from appeal_core.review.phrases import phrase_rule
from appeal_core.review.rule import Example

RULE = phrase_rule(
    "newness",
    lambda words: message("“{words}” offers being new as a reason.", words=words),
    severity="warning",
    family="tone",
    source="trade practice",
    why=message("The rules are the same on the first day. The step that was missing is the answer."),
)

EXAMPLES = (
    Example("fires", "We are a new seller and just opened our shop.", match="We are a new seller"),
    Example("quiet", "New stock is inspected on arrival."),
    Example("near", "A new carrier was contracted on November 14."),
)
