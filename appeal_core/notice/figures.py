"""Figures that a notice prints about the seller: rates, and counts of counts."""

from __future__ import annotations

import re

from appeal_core.case import FigureStated
from appeal_core.catalog.cue_loader import cause_cues
from appeal_core.notice.reading import Line, Reading
from appeal_core.text.listen import spoken

_METRICS = (
    "order_defect_rate", "late_shipment_rate", "cancellation_rate", "valid_tracking_rate",
    "on_time_delivery_rate", "invoice_defect_rate",
)  # fmt: skip
_RATE = re.compile(r"(?<![\d.])(\d{1,3}(?:[.,]\d{1,2})?) ?%")
_COUNT = re.compile(
    r"\b(\d{1,6}) (?:out )?of (?:your |the |a total of )?(\d{1,7})(?: total)? (?:seller-fulfilled |recent )?(?:orders|shipments|packages|units)"
)
_COUNT_ZH = re.compile(r"(\d{1,7}) ?(?:笔|个|件)?(?:订单|包裹|货件)中(?:有)? ?(\d{1,6}) ?(?:笔|个|件)")
_DAYS = re.compile(r"(?<!\d)(\d{1,3})[- ]?(?:days?\b|天|日間)")
_TARGET = re.compile(
    r"(?:target|less than|more than|below|under|above|over|exceed\w*|at least|required?|threshold|goal|maximum|minimum|standard|within"
    r"|目标|低于|高于|超过|不得|至少|要求|指标|标准|小于|大于|Ziel\w*|unter|über|weniger|mehr|mindestens|objetivo|menos|más|inferior|superior"
    r"|objectif|moins|plus|obiettivo|meno|più|目標|以下|以上|未満|超)[^%]{0,24}$",
    re.IGNORECASE,
)
_NEAR = 48  # characters before a rate in which the words stand that make it a target
_TARGET_AFTER = re.compile(
    r"\s*(?:or (?:less|more|lower|higher|above|below)|target|以下|以上|未満|的?(?:目标|标准|要求|指标)|oder|objectif)",
    re.IGNORECASE,
)


def find_figures(reading: Reading) -> tuple[FigureStated, ...]:
    """Rates and counts of the seller's own, each with its metric; targets are left out."""
    found: list[FigureStated] = []
    metric: str | None = None
    for line in reading.lines:
        metric = _metric(line, reading) or (metric if not line.heading else None)
        if line.standard == "funds":
            continue
        found += _rates(line, metric) + _counts(line, metric)
    return tuple(found)


def _metric(line: Line, reading: Reading) -> str | None:
    book = cause_cues()
    weights = {m: line.heard.weight(spoken(book[m].cues, reading.tongues)) for m in _METRICS}
    best = max(weights, key=lambda m: weights[m])
    return best if weights[best] else None


def _rates(line: Line, metric: str | None) -> list[FigureStated]:
    found = []
    text = line.heard.folded
    windows = _windows(text)
    for hit in _RATE.finditer(text):
        before = text[max(0, hit.start() - _NEAR) : hit.start()]
        if metric is None or _TARGET.search(before) or _TARGET_AFTER.match(text, hit.end()):
            continue
        rate = float(hit[1].replace(",", ".")) / 100
        if rate <= 1:
            found.append(
                _figure(line, hit, metric=metric, rate=round(rate, 6), days=_nearest(windows, hit.end()))
            )
    return found


def _counts(line: Line, metric: str | None) -> list[FigureStated]:
    found = []
    text = line.heard.folded
    windows = _windows(text)
    for rule, order in ((_COUNT, (1, 2)), (_COUNT_ZH, (2, 1))):
        for hit in rule.finditer(text.replace(",", "") if rule is _COUNT and "," not in text else text):
            part, whole = int(hit[order[0]]), int(hit[order[1]])
            if 0 <= part <= whole:
                found.append(
                    _figure(
                        line,
                        hit,
                        metric=metric,
                        numerator=part,
                        denominator=whole,
                        days=_nearest(windows, hit.end()),
                    )
                )
    return found


def _windows(text: str) -> list[tuple[int, int]]:
    """Where a number of days stands, and the number."""
    return [(hit.start(), int(hit[1])) for hit in _DAYS.finditer(text)]


def _nearest(windows: list[tuple[int, int]], near: int) -> int | None:
    """The window named nearest to the figure."""
    return min(windows, key=lambda w: abs(w[0] - near))[1] if windows else None


def _figure(
    line: Line, hit: re.Match[str], *, metric: str | None, rate: float | None = None,
    numerator: int | None = None, denominator: int | None = None, days: int | None = None,
) -> FigureStated:  # fmt: skip
    start = line.span.start + hit.start()
    return FigureStated(
        start=start, end=line.span.start + hit.end(), text=line.span.text[hit.start() : hit.end()],
        metric=metric, rate=rate, numerator=numerator, denominator=denominator, days=days,
    )  # fmt: skip
