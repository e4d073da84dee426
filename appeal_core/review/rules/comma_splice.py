"""Two sentences are joined by a comma only.

What it looks for
    "We checked the stock, it was wrong": two whole clauses and a comma.
Why Amazon cares
    It forgives English, but a sentence that must be guessed may be misread.
Example
    "We checked the stock, it was wrong."
Write instead
    "We checked the stock, and it was wrong." Or two sentences.
Sources
    Trade practice (English of Chinese-speaking sellers).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from appeal_core.language import message
from appeal_core.review.draft import Draft
from appeal_core.review.rule import Example, Hit, Rule

_START = re.compile(
    r"^(?:[-–•*] |\d+(?:\.\d+)*[.)]? )?(?:We|I|They|He|She|It|The \w+(?: \w+)?|Our \w+(?: \w+)?|This|These|Nobody)\s(?=\w)"
)
_SECOND = re.compile(
    r", (?:we|it|they|he|she|I|this|nobody|everybody|the \w+) (?:\w+ly )?(?:was|were|is|are|did|do|does|had|have|has|will|can|could|printed|changed|sent|found|saw|checked|went|came|got|made|told|asked|bought|sold|used|lost|refunded|stopped|failed|forgot)\b"
)
_JOINS = re.compile(
    r"\b(?:because|when|while|after|before|if|although|though|since|as|once|until|unless|so|that|which|who|where|whose|and|but|or|nor|both|either)\b|[;:]",
    re.IGNORECASE,
)


def _check(draft: Draft) -> Iterator[Hit]:
    for sentence in draft.sentences:
        if not sentence.item.says_something or sentence.item.kind == "row" or not _START.match(sentence.text):
            continue
        second = _SECOND.search(sentence.text)
        if second and not _JOINS.search(sentence.text[: second.start()]) and sentence.text.count(",") == 1:
            text = message("“{words}”: two sentences are joined by a comma.", words=second.group())
            yield Hit(text, sentence.start, sentence.end)


RULE = Rule(
    id="comma-splice",
    severity="advice",
    why=message("In English a comma alone does not join two sentences. A full stop, or “and”, does."),
    source="trade practice",
    check=_check,
    family="english",
)

EXAMPLES = (
    Example("fires", "We checked the stock, it was wrong."),
    Example("quiet", "We checked the stock, and it was wrong."),
    Example("near", "After the count, we closed three offers."),
    Example("near", "The upload, which had failed, was repeated."),
)
