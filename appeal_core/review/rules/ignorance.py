"""The seller did not know, was unaware, did it by accident.

What it looks for
    Not knowing a rule or a fact as the reason.
Why Amazon cares
    Every seller has agreed to the policies; not knowing shows that no check exists.
Example
    "We were not aware of this policy."
Write instead
    "New listings were not compared with the restricted products list."
Sources
    Amazon help G201623610; trade practice.
"""

from __future__ import annotations

from appeal_core.language import message
from appeal_core.review.phrases import phrase_rule
from appeal_core.review.rule import Example

RULE = phrase_rule(
    "ignorance",
    lambda words: message("“{words}” pleads not knowing.", words=words),
    severity="warning",
    family="tone",
    source="trade practice",
    why=message(
        "Not knowing a rule explains nothing that your plan can mend, and every seller has agreed to the rules."
    ),
)

EXAMPLES = (
    Example("fires", "We were not aware of this policy.", match="We were not aware"),
    Example("quiet", "New listings were not compared with the restricted products list."),
    Example("near", "We did not know which orders had been scanned, because no list was kept."),
)
