"""British and American spelling stand side by side.

What it looks for
    Both spellings in one letter: colour and color, organised and organized, cancelled and canceled; or
    the other one than the store’s own.
Why Amazon cares
    It reads like two hands; nothing worse.
Example
    "The colour label" here, "the color chart" there.
Write instead
    One spelling throughout: the one of the store’s country.
Sources
    Trade practice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from appeal_core.language import message
from appeal_core.review.draft import Draft
from appeal_core.review.rule import Example, Hit, Rule

_BRITISH = re.compile(r"\b(?:colours?|labell(?:ed|ing)|organis\w+|realis\w+|apologis\w+|catalogues?|centres?|favourites?|behaviours?|cheques?|licences?|authoris\w+|recognis\w+|synchronis\w+|travelled|metres?|grey|programmes?)\b", re.I)  # fmt: skip
_AMERICAN = re.compile(r"\b(?:colors?|label(?:ed|ing)|organiz\w+|realiz\w+|apologiz\w+|catalogs?|centers?|favorites?|behaviors?|checks? by mail|authoriz\w+|recogniz\w+|synchroniz\w+|traveled|gray)\b", re.I)  # fmt: skip
_NAMES = re.compile(r"(?-i:[A-Z]{2,}|letters? of authorization|Letter of Authorization)")


def _check(draft: Draft) -> Iterator[Hit]:
    said = " ".join(s.text for s in draft.sentences if s.item.says_something)
    british = [m for m in draft.matches(_BRITISH) if not _NAMES.match(m.group())]
    american = [m for m in draft.matches(_AMERICAN) if not _NAMES.match(m.group())]
    if not said or not british or not american:
        return
    rare = british if len(british) <= len(american) else american
    text = message(
        "“{british}” is British and “{american}” American spelling; keep one.",
        british=british[0].group(), american=american[0].group(),
    )  # fmt: skip
    yield Hit(text, rare[0].start(), rare[0].end())


RULE = Rule(
    id="mixed-spelling",
    severity="advice",
    why=message("Two spellings read like two authors. Keep the one of the store’s country."),
    source="trade practice",
    check=_check,
    family="english",
    about="whole",
)

EXAMPLES = (
    Example("fires", "The colour label was printed. The color chart was replaced."),
    Example("quiet", "The colour label was printed. The catalogue was corrected."),
    Example("near", "The color label was printed. The catalog was corrected."),
)
