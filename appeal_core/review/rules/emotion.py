"""The letter shows feelings.

What it looks for
    Being sorry, ashamed, shocked, sleepless; apologies to Amazon. An apology made to a buyer is an
    action and stays.
Why Amazon cares
    Its page on plans of action asks for facts without emotive language.
Example
    "We are deeply sorry and ashamed."
Write instead
    "The failure lay in our own process: no scan was compared with the upload."
Sources
    Amazon help G201623610.
"""

from __future__ import annotations

from appeal_core.language import message
from appeal_core.review.phrases import phrase_rule
from appeal_core.review.rule import Example

RULE = phrase_rule(
    "emotion",
    lambda words: message("“{words}” is a feeling, not a fact.", words=words),
    severity="warning",
    family="tone",
    source="Amazon help G201623610",
    why=message(
        "Amazon’s own page asks for facts and no emotive language. One sentence that owns the failure says more than an apology."
    ),
)

EXAMPLES = (
    Example("fires", "We are very sorry for the trouble."),
    Example("quiet", "The failure lay in our own process."),
    Example("near", "Each buyer was refunded and we apologized to them by message."),
)
