"""Words that could stand in any appeal.

What it looks for
    "Do better", "strict QC", "in a timely manner", policies read.
Why Amazon cares
    Amazon’s most common reply asks for greater detail.
Example
    "We have improved our quality control."
Write instead
    "Each inbound batch is sampled: 32 units of 500, sheet signed by the QC lead."
Sources
    Amazon reply, Seller Forums 1285474; trade practice.
"""

from __future__ import annotations

from appeal_core.language import message
from appeal_core.review.phrases import phrase_rule
from appeal_core.review.rule import Example

RULE = phrase_rule(
    "vague-words",
    lambda words: message("“{words}” could stand in any letter.", words=words),
    severity="warning",
    family="done",
    source="Amazon reply, Seller Forums 1285474",
    why=message(
        "Amazon’s most common reply asks for greater detail: what exactly, when, by whom, with which result."
    ),
)

EXAMPLES = (
    Example("fires", "We have improved our quality control.", match="have improved our quality"),
    Example("quiet", "29 orders could not be handed over by the expected ship date."),
    Example("near", "November 15: the packers were trained on the new carton (Exhibit C, signed list)."),
)
