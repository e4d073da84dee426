"""The letter greets, thanks or hopes.

What it looks for
    Wishes, thanks to Amazon, "looking forward", "I am writing to". A closing "Sincerely" stays.
Why Amazon cares
    Its page asks to be clear and concise and to focus on the facts.
Example
    "I hope this message finds you well."
Write instead
    Begin with what happened, in numbers.
Sources
    Amazon help G201623610.
"""

from __future__ import annotations

from appeal_core.language import message
from appeal_core.review.phrases import phrase_rule
from appeal_core.review.rule import Example

RULE = phrase_rule(
    "pleasantries",
    lambda words: message("“{words}” is a courtesy that says nothing.", words=words),
    severity="warning",
    family="tone",
    source="Amazon help G201623610",
    why=message("A hurried reader sees the first line first. Let it hold the fact that matters."),
)

EXAMPLES = (
    Example("fires", "I hope this message finds you well."),
    Example("quiet", "Our late shipment rate passed the 4% target."),
    Example("near", "The brand owner thanked the supplier for the list."),
)
