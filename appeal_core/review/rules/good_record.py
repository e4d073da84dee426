"""A good record is offered instead of an answer.

What it looks for
    Good feedback, green metrics, years without a complaint, "always followed the rules".
Why Amazon cares
    It can see the record; it asks about the failure.
Example
    "In five years we never had a single complaint."
Write instead
    Which step failed, and since when it is mended.
Sources
    Amazon help G201623610; trade practice.
"""

from __future__ import annotations

from appeal_core.language import message
from appeal_core.review.phrases import phrase_rule
from appeal_core.review.rule import Example

RULE = phrase_rule(
    "good-record",
    lambda words: message("“{words}” praises the record; it does not answer the notice.", words=words),
    severity="warning",
    family="tone",
    source="Amazon help G201623610",
    why=message("Amazon sees your record itself. What it asks is why the problem came about."),
)

EXAMPLES = (
    Example("fires", "Our account health is good."),
    Example("quiet", "We have never owned the account named in the notice."),
    Example("near", "The account health page was opened once a week only."),
)
