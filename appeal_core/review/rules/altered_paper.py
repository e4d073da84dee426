"""The letter admits that a paper was changed.

What it looks for
    Invoices, certificates, authorizations edited, redated, retouched or made by the seller. A paper
    that its issuer reissued stays.
Why Amazon cares
    Forged or manipulated documents are an enforcement cause of their own, and nearly always final.
Example
    "We only edited the invoice to make it clearer."
Write instead
    Send the paper as it was issued, and point to its line in the text; where it is wrong, let the
    issuer reissue it.
Sources
    Amazon moderator, Seller Forums 17378aec; Seller Forums 0921878a.
"""

from __future__ import annotations

from collections.abc import Iterator

from appeal_core.language import message
from appeal_core.review.admissions import admitted
from appeal_core.review.draft import Draft
from appeal_core.review.phrases import phrase_hits
from appeal_core.review.rule import Example, Hit, Rule


def _check(draft: Draft) -> Iterator[Hit]:
    hits = phrase_hits(
        "altered-paper", draft, lambda words: message("“{words}” says that a paper was changed.", words=words)
    )
    return admitted(hits, draft, "altered-paper")


RULE = Rule(
    id="altered-paper",
    severity="blocker",
    why=message(
        "A changed paper is an enforcement cause of its own and is nearly always final, even where nothing was meant by it. Do not send the paper; ask its issuer for a new one."
    ),
    source="Amazon moderator, Seller Forums 17378aec; Seller Forums 0921878a",
    check=_check,
    family="danger",
)

EXAMPLES = (
    Example("fires", "We only edited the invoice to make it clearer."),
    Example("quiet", "The invoices are complete and unaltered."),
    Example("near", "The invoice was reissued by the supplier on November 12."),
)
