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

from appeal_core.language import message
from appeal_core.review.phrases import phrase_rule
from appeal_core.review.rule import Example

RULE = phrase_rule(
    "threat",
    lambda words: message("“{words}” reads as a threat.", words=words),
    severity="blocker",
    family="tone",
    source="trade practice",
    why=message("A threat is no evidence, and may end the talk with the team that decides."),
)

EXAMPLES = (
    Example("fires", "We will take legal action against Amazon.", match="take legal action"),
    Example("quiet", "The invoices are complete."),
    Example("near", "The rights owner retracted the complaint on November 3."),
)
