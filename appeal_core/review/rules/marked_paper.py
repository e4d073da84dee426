"""Marks were made on a paper.

What it looks for
    Invoices, certificates or identity papers that were highlighted, circled or annotated.
Why Amazon cares
    Its page on plans allows to highlight the relevant area, but sellers report that marked invoices
    were taken for altered ones, and identity papers must stay unmarked.
Example
    "We circled the product on the invoice."
Write instead
    "Exhibit A, line 4" in the text, and the paper untouched.
Sources
    Amazon help G201623610; Seller Forums 0921878a and f5d1aa80 (sellers’ reports).
"""

from __future__ import annotations

from appeal_core.language import message
from appeal_core.review.phrases import phrase_rule
from appeal_core.review.rule import Example

RULE = phrase_rule(
    "marked-paper",
    lambda words: message("“{words}”: marks on a paper can be taken for a change.", words=words),
    severity="advice",
    family="danger",
    source="Amazon help G201623610; Seller Forums 0921878a",
    why=message(
        "Amazon’s page allows marks, but sellers report that marked papers were judged as altered. The line can be named in the text instead."
    ),
)

EXAMPLES = (
    Example("fires", "We highlighted the item in the invoice."),
    Example("quiet", "Exhibit A is the invoice; the product stands in line 4."),
    Example("near", "We marked the shelf of the returned units."),
)
