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

from appeal_core.language import message
from appeal_core.review.phrases import phrase_rule
from appeal_core.review.rule import Example

RULE = phrase_rule(
    "altered-paper",
    lambda words: message("“{words}” says that a paper was changed.", words=words),
    severity="blocker",
    family="danger",
    source="Amazon moderator, Seller Forums 17378aec; Seller Forums 0921878a",
    why=message(
        "A changed paper is an enforcement cause of its own and is nearly always final, even where nothing was meant by it. Do not send the paper; ask its issuer for a new one."
    ),
    admission=True,
)

EXAMPLES = (
    Example("fires", "We only edited the invoice to make it clearer."),
    Example("quiet", "The invoices are complete and unaltered."),
    Example("near", "The invoice was reissued by the supplier on November 12."),
)
