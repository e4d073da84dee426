"""The letter introduces the business, thanks, or flatters.

What it looks for
    Company history, thanks, valued customers, growth, sales figures.
Why Amazon cares
    Amazon’s page asks to leave out an introduction of product, business or customer.
Example
    "Our company was founded in 2012."
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
    "business-introduction",
    lambda words: message("“{words}” introduces or pads; it says nothing about the problem.", words=words),
    severity="warning",
    family="tone",
    source="Amazon help G201623610",
    why=message(
        "Amazon’s own page asks to focus on the facts, without an introduction of your product, business or customers."
    ),
)

EXAMPLES = (
    Example("fires", "Our company was founded in 2012.", match="Our company was founded in 2012"),
    Example("quiet", "Our late shipment rate passed the 4% target."),
    Example("near", "The two bench items will be reopened last."),
)
