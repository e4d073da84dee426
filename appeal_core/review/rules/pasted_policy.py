"""Amazon’s own policy is recited to Amazon.

What it looks for
    Sentences that state what Amazon prohibits or what sellers must do.
Why Amazon cares
    It knows its policies; it asks what you did.
Example
    "Amazon prohibits the sale of counterfeit products."
Write instead
    "Each new listing is compared with the restricted products page (check sheet, Exhibit E)."
Sources
    Amazon help G201623610 (concise); trade practice.
"""

from __future__ import annotations

from appeal_core.language import message
from appeal_core.review.phrases import phrase_rule
from appeal_core.review.rule import Example

RULE = phrase_rule(
    "pasted-policy",
    lambda words: message("“{words}” tells Amazon its own rule.", words=words),
    severity="warning",
    family="tone",
    source="Amazon help G201623610",
    why=message("Amazon knows its rules. The room is better used for what you did."),
)

EXAMPLES = (
    Example("fires", "We understand that Amazon prohibits such products."),
    Example("quiet", "Each listing is compared with the restricted products page."),
    Example("near", "The file held titles that this store does not permit."),
)
