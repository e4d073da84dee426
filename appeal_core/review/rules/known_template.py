"""A sentence of the letters that everybody sends.

What it looks for
    Sentences that stand in the widely passed-on templates, word for word or nearly.
Why Amazon cares
    Sellers pass these on; a reader has seen them hundreds of times, and they hold no fact.
Example
    "After a thorough internal investigation, we have identified the root cause."
Write instead
    The fact itself: "The evening upload failed on November 2, 6 and 9."
Sources
    Seller Forums 229385 (a seller’s report); trade practice.
"""

from __future__ import annotations

from collections.abc import Iterator

from appeal_core.language import message
from appeal_core.review.draft import Draft
from appeal_core.review.phrases import phrase_hits
from appeal_core.review.rule import Example, Hit, Rule


def _check(draft: Draft) -> Iterator[Hit]:
    return phrase_hits(
        "known-template",
        draft,
        lambda words: message("“{words}” stands in many bought letters.", words=words),
    )


RULE = Rule(
    id="known-template",
    severity="warning",
    why=message("A reviewer has read this sentence many times, and it holds no fact of yours. Say your own."),
    source="Seller Forums 229385",
    check=_check,
    family="originality",
)

EXAMPLES = (
    Example("fires", "We take full responsibility for this matter and want to share our plan of action."),
    Example("quiet", "The failure lay in our own process."),
    Example("near", "The investigation of November 4 found 9 unscanned parcels."),
)
