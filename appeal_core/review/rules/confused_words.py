"""A word that is taken for another.

What it looks for
    according our, loose for lose, then for than, effected for affected, discuss about, over than.
Why Amazon cares
    It forgives English, but a sentence that must be guessed may be misread.
Example
    "We loose many parcels."
Write instead
    "We lose many parcels."
Sources
    Trade practice (English of Chinese-speaking sellers).
"""

from __future__ import annotations

from appeal_core.language import message
from appeal_core.review.phrases import phrase_rule
from appeal_core.review.rule import Example

RULE = phrase_rule(
    "confused-words",
    lambda words: message("“{words}”: another word is meant.", words=words),
    severity="advice",
    family="english",
    source="trade practice (English of Chinese-speaking sellers)",
    why=message("The word that stands there means something else, or does not go with its neighbour."),
)

EXAMPLES = (
    Example("fires", "According the report it is so."),
    Example("quiet", "Exhibit A holds the scans."),
    Example("near", "According to the report it is so."),
)
