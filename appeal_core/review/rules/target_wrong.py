"""A target of Amazon’s is given wrongly.

What it looks for
    "The target is 5%" and the like beside the name of one rate, against the catalogue of metrics. A
    limit of your own stays.
Why Amazon cares
    Who gives the target wrongly seems not to know the rate that he is asked about.
Example
    "Our late shipment rate passed the target of 5%."
Write instead
    "... the target of 4%."
Sources
    Amazon help G200285170, G200205250 and the pages of each rate (in the catalogue of metrics).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from appeal_core.catalog import metrics
from appeal_core.language import message, percent_text
from appeal_core.review.draft import Draft
from appeal_core.review.rule import Example, Hit, Rule

_STATED = re.compile(
    r"(?:target|goal|requirement|standard)\w* (?:\w+ ){0,6}?(?:is |was |of |for |at |under |over |below |above |least |less |more |than )+(?P<a>\d+(?:\.\d+)?) ?%"
    r"|(?P<b>\d+(?:\.\d+)?) ?% (?:target|goal|requirement)"
    r"|(?:目标|要求|标准)(?:为|是)?(?:低于|高于|不低于|不高于|小于|大于|超过)? ?(?P<c>\d+(?:\.\d+)?) ?%|(?P<d>\d+(?:\.\d+)?) ?% ?的(?:目标|要求|标准)",
    re.IGNORECASE,
)
_OWN = re.compile(r"\b(?:our own|internal|alarm|own)\b|内部|自己|警戒", re.IGNORECASE)


def _check(draft: Draft) -> Iterator[Hit]:
    for sentence in draft.sentences:
        if "%" not in sentence.text or sentence.part == "prevention" or _OWN.search(sentence.text):
            continue
        named = {
            m.target
            for m in metrics().values()
            if m.part_of is None and _names(m.name.en, m.short, m.name.zh, sentence.text)
        }
        if len(named) != 1:
            continue
        (target,) = named
        for match in _STATED.finditer(sentence.text):
            group = next(g for g in "abcd" if match[g])
            if abs(float(match[group]) - target * 100) > 0.001:
                right = percent_text(target, "en")
                start = sentence.start + match.start(group)
                text = message("Amazon’s target for this rate is {right}.", right=right)
                yield Hit(
                    text,
                    start,
                    sentence.start + sentence.text.index("%", match.end(group)) + 1,
                    suggestion=right,
                )


def _names(name: str, short: str, chinese: str, text: str) -> bool:
    return (
        name.lower() in text.lower()
        or bool(re.search(rf"(?<!\w){re.escape(short)}(?!\w)", text))
        or chinese in text
    )


RULE = Rule(
    id="target-wrong",
    severity="blocker",
    why=message("Amazon knows its target. A wrong one makes the reader doubt every other figure."),
    source="Amazon help G200205250",
    check=_check,
    family="truth",
)

EXAMPLES = (
    Example("fires", "Our late shipment rate passed the target of 5%.", match="5%"),
    Example("fires", "我们的取消率超过了 4% 的目标。", match="4%"),
    Example("quiet", "Our late shipment rate passed the 4% target."),
    Example("near", "Our own alarm for the late shipment rate has a target of 2%."),
    Example("near", "Our order defect rate was 1.4%; the target is under 1%."),
)
