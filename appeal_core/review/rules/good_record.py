"""A good record is offered instead of an answer.

What it looks for
    Good feedback, green metrics, years without a complaint, "always followed the rules".
Why Amazon cares
    It can see the record; it asks about the failure.
Example
    "In five years we never had a single complaint."
Write instead
    Which step failed, and since when it is mended.
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
        "good-record",
        draft,
        lambda words: message("“{words}” praises the record; it does not answer the notice.", words=words),
    )


RULE = Rule(
    id="good-record",
    severity="warning",
    why=message("Amazon sees your record itself. What it asks is why the problem came about."),
    source="Amazon help G201623610",
    check=_check,
    family="tone",
)

EXAMPLES = (
    Example("fires", "Our account health is good."),
    Example("quiet", "We have never owned the account named in the notice."),
    Example("near", "The account health page was opened once a week only."),
)
