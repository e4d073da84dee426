"""A sentence of the letters that everybody sends.

What it looks for
    Sentences that stand in the widely passed-on templates, word for word or nearly.
Why Amazon cares
    Sellers pass these on; a reader has seen them hundreds of times, and they hold no fact.
Example
    "After a thorough internal investigation, we have identified the root cause."
Write instead
    The fact itself: "The evening upload failed on November 2, 6 and 9."
Sources
    Seller Forums 229385 (a seller’s report); trade practice.
"""

from __future__ import annotations

from appeal_core.language import message
from appeal_core.review.phrases import phrase_rule
from appeal_core.review.rule import Example

RULE = phrase_rule(
    "known-template",
    lambda words: message("“{words}” stands in many bought letters.", words=words),
    severity="warning",
    family="originality",
    source="Seller Forums 229385",
    why=message("A reviewer has read this sentence many times, and it holds no fact of yours. Say your own."),
)

EXAMPLES = (
    Example("fires", "We take full responsibility for this matter and want to share our plan of action."),
    Example("quiet", "The failure lay in our own process."),
    Example("near", "The investigation of November 4 found 9 unscanned parcels."),
)
