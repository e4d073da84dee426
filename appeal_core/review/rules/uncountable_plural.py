"""A plural that English does not have.

What it looks for
    informations, feedbacks, evidences, equipments, advices, staffs, trainings.
Why Amazon cares
    It forgives English, but a sentence that must be guessed may be misread.
Example
    "All feedbacks were answered."
Write instead
    "All feedback was answered."
Sources
    Trade practice (English of Chinese-speaking sellers).
"""

from __future__ import annotations

from appeal_core.language import message
from appeal_core.review.phrases import phrase_rule
from appeal_core.review.rule import Example

RULE = phrase_rule(
    "uncountable-plural",
    lambda words: message("“{words}” has no plural in English.", words=words),
    severity="advice",
    family="english",
    source="trade practice (English of Chinese-speaking sellers)",
    why=message("Some words are not counted in English; pieces of them are: two pieces of evidence."),
)

EXAMPLES = (
    Example("fires", "We send the informations."),
    Example("quiet", "We send the information."),
    Example("near", "All feedback was answered."),
)
