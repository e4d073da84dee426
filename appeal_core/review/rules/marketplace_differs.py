"""The letter names another store of Amazon than the notice.

What it looks for
    Amazon.de, Amazon.co.uk and the like, where the notice came from another store.
Why Amazon cares
    It shows a letter made for another account.
Example
    A notice of Amazon.com, and "our account on Amazon.co.uk" in the letter.
Write instead
    The store that sent the notice.
Sources
    Trade practice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from appeal_core.catalog import marketplaces
from appeal_core.language import message
from appeal_core.review.draft import Draft
from appeal_core.review.examples import noticed
from appeal_core.review.rule import Example, Hit, Rule

_STORE = re.compile(r"(?<![\w@./-])Amazon\.(?:com\.\w{2}|co\.\w{2}|\w{2,3})(?![\w/-])", re.IGNORECASE)
_ALSO = re.compile(
    r"other (?:stores?|regions?|accounts?)|both|related|also|as well|其他|两个|同时", re.IGNORECASE
)


def _check(draft: Draft) -> Iterator[Hit]:
    store = marketplaces().get(draft.context.store or "")
    if store is None:
        return
    own = f"amazon.{store.domain.removeprefix('amazon.')}".lower()
    for sentence in draft.sentences:
        for match in _STORE.finditer(sentence.text):
            if match.group().lower() != own and not _ALSO.search(sentence.text):
                text = message(
                    "The notice comes from {store}, and the text names {words}.",
                    store=own.capitalize(),
                    words=match.group(),
                )
                yield Hit(text, sentence.start + match.start(), sentence.start + match.end())


RULE = Rule(
    id="marketplace-differs",
    severity="warning",
    why=message(
        "The notice comes from one store. Another store’s name shows a letter that was made for something else."
    ),
    source="trade practice",
    check=_check,
    family="off_cause",
)

_US = noticed(marketplace="US")

EXAMPLES = (
    Example("fires", "Our account on Amazon.co.uk was deactivated.", _US, match="Amazon.co.uk"),
    Example("quiet", "Our account on Amazon.com was deactivated.", _US),
    Example("near", "Our other accounts, on Amazon.co.uk and Amazon.de, are active.", _US),
)
