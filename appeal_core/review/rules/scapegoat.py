"""One employee, often a new one, is named as the cause.

What it looks for
    An employee, assistant or newcomer who "made a mistake".
Why Amazon cares
    It is the stock excuse of bought templates, and it leaves open why nothing caught the slip.
Example
    "One new employee made a mistake."
Write instead
    "Listings went live without a second person comparing them with the invoice."
Sources
    mj.uxup.cn/16944; shuzhiduo.com/A/8Bz88q6Nzx (one source each).
"""

from __future__ import annotations

from appeal_core.language import message
from appeal_core.review.phrases import phrase_rule
from appeal_core.review.rule import Example

RULE = phrase_rule(
    "scapegoat",
    lambda words: message("“{words}” makes one person the cause.", words=words),
    severity="warning",
    family="tone",
    source="shuzhiduo.com/A/8Bz88q6Nzx",
    why=message(
        "This excuse stands in many bought templates. A person’s slip reaches a buyer only where the process has no check."
    ),
)

EXAMPLES = (
    Example(
        "fires",
        "One new employee made a mistake and listed it.",
        match="One new employee made a mistake and listed",
    ),
    Example("quiet", "Nobody compared parcels handed over with orders confirmed."),
    Example("near", "The warehouse lead trains each new packer on the first day."),
)
