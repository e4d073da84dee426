"""A word of the trade stands where Amazon has its own.

What it looks for
    In a Chinese letter: 封号, 快递单号, 差评, 链接, 站内信 and others, with Amazon’s own word for each.
Why Amazon cares
    Its Chinese pages and notices use fixed terms; the reader finds them faster than slang.
Example
    “收到差评后没有处理。”
Write instead
    “收到负面反馈后没有处理。”
Sources
    wearesellers.com 34575 (Amazon notice in Chinese); trade practice.
"""

from __future__ import annotations

from collections.abc import Iterator

from appeal_core.language import message
from appeal_core.review.draft import Draft
from appeal_core.review.phrases import phrase_hits
from appeal_core.review.rule import Example, Hit, Rule


def _check(draft: Draft) -> Iterator[Hit]:
    return phrase_hits(
        "chinese-terms",
        draft,
        lambda words: message("Amazon writes another word for “{words}”.", words=words),
    )


RULE = Rule(
    id="chinese-terms",
    severity="advice",
    why=message(
        "Amazon’s Chinese pages have fixed terms. Slang of sellers may not be understood by the reader."
    ),
    source="wearesellers.com 34575 (Amazon notice in Chinese); trade practice",
    check=_check,
    family="chinese",
    langs=frozenset({"zh"}),
)

EXAMPLES = (
    Example("fires", "账户被封。"),
    Example("quiet", "账户被停用。"),
    Example("near", "帮助页面链接见附件。"),
)
