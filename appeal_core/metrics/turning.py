"""What would turn a hypothesis: which number would speak for it, and which file would answer."""

from __future__ import annotations

from math import ceil

import pandas as pd

from appeal_core.case.measurements import Driver, Measurement
from appeal_core.catalog.cause_entries import RootCause
from appeal_core.catalog.loader import report_kinds
from appeal_core.language import Bilingual, Message, message, percent_text
from appeal_core.metrics.value_names import value_name

GATHERED = 0.4  # of the defects under one value
LIFTED = 1.5  # times that value's share of the orders
EVEN = 1.2
ALL = 0.98  # of the defects under one value: there is nothing to compare it with
FEW = 3  # defects under one value, below which it may be chance
MANY = 8  # defects in all, below which an even spread says nothing
BY = {
    "sku": Bilingual(en="SKU", zh=" SKU "),
    "asin": Bilingual(en="ASIN", zh=" ASIN "),
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
GATHERING = ("sku", "asin", "carrier", "ship_service", "day", "weekday", "category")
# Which reports hold what, the most telling first.
HELD_BY = {
    "sku": ("all_orders",),
    "asin": ("all_orders",),
    "ship_service": ("all_orders",),
    "day": ("all_orders",),
    "weekday": ("all_orders",),
    "carrier": ("ship_confirm", "on_time_delivery_report"),
    "category": ("valid_tracking_report",),
    "tracking_fault": ("valid_tracking_report",),
    "confirmation": ("late_shipment_report", "on_time_delivery_report"),
    "defect_type": ("order_defect_report",),
    "return_reason": ("returns",),
    "reason": ("cancellation_report",),
}
_ONLY_FOR = {"cancellation_report": "cancellation_rate", "order_defect_report": "order_defect_rate"}
_COMPARED = (
    "sku",
    "asin",
    "ship_service",
    "day",
    "weekday",
)  # the All Orders report gives their share of the orders


def would_change(
    root: RootCause, measurement: Measurement | None, defects: pd.DataFrame
) -> tuple[Message, ...]:
    """For each thing that the root cause's check looks at: the number or the file that would turn the answer."""
    said: list[Message] = []
    for signal in root.check.signals:
        tops = [d for d in measurement.drivers if d.by == signal] if measurement else []
        if not tops and (file := _file(signal, measurement)) is not None:
            said.append(file)
        elif tops and signal in GATHERING:
            said.append(_by_number(tops[0]))
    if root.reasons and len(defects):
        said.append(
            message("A reason given for each order in the defect list, where the files give none or another.")
        )
    if not said:
        said.append(message("No report answers this; what you find in the check below does."))
    return tuple(one for i, one in enumerate(said) if one not in said[:i])


def _file(signal: str, measurement: Measurement | None) -> Message | None:
    """The file that holds it; a list of another metric's defects tells nothing of this one's."""
    of = measurement.code if measurement else None
    codes = [c for c in HELD_BY.get(signal, ()) if of is None or _ONLY_FOR.get(c, of) == of]
    kinds = [report_kinds().kind(code).name for code in codes]
    by = BY.get(signal)
    if not kinds or by is None:
        return None
    if len(kinds) == 1:
        return message("The {file}: it shows the {by} of each order.", file=kinds[0], by=by)
    return message(
        "The {file} or the {other}: it shows the {by} of each order.", file=kinds[0], other=kinds[1], by=by
    )


def _by_number(top: Driver) -> Message:
    """How far the top value is from speaking the other way."""
    by, total = BY[top.by], round(top.defects / top.share)
    if top.lift is None:
        if top.by in _COMPARED:
            return message(
                "The {file} of the whole window: it shows whether {value} has more defects than its share of the orders.",
                file=report_kinds().kind("all_orders").name,
                value=value_name(top.value),
            )
        return message(
            "The number of all orders on {value}: no report gives it, your own shipment list does.",
            value=value_name(top.value),
        )
    share, orders = percent_text(top.share, "en", 1), percent_text(top.share / top.lift, "en", 1)
    if top.share >= GATHERED and top.lift >= LIFTED and top.defects >= FEW:
        return message(
            "{value} has {share} of the defects and {orders} of the orders: without that gap it would not point here.",
            value=value_name(top.value),
            share=share,
            orders=orders,
        )
    if total < FEW:
        return message("{few} defects or more: fewer tell nothing of where they gather.", few=FEW)
    return message(
        "{needed} or more of the {total} defects on one {by}, and half as much again as its share of the orders.",
        needed=max(FEW, ceil(GATHERED * total)),
        total=total,
        by=by,
    )
