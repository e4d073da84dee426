"""The letter tells of calls, cases and earlier appeals.

What it looks for
    What Seller Support said, opened cases, how often you wrote, that nobody answered.
Why Amazon cares
    Its page asks to remove other questions and references to support cases.
Example
    "Seller Support told us that everything was fine."
Write instead
    Only what answers the notice.
Sources
    Amazon help G201623610.
"""

from __future__ import annotations

from appeal_core.language import message
from appeal_core.review.phrases import phrase_rule
from appeal_core.review.rule import Example

RULE = phrase_rule(
    "support-history",
    lambda words: message("“{words}” tells of earlier calls or appeals.", words=words),
    severity="warning",
    family="tone",
    source="Amazon help G201623610",
    why=message(
        "Amazon’s page asks to leave out other questions and support cases. They answer nothing that the notice asks."
    ),
)

EXAMPLES = (
    Example("fires", "We called Seller Support and asked for help."),
    Example("quiet", "Amazon’s notice of November 3 asks for invoices."),
    Example("near", "The supplier was called on November 4 and sent the list."),
)
