"""The part on actions taken speaks of the future.

What it looks for
    "We will", "we plan to", "will be done" among the actions already taken.
Why Amazon cares
    "Corrective action items you have listed have not been implemented" is one of its refusals.
Example
    "We will change the handling time."
Write instead
    Do it first: "November 14: handling time changed from 1 to 4 business days (Exhibit B)."
Sources
    Amazon reply, Seller Forums f46441f0.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from appeal_core.language import message
from appeal_core.review.draft import Draft
from appeal_core.review.rule import Example, Hit, Rule

_FUTURE = re.compile(
    r"\b(?:we|I|our \w+(?: \w+)?|they|the (?:team|warehouse|owner|manager|carrier|supplier)) (?:will|shall|are going to|am going to|is going to|plans? to|(?:are |am |is )?planning to|(?:are|am|is) (?:still |now |currently )?(?:in the process of|looking for|working on|searching for|preparing to|considering)|(?:have|has) decided to|intends? to|hopes? to|would like to)\b(?: \w+){0,2}"
    r"|\b(?:we|I)['’]ll \w+|\b(?:will|shall) be (?:\w+ly )?\w+(?:ed|en|pt|ught|nt)\b"
    r"|\b(?:is|are) going to (?:be )?\w+|\b\w+ will (?:start|begin|join|be (?:hired|launched|ready|available))\b|正在(?:计划|考虑|寻找|准备|联系)"
    r"|\b(?:we|I) (?:are|am) (?:currently |now |still )?(?:having|getting) \w+(?: \w+){0,3} (?:\w+ed|made|done|built)\b"
    r"|\b(?:is|are) (?:to be|about to|due to be|scheduled (?:to|for)|expected to) (?:\w+ly )?\w+"
    r"|(?:下(?:个)?(?:月|周|季度|星期)|明年|[年月]底前|近期|日后|后续|不久|接下来|稍后|届时).{0,6}(?:将|会|要|拟|再|安装|完成|更换|进行|安排|启用|上线|实施)"
    r"|(?:我们?|公司|团队)(?:将会?(?!(?!把)[^，。；]{1,24}(?:改为|改成|调整?[为至到]|设置?为|延长[为至到]|移[至到]|[更替]换为))|打算|计划|准备|会(?!议))(?!计)|即将|(?:准备|打算|计划)(?:于|在|下|明|本|近|尽)|将(?:会|要|尽快|立即|进行|逐步)",
    re.IGNORECASE,
)
_TOLD = re.compile(
    r"\b(?:told|tells?|informed|inform|notif\w+|wrote|explain\w*|agreed|confirmed|so that|which|that|when|until|if|where|who)\b[^.;]*$|告知|通知",
    re.IGNORECASE,
)


def _check(draft: Draft) -> Iterator[Hit]:
    for sentence in draft.sentences:
        if sentence.part != "actions" or not sentence.item.says_something:
            continue
        for match in _FUTURE.finditer(sentence.text):
            if _TOLD.search(sentence.text[: match.start()]) or _proven(sentence.text, match.group()):
                continue
            text = message(
                "“{words}” has not happened yet; this part holds only what is done.", words=match.group()
            )
            yield Hit(text, sentence.start + match.start(), sentence.start + match.end(), instead=_INSTEAD)
            break


def _proven(text: str, words: str) -> bool:
    """Whether somebody else's later step is shown by a paper that exists."""
    return words.lower().startswith("will be") and bool(_PAPER.search(text))


_PAPER = re.compile(
    r"\b(?:receipt|contract|amendment|order confirmation) (?:is|was|of|dated|names)\b", re.IGNORECASE
)
_INSTEAD = message("Do it first and write it in the past with its day, or move it to prevention.")

RULE = Rule(
    id="future-in-actions",
    severity="blocker",
    why=message(
        "Amazon checks whether the actions listed were carried out, and refuses plans whose actions are not."
    ),
    source="Amazon reply, Seller Forums f46441f0",
    check=_check,
    family="done",
)

_HEAD = "Actions completed\n"

EXAMPLES = (
    Example("fires", _HEAD + "We will change the handling time.", match="We will change the"),
    Example("fires", "已采取的措施\n我们将修改备货时间。", match="我们将"),
    Example("fires", _HEAD + "The open orders will be shipped tomorrow.", match="will be shipped"),
    Example("quiet", _HEAD + "November 14: handling time changed from 1 to 4 business days."),
    Example("near", _HEAD + "November 14: each buyer was told when the parcel will be delivered."),
    Example("near", "已采取的措施\n11 月 14 日，我们将两件商品的备货时间从 1 个工作日改为 4 个工作日。"),
    Example("near", "How we prevent it\nThe owner will check the list every Monday."),
)
