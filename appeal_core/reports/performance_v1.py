"""The older seller performance report (XML) ─► the same rows as the JSON gives.

No raw file is public: element names are those that public programs read, so everything here is unverified.
"""

from __future__ import annotations

import datetime as dt
import xml.etree.ElementTree as ET
from typing import Any

import pandas as pd

from appeal_core.language import BadInput
from appeal_core.reports.performance_v2 import COLUMNS

_PARTS = {  # element -> (metric, counts the good ones)
    "orderWithDefects": "order_defect_rate",
    "negativeFeedbacks": "negative_feedback_rate",
    "a_z_claims": "a_to_z_claim_rate",
    "chargebacks": "chargeback_rate",
    "lateShipment": "late_shipment_rate",
    "preFulfillmentCancellation": "cancellation_rate",
    "validTracking": "valid_tracking_rate",
    "onTimeDelivery": "on_time_delivery_shipments",
}


def read_performance_xml(text: str, name: str) -> pd.DataFrame:
    """Reads the XML; raises `BadInput` when it is cut off or another document."""
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        raise BadInput("{file} is XML, but no seller performance report.", file=name)
    try:
        root = ET.fromstring(text)
    except ET.ParseError as error:
        raise BadInput("{file} is cut off or is no valid XML. Download it again.", file=name) from error
    if not any(_name(e) == "sellerPerformanceReport" for e in root.iter()):
        raise BadInput("{file} is XML, but no seller performance report.", file=name)
    rows = [row for group in root.iter() for row in _rows(group)]
    return pd.DataFrame(rows, columns=list(COLUMNS))


def _rows(group: ET.Element) -> list[dict[str, Any]]:
    frame = next((e for e in group if _name(e) == "timeFrame"), None)
    if frame is None:
        return []
    start, end = _day(_text(frame, "start")), _day(_text(frame, "end"))
    if start is None or end is None or end < start:
        return []
    orders = _whole(_text(group, "orderCount"))
    rows = []
    for part in group:
        metric = _PARTS.get(_name(part))
        if metric:
            rows.append({
                "metric": metric, "fulfilment": "seller", "days": (end - start).days + 1,
                "start": pd.Timestamp(start), "end": pd.Timestamp(end),
                "numerator": _whole(_text(part, "count")), "denominator": orders,
                "rate": _percent(_text(part, "rate")), "target": None, "status": _text(part, "status"),
            })  # fmt: skip
    return rows


def _name(element: ET.Element) -> str:
    return element.tag.rsplit("}", 1)[-1]


def _text(element: ET.Element, child: str) -> str:
    found = next((e for e in element if _name(e) == child), None)
    return (found.text or "").strip() if found is not None else ""


def _whole(text: str) -> int | None:
    return int(text) if text.isdecimal() and len(text) < 16 else None


def _percent(text: str) -> float | None:
    try:
        rate = float(text.rstrip("% ").replace(",", ".")) / 100
    except ValueError:
        return None
    return rate if 0 <= rate <= 1 else None


def _day(text: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text[:10])
    except ValueError:
        return None
