"""The letter admits that reviews or feedback were bought or influenced.

What it looks for
    Buyers asked to change or remove a review, goods or money for reviews, reviews by relatives or
    agencies.
Why Amazon cares
    To press or pay a buyer for a review or its removal is a violation of its own.
Example
    "We wrote to the buyers and asked them to change their feedback."
Write instead
    "On November 3 we stopped answering feedback by message; 12 messages of October had asked for a
    change (Exhibit A)": only where the notice asks, with all methods and dates.
Sources
    Amazon moderator, Seller Forums 17378aec.
"""

from __future__ import annotations

from appeal_core.language import message
from appeal_core.review.phrases import phrase_rule
from appeal_core.review.rule import Example

RULE = phrase_rule(
    "review-request",
    lambda words: message("“{words}” admits that reviews were influenced.", words=words),
    severity="blocker",
    family="danger",
    source="Amazon moderator, Seller Forums 17378aec",
    why=message(
        "To press or pay a buyer for a review, or for its removal, is a violation of its own. Where the notice asks about it, say everything with dates; where it does not, think twice."
    ),
    admission=True,
)

EXAMPLES = (
    Example("fires", "We contacted the buyers to change their negative feedback."),
    Example("quiet", "Buyers may leave a review through Amazon only."),
    Example("near", "The variation family was split, and its reviews went with each item."),
)
