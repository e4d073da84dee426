"""Amazon's own figures: the seller performance report as JSON ─► one row a metric and window.

Source: github amzn/selling-partner-api-models, accountHealthReport-2020-11-18.json; real answers leave out
blocks, add `lateShipmentRateList`, and write the cancellation rate under two names. `rate` is a fraction.
"""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass
from typing import Any

import pandas as pd

from appeal_core.language import BadInput

_COUNTS = {  # JSON name -> (metric, numerator, denominator)
    "lateShipmentRate": ("late_shipment_rate", "lateShipmentCount", "orderCount"),
    "preFulfillmentCancellationRate": ("cancellation_rate", "cancellationCount", "orderCount"),
    "prefulfillmentCancelRate": ("cancellation_rate", "cancellationCount", "orderCount"),
    "validTrackingRate": ("valid_tracking_rate", "validTrackingCount", "shipmentCount"),
    "unitOnTimeDeliveryRate": ("on_time_delivery_rate", "unitOnTimeDeliveryCount", "totalUnitCount"),
    "onTimeDeliveryRate": (
        "on_time_delivery_shipments",
        "onTimeDeliveryCount",
        "shipmentCountWithValidTracking",
    ),
    "invoiceDefectRate": ("invoice_defect_rate", "invoiceDefect", "orderCount"),
}
_DEFECTS = {
    "orderWithDefects": "order_defect_rate",
    "negativeFeedback": "negative_feedback_rate",
    "claims": "a_to_z_claim_rate",
    "chargebacks": "chargeback_rate",
}
_FULFILMENT = {"mfn": "seller", "afn": "amazon"}
COLUMNS = (
    "metric",
    "fulfilment",
    "days",
    "start",
    "end",
    "numerator",
    "denominator",
    "rate",
    "target",
    "status",
)


@dataclass(frozen=True)
class Figures:
    """`frame` has `COLUMNS`; `elsewhere` counts the rows of other marketplaces."""

    frame: pd.DataFrame
    elsewhere: int
    marketplaces: tuple[str, ...]


def read_performance(text: str, name: str, amazon_id: str) -> Figures:
    """Reads the JSON; `amazon_id` is the marketplace's id. Raises `BadInput` when it is no such report."""
    try:
        data = json.loads(text)
    except ValueError as error:
        raise BadInput("{file} is cut off or is no valid JSON. Download it again.", file=name) from error
    entries = data.get("performanceMetrics") if isinstance(data, dict) else None
    if not isinstance(entries, list):
        raise BadInput("{file} is JSON, but no seller performance report.", file=name)
    here: list[dict[str, Any]] = []
    elsewhere = 0
    ids = []
    for entry in (e for e in entries if isinstance(e, dict)):
        ids.append(str(entry.get("marketplaceId", "")))
        rows = _rows(entry)
        if ids[-1] in ("", amazon_id):
            here += rows
        else:
            elsewhere += len(rows)
    return Figures(pd.DataFrame(here, columns=list(COLUMNS)), elsewhere, tuple(ids))


def _rows(entry: dict[str, Any]) -> list[dict[str, Any]]:
    rows: list[dict[str, Any] | None] = []
    for block_name, (metric, top, bottom) in _COUNTS.items():
        blocks = [entry.get(block_name)]
        if block_name == "lateShipmentRate":
            blocks += entry.get("lateShipmentRateList") or []
        for block in blocks:
            fulfilment = "all" if metric == "invoice_defect_rate" else "seller"
            rows.append(_row(metric, fulfilment, block, top, bottom))
    for side, fulfilment in _FULFILMENT.items():
        block = (entry.get("orderDefectRate") or {}).get(side) or {}
        for part, metric in _DEFECTS.items():
            row = _row(metric, fulfilment, block, part, "orderCount")
            if row and metric != "order_defect_rate":
                row |= {"rate": None, "target": None, "status": ""}
            rows.append(row)
    seen, unique = set(), []
    for row in (r for r in rows if r):
        key = (row["metric"], row["fulfilment"], row["start"], row["end"])
        if key not in seen:
            seen.add(key)
            unique.append(row)
    return unique


def _row(metric: str, fulfilment: str, block: Any, top: str, bottom: str) -> dict[str, Any] | None:
    if not isinstance(block, dict):
        return None
    span = block.get("reportingDateRange") or {}
    start, end = _day(span.get("reportingDateFrom")), _day(span.get("reportingDateTo"))
    if start is None or end is None:
        return None
    return {
        "metric": metric,
        "fulfilment": fulfilment,
        "days": (end - start).days + 1,
        "start": pd.Timestamp(start),
        "end": pd.Timestamp(end),
        "numerator": _count(block.get(top)),
        "denominator": _count(block.get(bottom)),
        "rate": _rate(block.get("rate")),
        "target": _rate(block.get("targetValue")),
        "status": str(block.get("status") or ""),
    }


def _count(value: Any) -> int | None:
    if isinstance(value, dict):
        value = value.get("count")
    return int(value) if isinstance(value, int | float) and not isinstance(value, bool) else None


def _rate(value: Any) -> float | None:
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else None


def _day(text: Any) -> dt.date | None:
    try:
        return dt.date.fromisoformat(str(text)[:10])
    except ValueError:
        return None
