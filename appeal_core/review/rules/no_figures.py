"""A plan on a metric holds no figure.

What it looks for
    A plan on a performance metric without a count of orders and without a percentage.
Why Amazon cares
    Its reports hold the orders; a letter that counts none has not looked at them.
Example
    "Several customers reported late delivery."
Write instead
    "37 of 412 orders were confirmed late in the 30 days to November 13 (8.98%)."
Sources
    Amazon reply, Seller Forums 1285474 ("greater detail"); trade practice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from appeal_core.language import message
from appeal_core.review.draft import Draft
from appeal_core.review.examples import noticed
from appeal_core.review.figures import percents_in
from appeal_core.review.knowledge import knowledge
from appeal_core.review.rule import Example, Hit, Rule

_FIGURE = re.compile(
    r"\d[\d,]* (?:\w+ ){0,3}(?:orders?|defects?|claims?|parcels?|packages?|cancellations?|units?|shipments?)\b|\d ?(?:笔|个|件|次)|\d+ (?:out )?of (?:\w+ )?\d+",
    re.IGNORECASE,
)
_METRICS = re.compile(r"\b(?:order defect|late shipment|cancellation|valid tracking|on-time delivery) rate\b|\b(?:ODR|LSR|VTR|OTDR)\b|A-(?:to-)?z claims?|订单缺陷率|迟发率|取消率|有效追踪率", re.I)  # fmt: skip


def _check(draft: Draft) -> Iterator[Hit]:
    families = {knowledge().families.get(c) for c in draft.context.causes}
    about_metric = "performance" in families or (not families and bool(_METRICS.search(draft.text)))
    if about_metric and draft.is_plan and not _counted(draft.text):
        page = "reports" if draft.context.case else ""
        yield Hit(message("The text holds no count of orders and no rate."), page=page)


def _counted(text: str) -> bool:
    return bool(_FIGURE.search(text)) or any(not p.target for p in percents_in(text))


RULE = Rule(
    id="no-figures",
    severity="warning",
    why=message("The reports hold every order. A plan that counts none shows that they were not read."),
    source="Amazon reply, Seller Forums 1285474",
    check=_check,
    family="truth",
    about="whole",
)

_LATE = noticed("late_shipment_rate")

EXAMPLES = (
    Example("fires", "Several orders were confirmed late.", _LATE),
    Example("quiet", "37 of 412 orders were confirmed late.", _LATE),
    Example("fires", "Our late shipment rate passed the 4% target.", _LATE),
    Example("near", "37 笔订单延迟发货。", _LATE),
    Example("near", "Twelve listings of magazines were closed."),
)
