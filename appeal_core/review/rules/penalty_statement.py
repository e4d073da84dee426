"""The letter holds a statement under penalty.

What it looks for
    Perjury, oaths, affidavits, "all legal consequences".
Why Amazon cares
    Only a copyright counter-notice asks for such a statement; elsewhere it adds risk and no proof.
Example
    "I declare under penalty of perjury that all of this is true."
Write instead
    Leave it out; where a counter-notice asks for it, every word must be true and a lawyer should read
    it.
Sources
    17 U.S.C. 512(g)(3) (counter-notice); trade practice.
"""

from __future__ import annotations

from appeal_core.language import message
from appeal_core.review.phrases import phrase_rule
from appeal_core.review.rule import Example

RULE = phrase_rule(
    "penalty-statement",
    lambda words: message("“{words}” is a statement with legal consequences.", words=words),
    severity="warning",
    family="danger",
    source="17 U.S.C. 512(g)(3); trade practice",
    why=message(
        "Such a statement binds whoever signs it. Only a copyright counter-notice asks for one; have it read by a lawyer, or leave it out."
    ),
)

EXAMPLES = (
    Example("fires", "We declare this under penalty of perjury."),
    Example("quiet", "The legal representative signed the declaration."),
    Example("near", "The declaration of conformity is Exhibit B."),
)
