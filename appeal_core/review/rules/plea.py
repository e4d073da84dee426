"""The letter begs or shows feelings.

What it looks for
    Pleas for a chance, appeals to family or income, emotional apologies.
Why Amazon cares
    Amazon’s page on plans of action asks for facts without emotive language.
Example
    "Please give us a second chance."
Write instead
    "Please reactivate our seller-fulfilled offers."
Sources
    Amazon help G201623610.
"""

from __future__ import annotations

from appeal_core.language import message
from appeal_core.review.phrases import phrase_rule
from appeal_core.review.rule import Example

RULE = phrase_rule(
    "plea",
    lambda words: message("“{words}” is a plea, not a fact.", words=words),
    severity="warning",
    family="tone",
    source="Amazon help G201623610",
    why=message("Amazon’s own page asks for facts and no emotive language."),
)

EXAMPLES = (
    Example("fires", "Please give us a second chance.", match="give us a second chance"),
    Example("fires", "这是我们唯一的收入。"),
    Example("quiet", "Please reactivate our seller-fulfilled offers."),
    Example("near", "Each buyer was refunded and we apologized to them by message."),
)
