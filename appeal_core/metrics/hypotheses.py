"""Which root causes of the catalogue the defects speak for, and which against: hypotheses, never conclusions."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

import pandas as pd

from appeal_core.case.measurements import Driver, Measurement, Measurements
from appeal_core.catalog.entries import RootCause
from appeal_core.language import Bilingual, Frozen, Message, message

GATHERED = 0.4  # of the defects under one value
LIFTED = 1.5  # times that value's share of the orders
EVEN = 1.2
BY = {
    "sku": Bilingual(en="SKU", zh="SKU"),
    "asin": Bilingual(en="ASIN", zh="ASIN"),
    "carrier": Bilingual(en="carrier", zh="承运人"),
    "ship_service": Bilingual(en="shipping service", zh="配送服务"),
    "reason": Bilingual(en="reason", zh="原因"),
    "day": Bilingual(en="day", zh="日期"),
    "weekday": Bilingual(en="weekday", zh="星期"),
    "category": Bilingual(en="category", zh="商品分类"),
    "confirmation": Bilingual(en="way of being late", zh="迟发方式"),
    "tracking_fault": Bilingual(en="tracking fault", zh="追踪问题"),
    "defect_type": Bilingual(en="kind of defect", zh="缺陷类型"),
    "return_reason": Bilingual(en="return reason", zh="退货原因"),
}
_SAME_AS = {"cancel_reason": "reason"}
_TEXTS = ("reason", "return_reason", "defect_type", "tracking_fault", "confirmation")


class Hypothesis(Frozen):
    """One root cause and what the data say of it. `score`: the higher, the sooner it is worth checking."""

    root_cause: str
    stands: Literal["for", "against", "unknown"]
    score: float
    evidence: tuple[Message, ...] = ()


def evidence_for(
    root_causes: Iterable[RootCause], measurement: Measurement | Measurements | None, defects: pd.DataFrame
) -> tuple[Hypothesis, ...]:
    """The root causes of a cause, those with most evidence first; equal ones as the catalogue lists them.

    `measurement`: the metric's own (of `Measurements`, the first with drivers is taken). `defects`: its rows of the
    defect list. Data can make a root cause likely or unlikely; the seller's check decides.
    """
    one = _with_drivers(measurement)
    found = [_hypothesis(root, one, defects) for root in root_causes]
    return tuple(sorted(found, key=lambda h: -h.score))


def _hypothesis(root: RootCause, measurement: Measurement | None, defects: pd.DataFrame) -> Hypothesis:
    pros: list[tuple[float, Message]] = []
    cons: list[tuple[float, Message]] = []
    if (named := _named_in_reasons(root, defects)) is not None:
        pros.append(named)
    for signal in root.check.signals:
        by = _SAME_AS.get(signal, signal)
        top = next((d for d in measurement.drivers if d.by == by), None) if measurement else None
        if top is None:
            continue
        said = _said(top, measurement)
        (pros if said[0] > 0 else cons if said[0] < 0 else []).append(said)
    score = round(sum(weight for weight, _ in [*pros, *cons]), 3)
    if not pros and not cons:
        return Hypothesis(
            root_cause=root.id, stands="unknown", score=0.0,
            evidence=(message("Your files do not show this either way; the check below decides."),),
        )  # fmt: skip
    return Hypothesis(
        root_cause=root.id,
        stands="for" if score > 0 else "against",
        score=score,
        evidence=tuple(m for _, m in [*pros, *cons]),
    )


def _said(top: Driver, measurement: Measurement | None) -> tuple[float, Message]:
    total = (measurement.defects if measurement and measurement.defects else None) or round(
        top.defects / top.share
    )
    by = BY.get(top.by, Bilingual(en=top.by, zh=top.by))
    gathered = top.share >= GATHERED and top.defects >= 2
    if gathered and (top.lift is None or top.lift >= LIFTED):
        text = message(
            "{defects} of {total} defects fall on one {by}: {value}.", defects=top.defects, total=total, by=by,
            value=_value(top),
        )  # fmt: skip
        return min(top.share * (min(top.lift or 1.0, 4.0) ** 0.5), 2.0), text
    if top.lift is not None and top.lift <= EVEN and total >= 8:
        text = message(
            "The defects spread over the {by} as the orders do; the most on one is {defects} of {total}.", by=by,
            defects=top.defects, total=total,
        )  # fmt: skip
        return -0.3, text
    return 0.0, message("Your files do not show this either way; the check below decides.")


def _named_in_reasons(root: RootCause, defects: pd.DataFrame) -> tuple[float, Message] | None:
    if not root.reasons or defects.empty:
        return None
    text = defects[[c for c in _TEXTS if c in defects]].astype("str").agg(" ".join, axis=1)
    text = text.str.casefold().str.replace("_", " ")
    words = [w.casefold().replace("_", " ") for w in root.reasons if w.strip()]
    hits = int(text.map(lambda t: any(w in t for w in words)).sum())
    if not hits:
        return None
    said = message(
        "{hits} of {total} listed defects name a reason that points here.", hits=hits, total=len(defects)
    )
    return 0.5 + hits / len(defects), said


def _value(top: Driver) -> Bilingual | str:
    return VALUES.get(top.value, top.value)


def _with_drivers(given: Measurement | Measurements | None) -> Measurement | None:
    if isinstance(given, Measurements):
        return max(
            given.metrics, key=lambda m: (bool(m.drivers), m.window.days if m.window else 0), default=None
        )
    return given


VALUES: dict[str, Bilingual | str] = {
    "shipped_late": Bilingual(en="shipped after the expected ship date", zh="在预计发货日期之后才发货"),
    "confirmed_late_only": Bilingual(en="shipped in time, confirmed late", zh="按时发货但延迟确认"),
    "negative_feedback": Bilingual(en="negative feedback", zh="负面反馈"),
    "a_to_z_claim": Bilingual(en="A-to-z claim", zh="亚马逊商城交易保障索赔"),
    "chargeback": Bilingual(en="service credit card chargeback", zh="服务信用卡拒付"),
    "no_valid_tracking": Bilingual(en="no valid tracking", zh="没有有效追踪"),
    "valid_carrier": Bilingual(en="carrier not recognised", zh="承运人未被识别"),
    "valid_tracking": Bilingual(en="tracking ID not valid", zh="追踪编码无效"),
    "carrier_scan": Bilingual(en="no carrier scan", zh="没有承运人扫描记录"),
    "on_time_upload": Bilingual(en="tracking uploaded too late", zh="追踪编码上传过晚"),
    "monday": Bilingual(en="Monday", zh="星期一"),
    "tuesday": Bilingual(en="Tuesday", zh="星期二"),
    "wednesday": Bilingual(en="Wednesday", zh="星期三"),
    "thursday": Bilingual(en="Thursday", zh="星期四"),
    "friday": Bilingual(en="Friday", zh="星期五"),
    "saturday": Bilingual(en="Saturday", zh="星期六"),
    "sunday": Bilingual(en="Sunday", zh="星期日"),
}
