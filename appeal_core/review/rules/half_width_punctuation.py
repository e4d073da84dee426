"""Half-width punctuation stands in Chinese text.

What it looks for
    Commas, colons, semicolons, question marks and brackets of ASCII beside a Chinese character.
Why Amazon cares
    Its own Chinese pages use full-width punctuation; the other looks careless.
Example
    “附件 A:发票”
Write instead
    “附件 A：发票”
Sources
    Trade practice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from appeal_core.language import message
from appeal_core.review.draft import Draft
from appeal_core.review.rule import Example, Hit, Rule

_HALF = re.compile(r"(?<=[\u3400-\u9fff])[,;:?!()]|[,;:?!()](?=[\u3400-\u9fff])")
_WIDE = str.maketrans(",;:?!()", "，；：？！（）")


def _check(draft: Draft) -> Iterator[Hit]:
    for match in draft.matches(_HALF):
        wide = match.group().translate(_WIDE)
        text = message("“{words}” is half-width; Chinese takes “{wide}”.", words=match.group(), wide=wide)
        yield Hit(text, match.start(), match.end(), suggestion=wide)


RULE = Rule(
    id="half-width-punctuation",
    severity="advice",
    why=message("Amazon’s Chinese pages use full-width punctuation. The other looks careless."),
    source="trade practice",
    check=_check,
    family="chinese",
)

EXAMPLES = (
    Example("fires", "仓库没有盘点;系统也没有报警。", match=";"),
    Example("quiet", "仓库没有盘点；系统也没有报警。"),
    Example("near", "11 月 14 日 11:00 核对（MF-01, MF-02）。"),
)
