"""Sentences of an earlier sending stand here again.

What it looks for
    Sentences of eight words or more that an earlier attempt of this case already held; a warning
    where more than half of the text is old.
Why Amazon cares
    The same text was refused once.
Example
    The refused letter, sent again with a stronger opening.
Write instead
    What is new: facts, days, documents.
Sources
    webretailer.com suspension-escalations; amazonsellers.attorney (one source each).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from appeal_core.case import Attempt, Case
from appeal_core.language import message
from appeal_core.review.context import Context
from appeal_core.review.draft import Draft
from appeal_core.review.parts import cut
from appeal_core.review.rule import Example, Hit, Rule
from appeal_core.review.sameness import is_long, plain


def _check(draft: Draft) -> Iterator[Hit]:
    case = draft.context.case
    earlier = {
        plain(s.text)
        for a in (case.attempts.values() if case else ())
        for s in cut(a.text, Context()).sentences
    }
    if not earlier:
        return
    said = [s for s in draft.sentences if s.item.says_something and is_long(s.text)]
    old = [s for s in said if plain(s.text) in earlier]
    if old and len(old) * 2 > len(said):
        text = message(
            "{old} of {all} sentences were already in an earlier sending.", old=len(old), all=len(said)
        )
        yield Hit(text, severity="warning")
    for sentence in old:
        yield Hit(message("This sentence was already in an earlier sending."), sentence.start, sentence.end)


RULE = Rule(
    id="reused-text",
    severity="advice",
    why=message("The same text was refused once. What is new must be seen at once."),
    source="webretailer.com suspension-escalations",
    check=_check,
    family="originality",
    about="whole",
)

_OLD = (
    "Two bulky items were set to one day of handling by us. Stock was not counted in the warehouse for weeks."
)
_SENT = Attempt(sent_at=dt.datetime(2026, 11, 3), kind="plan_of_action", text=_OLD)
_OLD_ZH = "两件大件商品的备货时间一直设为一个工作日。仓库连续几周没有盘点过库存数量。"
_SENT_ZH = Attempt(sent_at=dt.datetime(2026, 11, 3), kind="plan_of_action", text=_OLD_ZH)
_AGAIN_ZH = Context(case=Case(id="c", created_at=dt.datetime(2026, 11, 1), attempts={"1": _SENT_ZH}))
_AGAIN = Context(case=Case(id="c", created_at=dt.datetime(2026, 11, 1), attempts={"1": _SENT}))

EXAMPLES = (
    Example("fires", _OLD, _AGAIN),
    Example("fires", _OLD_ZH, _AGAIN_ZH),
    Example("quiet", "The evening upload failed on November 2 and nobody saw it.", _AGAIN),
    Example("near", "Two bulky items were set to four days of handling by us.", _AGAIN),
)
