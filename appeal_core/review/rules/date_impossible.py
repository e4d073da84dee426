"""A day that cannot be.

What it looks for
    Days that no calendar has, a weekday that is not that day's, and actions "done" after the day
    of the letter.
Why Amazon cares
    It checks days against its own records.
Example
    In a letter of November 17: "November 20: stock was counted."
Write instead
    The day on which it was done, or move it to prevention.
Sources
    Trade practice.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from appeal_core.language import message
from appeal_core.review.context import Context
from appeal_core.review.dates import Named, days_in
from appeal_core.review.draft import Draft, Sentence
from appeal_core.review.rule import Example, Hit, Rule

_AHEAD = re.compile(
    r"(?:from|starting|starts?|beginning|begins?|effective|until|till|by|to|through|before|due|expires?|valid|next|for|scheduled|end(?:s|ing)?|delivery|promis\w+|expected)"
    r"(?: on| is| of| from| to| until| through| the| date| at| as of)*[\s:,(]*$|[\w,] ?[–-] ?$|(?:自|从|至|到|截至|预计|将于|有效期)\s*$",
    re.IGNORECASE,
)


def _check(draft: Draft) -> Iterator[Hit]:
    near = draft.context.letter_day
    for sentence in draft.sentences:
        for named in days_in(sentence.text, near):
            if hit := _fault(named, sentence, near):
                yield hit


def _fault(named: Named, sentence: Sentence, letter_day: dt.date | None) -> Hit | None:
    start, end = sentence.start + named.start, sentence.start + named.end
    if named.day is None:
        return Hit(message("“{words}” is in no calendar.", words=named.text), start, end)
    year_known = named.year_given or letter_day is not None
    if named.weekday is not None and year_known and named.day.weekday() != named.weekday:
        return Hit(
            message("“{words}”: that day is another weekday.", words=named.text),
            start,
            end,
            severity="warning",
        )
    done = sentence.part == "actions" and not _AHEAD.search(sentence.text[: named.start])
    if done and letter_day and named.day > letter_day:
        return Hit(
            message(
                "An action done on {day} stands in a letter of {letter_day}.",
                day=named.day,
                letter_day=letter_day,
            ),
            start,
            end,
        )
    return None


RULE = Rule(
    id="date-impossible",
    severity="blocker",
    why=message("Amazon compares days with its own records; one that cannot be makes the rest doubtful."),
    source="trade practice",
    check=_check,
    family="truth",
)

_DAY = Context(day=dt.date(2026, 11, 17))
_HEAD = "Actions completed\n"

EXAMPLES = (
    Example("fires", _HEAD + "- November 20: stock was counted.", _DAY, match="November 20"),
    Example("fires", "The upload failed on November 31.", match="November 31"),
    Example("fires", "On Monday, November 14, 2026 the upload failed."),
    Example("fires", "已采取的措施\n1. 2026 年 11 月 20 日已盘点。", _DAY),
    Example("quiet", _HEAD + "- November 16: stock was counted.", _DAY),
    Example(
        "near", _HEAD + "- November 16: daily collection agreed with the carrier, from November 18.", _DAY
    ),
    Example("near", "On Saturday, November 14, 2026 the upload failed. February 29 is covered."),
)
