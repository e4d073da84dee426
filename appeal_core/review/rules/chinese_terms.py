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

from appeal_core.language import message
from appeal_core.review.phrases import phrase_rule
from appeal_core.review.rule import Example

RULE = phrase_rule(
    "chinese-terms",
    lambda words: message("Amazon writes another word for “{words}”.", words=words),
    severity="advice",
    family="chinese",
    source="wearesellers.com 34575 (Amazon notice in Chinese); trade practice",
    why=message(
        "Amazon’s Chinese pages have fixed terms. Slang of sellers may not be understood by the reader."
    ),
)

EXAMPLES = (
    Example("fires", "账户被封。"),
    Example("quiet", "账户被停用。"),
    Example("near", "帮助页面链接见附件。"),
)
