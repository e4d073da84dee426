"""The letter admits the violation and denies it.

What it looks for
    Words that take responsibility and words that deny, in one letter; and words that admit in a
    dispute.
Why Amazon cares
    There are two doors: acknowledge with a plan, or dispute with evidence. One letter cannot take both.
Example
    "We take full responsibility ... our listings do not violate policies."
Write instead
    Choose one door and say only that.
Sources
    Amazon notices ("Has your account been deactivated in error?").
"""

from __future__ import annotations

from collections.abc import Iterator

from appeal_core.language import message
from appeal_core.review.draft import Draft
from appeal_core.review.examples import noticed
from appeal_core.review.knowledge import knowledge
from appeal_core.review.rule import Example, Hit, Rule


def _check(draft: Draft) -> Iterator[Hit]:
    words = knowledge()
    admits, denies = words.admits.search(draft.text), words.denies.search(draft.text)
    page = "notice" if draft.context.case else ""
    if admits and denies:
        text = message(
            "The text admits (“{admits}”) and denies (“{denies}”).",
            admits=admits.group(),
            denies=denies.group(),
        )
        yield Hit(text, denies.start(), denies.end(), page=page)
    elif admits and draft.context.route == "dispute":
        text = message("A dispute cannot admit: “{admits}”.", admits=admits.group())
        yield Hit(text, admits.start(), admits.end(), page=page)


RULE = Rule(
    id="admits-and-denies",
    severity="blocker",
    why=message(
        "Amazon opens two doors: acknowledge with a plan, or dispute with evidence. A letter that takes both is believed in neither."
    ),
    source="wearesellers.com 17529 (Amazon notice)",
    check=_check,
    family="off_cause",
)

_DISPUTE = noticed(route="dispute")

EXAMPLES = (
    Example("fires", "We take full responsibility. We assure you that our listings do not violate policies."),
    Example("fires", "We take full responsibility for this issue.", _DISPUTE),
    Example("quiet", "These delays came from our own settings and monitoring."),
    Example("quiet", "The account was deactivated in error: Exhibit A shows the scans.", _DISPUTE),
    Example("near", "The carrier scanned these parcels on time, but we confirmed them late."),
)
