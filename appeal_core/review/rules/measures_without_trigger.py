"""No measure says what happens when it finds something.

What it looks for
    Two or more measures, and none with a threshold, a limit or a consequence.
Why Amazon cares
    A check without a consequence prevents nothing; a good measure says when it acts, and how.
Example
    "The owner reads the list every Monday."
Write instead
    "... above 2%: the offer is closed the same day."
Sources
    Trade practice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from appeal_core.language import message
from appeal_core.review.draft import Draft
from appeal_core.review.measures import measures_of
from appeal_core.review.rule import Example, Hit, Rule

_ACTS = re.compile(
    r"\b(?:if|when|any|unless|until|stops?|stopp\w+|holds?|held|keeps?|kept|clos\w+|escalat\w+|correct\w*|raised?|raises|replac\w+|refund\w*|report\w* to|alarms?|alerts?|block\w*|remov\w+|delet\w+|quarantin\w+|sends? (?:it|them)|same day|at once|immediately|leads? to|goes out|none waits|undone|solved|dropped|traced|taken out|thrown away|sent back|set aside|put aside|reject\w*|discard\w*|scrap\w*|held back|repeated|returned)\b"
    r"|\b(?:above|below|over|under|more than|less than|at least) \d|[<>≤≥] ?\d"
    r"|当天|立即|超过|低于|少于|不合格|即|停止|关闭|报警|上报|隔离|退回|拦截|差异|不得|停用|处理|如|若|一旦|否则|延长|补货|替换",
    re.IGNORECASE,
)


def _check(draft: Draft) -> Iterator[Hit]:
    measures = measures_of(draft)
    if len(measures) >= 2 and not any(_ACTS.search(m.text) for m in measures):
        text = message("No measure says from when on it acts, and what is done then.")
        yield Hit(text, section="prevention", page="actions" if draft.context.case else "")


RULE = Rule(
    id="measures-without-trigger",
    severity="advice",
    why=message(
        "A check prevents nothing by itself. Say from which value on somebody acts, and what is done."
    ),
    source="trade practice",
    check=_check,
    family="done",
    about="whole",
)

_HEAD = "Prevention\n- The warehouse lead counts stock every Monday.\n"

EXAMPLES = (
    Example("fires", _HEAD + "- The owner reads the log each morning."),
    Example("quiet", _HEAD + "- The owner reads the log each morning; a failed upload is repeated at once."),
    Example("near", _HEAD),
)
