"""Capitals or exclamation marks shout.

What it looks for
    Exclamation marks, and three or more words in capitals in a row.
Why Amazon cares
    Its page asks for no emotive language.
Example
    "THIS IS NOT FAIR!!!"
Write instead
    The fact, in plain letters.
Sources
    Trade practice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from appeal_core.language import message
from appeal_core.review.draft import Draft
from appeal_core.review.rule import Example, Hit, Rule

_CAPITALS = re.compile(r"(?<![\w-])[A-Z]{2,}(?:[ ,]+[A-Z]{2,}){2,}(?![\w-])")
_MARKS = re.compile(r"[!！]+")
_PLAIN_WORD = re.compile(
    r"\b(?:NOT|NO|VERY|PLEASE|IS|ARE|OUR|WE|YOU|THE|THIS|NEVER|ALL|HAVE|NOTHING|IMPORTANT|MUST|AND|DID|DO)\b"
)


def _check(draft: Draft) -> Iterator[Hit]:
    for item in draft.items:
        if not (item.says_something or item.kind == "intro"):
            continue
        for match in _CAPITALS.finditer(item.text):
            if len(_PLAIN_WORD.findall(match.group())) >= 2:  # and not codes, names or a title
                yield _hit(item.start, match)
        for match in _MARKS.finditer(item.text):
            yield _hit(item.start, match)


def _hit(at: int, match: re.Match[str]) -> Hit:
    return Hit(message("“{words}” shouts.", words=match.group()), at + match.start(), at + match.end())


RULE = Rule(
    id="shouting",
    severity="advice",
    why=message("Capitals and exclamation marks are read as anger. The fact is stronger in plain letters."),
    source="trade practice",
    check=_check,
    family="tone",
)

EXAMPLES = (
    Example("fires", "Please read the invoices!!!", match="!!!"),
    Example("fires", "THIS IS VERY UNFAIR and we know it.", match="THIS IS VERY UNFAIR"),
    Example("quiet", "Please read the invoices."),
    Example("near", "ODR, LSR and VTR of SKU QX-77 (FBA, US, CA, MX) were read; label: FRAGILE GLASS ITEM."),
)
