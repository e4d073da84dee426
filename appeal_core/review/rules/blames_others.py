"""Someone else is blamed: the buyer, the carrier, a competitor, Amazon.

What it looks for
    Sentences that put the cause on others. A carrier named as a fact stays.
Why Amazon cares
    Amazon asks for a root cause in your own process; what others did cannot be put right by you.
Example
    "The customer did not read the description."
Write instead
    "The photo showed two chairs; the offer held one."
Sources
    Seller Forums d675e0b8 (one source); trade practice.
"""

from __future__ import annotations

from appeal_core.language import message
from appeal_core.review.phrases import phrase_rule
from appeal_core.review.rule import Example

RULE = phrase_rule(
    "blames-others",
    lambda words: message("“{words}” puts the cause on someone else.", words=words),
    severity="warning",
    family="tone",
    source="Seller Forums d675e0b8",
    why=message(
        "Amazon asks what in your own process went wrong. What others did cannot be mended by your plan."
    ),
)

EXAMPLES = (
    Example("fires", "The customer did not read the description.", match="customer did not read"),
    Example("fires", "Delays were caused by the carrier."),
    Example("quiet", "Our freight carrier collected on Tuesdays and Fridays only."),
    Example("near", "The carrier scanned these parcels on time, but we confirmed them late."),
    Example("near", "Seven buyers did not receive their parcels."),
)
