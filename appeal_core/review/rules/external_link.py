"""The text sends the reader to a page elsewhere.

What it looks for
    Links to shared drives, videos and other pages. A supplier’s homepage and Amazon’s own pages stay.
Why Amazon cares
    Its notices say that external links are not accepted; nobody opens them.
Example
    "All photos: https://drive.google.com/..."
Write instead
    The files themselves, as exhibits.
Sources
    Amazon notices on intellectual property ("External links are not accepted").
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from appeal_core.language import message
from appeal_core.review.draft import Draft
from appeal_core.review.rule import Example, Hit, Rule

_LINK = re.compile(r"(?:https?://|(?<![\w.@/])www\.)[^\s()<>\[\]，。；）]{4,300}", re.IGNORECASE)
_OWN = re.compile(r"^(?:https?://)?(?:[\w-]+\.)*amazon\.[a-z.]{2,6}(?:/|$)", re.IGNORECASE)
_HOME = re.compile(r"^(?:https?://)?(?:www\.)?[\w.-]+/?$", re.IGNORECASE)


def _check(draft: Draft) -> Iterator[Hit]:
    for match in draft.matches(_LINK):
        link = match.group().rstrip(".,;:!?")
        if not _OWN.match(link) and not _HOME.match(link):
            text = message("“{words}” leads outside; Amazon does not open links.", words=link[:60])
            yield Hit(text, match.start(), match.start() + len(link))


RULE = Rule(
    id="external-link",
    severity="warning",
    why=message(
        "Amazon’s notices say that external links are not accepted. What stands behind one is not seen."
    ),
    source="Amazon notices on intellectual property",
    check=_check,
    family="structure",
)

EXAMPLES = (
    Example(
        "fires",
        "All photos: https://drive.google.com/drive/u/4bXq.",
        match="https://drive.google.com/drive/u/4bXq",
    ),
    Example("quiet", "All photos are in Exhibit A."),
    Example(
        "near", "Supplier: Harbor Tools Co., https://www.harbortools.example, sales@harbortools.example."
    ),
    Example("near", "See https://sellercentral.amazon.com/help/hub/reference/G201623610."),
)
