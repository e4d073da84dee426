"""An article is missing.

What it looks for
    Carrier, supplier, warehouse, system and roles without the, a or our.
Why Amazon cares
    It forgives English, but a sentence that must be guessed may be misread.
Example
    "We contacted carrier."
Write instead
    "We contacted the carrier."
Sources
    Trade practice (English of Chinese-speaking sellers).
"""

from __future__ import annotations

from appeal_core.language import message
from appeal_core.review.phrases import phrase_rule
from appeal_core.review.rule import Example

RULE = phrase_rule(
    "missing-article",
    lambda words: message("“{words}” needs an article: the, a or our.", words=words),
    severity="advice",
    family="english",
    source="trade practice (English of Chinese-speaking sellers)",
    why=message("A single thing that can be counted takes the, a or our in English."),
)

EXAMPLES = (
    Example("fires", "We asked supplier for it."),
    Example("quiet", "We asked the supplier for it."),
    Example("near", "It stayed in the warehouse."),
)
