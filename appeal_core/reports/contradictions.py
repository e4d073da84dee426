"""Where Amazon's own figures contradict themselves: said, never mended.

Seen in public samples and answers: more good shipments than shipments, a rate that its counts do not give, a status of
GOOD beside a missed target (github amzn/selling-partner-api-models, accountHealthReport-2020-11-18.json).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from appeal_core.catalog.loader import metrics
from appeal_core.language import Message, message, percent_text

DIFFERENCE = 0.005  # between the rate that is printed and the rate of the counts


def contradictions(rows: Sequence[dict[str, Any]]) -> tuple[Message, ...]:
    """What is wrong in the rows of a performance report, a sentence each."""
    found: list[Message] = []
    for row in rows:
        note = _of(row)
        if note and note not in found:
            found.append(note)
    return tuple(found)


def _of(row: dict[str, Any]) -> Message | None:
    top, bottom, rate, target = (row[k] for k in ("numerator", "denominator", "rate", "target"))
    metric = metrics().get(row["metric"])
    if metric is None or row["metric"] == "account_health_rating":
        return None
    if top is not None and bottom is not None and top > bottom:
        return message("{metric}: Amazon's file counts {top} of {bottom}, more than all. Check the figure on Account "
                       "Health.", metric=metric.name, top=top, bottom=bottom)  # fmt: skip
    if rate is not None and top is not None and bottom and abs(top / bottom - rate) > DIFFERENCE:
        return message("{metric}: Amazon's file gives {rate}, but its counts give {counted}. Check the figure on "
                       "Account Health.", metric=metric.name, rate=percent_text(rate, "en"),
                       counted=percent_text(top / bottom, "en"))  # fmt: skip
    if rate is None or target is None or row["status"] != "GOOD":
        return None
    missed = rate < target if metric.counts == "good" else rate >= target
    if not missed:
        return None
    return message("{metric}: Amazon's file says GOOD, but {rate} misses the target of {target}.",
                   metric=metric.name, rate=percent_text(rate, "en"), target=percent_text(target, "en"))  # fmt: skip
