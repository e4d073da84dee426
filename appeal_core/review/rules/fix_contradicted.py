"""The reports hold failures after the day of the fix.

What it looks for
    A sentence that says a problem was solved on a day, against the defects that the reports count on
    later days.
Why Amazon cares
    It has the same days; a fix that its own data deny is worse than none.
Example
    "Since November 3 no order was late", with four late orders on November 6.
Write instead
    The day since which the reports hold none, or the number that came after it and why.
Sources
    Trade practice.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from appeal_core.case import DayCount, Measurement, Measurements
from appeal_core.language import message
from appeal_core.review.context import Context
from appeal_core.review.dates import days_in
from appeal_core.review.draft import Draft
from appeal_core.review.knowledge import knowledge
from appeal_core.review.rule import Example, Hit, Rule

_SINCE = re.compile(
    r"\b(?:since|after|from)\b(?=[^.;]{0,60}(?:\b(?:no|none|zero|not one|without|0)\b|on time))|\b(?:no|none|zero|not one)\b(?=[^.;]{0,60}\b(?:since|after)\b)|(?:自|从)[^。；]{0,24}(?:起|以来|之后|后)[^。；]{0,16}(?:没有|无|未再|零|不再)",
    re.IGNORECASE,
)


def _check(draft: Draft) -> Iterator[Hit]:
    measured = draft.context.measured
    if measured is None:
        return
    for sentence in draft.sentences:
        if not _SINCE.search(sentence.text):
            continue
        for named in days_in(sentence.text, draft.context.letter_day or measured.as_of):
            later = _later(sentence.text, named.day, measured) if named.day else []
            if later:
                text = message(
                    "After {day} the reports still hold {count} defective orders, the last on {last}.",
                    day=named.day, count=sum(n for _, n in later), last=max(d for d, _ in later),
                )  # fmt: skip
                yield Hit(text, sentence.start + named.start, sentence.start + named.end)
                break


def _later(text: str, day: dt.date, measured: Measurements) -> list[tuple[dt.date, int]]:
    """Days after `day` with defects of the one metric that the sentence names (or that was measured)."""
    found: dict[str, Measurement] = {m.code: m for m in measured.metrics if m.daily}
    named = [m for c, m in found.items() if (w := knowledge().causes.get(c)) and w.search(text)]
    if len(named) != 1:
        return []
    return [(d.day, d.numerator) for d in named[0].daily if d.day > day and d.numerator]


RULE = Rule(
    id="fix-contradicted",
    severity="blocker",
    why=message("Amazon sees the same days. A fix that the data deny costs the belief in the whole letter."),
    source="trade practice",
    check=_check,
    family="truth",
)

_DAILY = (
    DayCount(day=dt.date(2026, 11, 2), numerator=3, denominator=20),
    DayCount(day=dt.date(2026, 11, 6), numerator=4, denominator=20),
)
_LATE = Measurement(
    code="late_shipment_rate", fulfilment="seller", window=None, numerator=7, denominator=40, rate=0.175,
    target=0.04, condition="less_than", verdict="missed", basis="counted", daily=_DAILY,
)  # fmt: skip
_REPORTS = Context(measurements=Measurements(metrics=(_LATE,), as_of=dt.date(2026, 11, 12)))

EXAMPLES = (
    Example("fires", "Since November 3 no order was shipped late.", _REPORTS, match="November 3"),
    Example("fires", "自 11 月 3 日起没有迟发订单。", _REPORTS),
    Example("quiet", "Since November 7 no order was shipped late.", _REPORTS),
    Example("near", "On November 3 the handling time of the late orders was raised.", _REPORTS),
)
