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

from collections.abc import Iterator

from appeal_core.language import message
from appeal_core.review.draft import Draft
from appeal_core.review.phrases import phrase_hits
from appeal_core.review.rule import Example, Hit, Rule


def _check(draft: Draft) -> Iterator[Hit]:
    return phrase_hits(
        "ignorance", draft, lambda words: message("“{words}” pleads not knowing.", words=words)
    )


RULE = Rule(
    id="ignorance",
    severity="warning",
    why=message(
        "Not knowing a rule explains nothing that your plan can mend, and every seller has agreed to the rules."
    ),
    source="trade practice",
    check=_check,
    family="tone",
)

EXAMPLES = (
    Example("fires", "We were not aware of this policy.", match="We were not aware"),
    Example("quiet", "New listings were not compared with the restricted products list."),
    Example("near", "We did not know which orders had been scanned, because no list was kept."),
)
