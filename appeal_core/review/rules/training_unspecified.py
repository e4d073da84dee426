"""A training or meeting without who, when and what.

What it looks for
    "We trained our staff", "a meeting was held", more training to come.
Why Amazon cares
    Its most common reply asks for greater detail; a training that nobody can date proves nothing.
Example
    "We trained our team."
Write instead
    "November 6: two packers were trained on the scan form and signed the sheet (Exhibit F)."
Sources
    Amazon reply, Seller Forums 1285474; trade practice.
"""

from __future__ import annotations

from appeal_core.language import message
from appeal_core.review.phrases import phrase_rule
from appeal_core.review.rule import Example

RULE = phrase_rule(
    "training-unspecified",
    lambda words: message("“{words}” does not say who was trained, when, and on what.", words=words),
    severity="warning",
    family="done",
    source="Amazon reply, Seller Forums 1285474",
    why=message(
        "Nearly every refused plan names a training. A day, the people and the signed sheet make it believable."
    ),
)

EXAMPLES = (
    Example("fires", "We trained our staff."),
    Example(
        "quiet", "November 6: two packers were trained on the scan form and signed the sheet (Exhibit F)."
    ),
    Example("near", "No one on duty was trained to confirm shipments."),
)
