"""The letter is nearly another case’s letter.

What it looks for
    Sentences of eight words or more (in Chinese: fourteen characters) that stand in the letters of the other
    cases of this database; told where more than a third of them do.
Why Amazon cares
    Two accounts with one text look like one template, and may be taken for related.
Example
    The letter of a sister shop with another name on top.
Write instead
    The facts of this account.
Sources
    Seller Forums 229385 (a seller’s report); trade practice.
"""

from __future__ import annotations

from collections.abc import Iterator

from appeal_core.language import message
from appeal_core.review.context import Context
from appeal_core.review.draft import Draft
from appeal_core.review.rule import Example, Hit, Rule
from appeal_core.review.sameness import is_long, is_same, long_sentences, pieces


def _check(draft: Draft) -> Iterator[Hit]:
    theirs = {p for text in draft.context.others for s in long_sentences(text) for p in pieces(s.text)}
    ours = [s for s in draft.sentences if s.item.says_something and is_long(s.text)]
    same = [s for s in ours if is_same(pieces(s.text), theirs)]
    if len(same) * 3 > len(ours):
        yield Hit(
            message(
                "{same} of {all} sentences stand in the letter of another case.",
                same=len(same),
                all=len(ours),
            )
        )


RULE = Rule(
    id="like-another-case",
    severity="warning",
    why=message("Two accounts with one text look like a template, and may be taken for related."),
    source="Seller Forums 229385",
    check=_check,
    family="originality",
    about="whole",
)

_TEXT = "Two bulky items were set to one day of handling by us. The evening upload failed and nobody compared the lists."
_OTHER = Context(others=(_TEXT,))
_CHINESE = "两件大件商品的备货时间被我们设为一天，仓库当天来不及打包。晚间上传失败后没有人核对两份清单，第二天才发现。"
_CHINESE_OTHER = Context(others=(_CHINESE.replace("两件大件", "2 件大件"),))

EXAMPLES = (
    Example("fires", _TEXT, _OTHER),
    Example("quiet", "The photo of the old model stayed on the page after June.", _OTHER),
    Example("near", _TEXT),
    Example("fires", _CHINESE, _CHINESE_OTHER),
    Example("quiet", "六月以后，商品详情页上仍然保留着旧款的照片，负责人没有更换。", _CHINESE_OTHER),
    Example("near", "三件小件商品的备货时间由我们改为四天，仓库周末也能打包。", _CHINESE_OTHER),
)
