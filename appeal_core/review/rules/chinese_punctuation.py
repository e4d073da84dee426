"""Chinese or full-width characters stand in the English text.

What it looks for
    Full-width punctuation, letters and digits, and Chinese characters, in an English draft.
Why Amazon cares
    They come out as boxes in some forms, and make figures unsearchable.
Example
    "37 orders，8.98％。"
Write instead
    "37 orders, 8.98%."
Sources
    Trade practice.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from appeal_core.language import message
from appeal_core.review.draft import Draft
from appeal_core.review.rule import Example, Hit, Rule

_WIDE = re.compile(r"[\u3000-\u3003\u3008-\u3011\u3014-\u301b\uff01-\uff5e\uffe0-\uffe5]+")
_CHINESE = re.compile(r"[\u3400-\u9fff](?:[\u3400-\u9fff\u3000-\u303f\uff00-\uffef]*[\u3400-\u9fff])?")
_ASCII = {
    "。": ".",
    "、": ",",
    "《": '"',
    "》": '"',
    "「": '"',
    "」": '"',
    "【": "[",
    "】": "]",
    "\u3000": " ",
}


def _check(draft: Draft) -> Iterator[Hit]:
    for match in _WIDE.finditer(draft.text):
        plain = "".join(_ASCII.get(c, unicodedata.normalize("NFKC", c)) for c in match.group())
        text = message("“{words}” is a full-width character.", words=match.group())
        yield Hit(text, match.start(), match.end(), suggestion=plain)
    for match in _CHINESE.finditer(draft.text):
        text = message("“{words}” is Chinese in an English text.", words=match.group())
        yield Hit(text, match.start(), match.end())


RULE = Rule(
    id="chinese-punctuation",
    severity="warning",
    why=message(
        "Full-width characters come out as boxes in some forms, and figures with them are not found by a search."
    ),
    source="trade practice",
    check=_check,
    family="english",
)

EXAMPLES = (
    Example("fires", "37 orders were late， 8.98 percent in total.", match="，"),
    Example("fires", "The carrier 云途 collected the parcels on Tuesdays and Fridays.", match="云途"),
    Example("quiet", "37 orders were late, 8.98% in total."),
    Example("near", "The buyer’s “late” order – 37 of 412 – was confirmed in the café on November 14…"),
    Example("near", "37 笔订单延迟，占 8.98%。"),
)
