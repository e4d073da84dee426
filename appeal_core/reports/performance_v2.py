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

from appeal_core.language import BadInput, Message
from appeal_core.reports.contradictions import contradictions

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
    """`frame` has `COLUMNS`; `elsewhere` counts the rows of other marketplaces.

    `notes` name where the file contradicts itself.
    """

    frame: pd.DataFrame
    elsewhere: int
    marketplaces: tuple[str, ...]
    notes: tuple[Message, ...] = ()


def read_performance(text: str, name: str, amazon_id: str) -> Figures:
    """Reads the JSON; `amazon_id` is the marketplace's id. Raises `BadInput` when it is no such report."""
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
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
    return Figures(pd.DataFrame(here, columns=list(COLUMNS)), elsewhere, tuple(ids), contradictions(here))


def _rows(entry: dict[str, Any]) -> list[dict[str, Any]]:
    rows: list[dict[str, Any] | None] = []
    for block_name, (metric, top, bottom) in _COUNTS.items():
        blocks = [entry.get(block_name)]
        if block_name == "lateShipmentRate":
            blocks += _list(entry.get("lateShipmentRateList"))
        for block in blocks:
            fulfilment = "all" if metric == "invoice_defect_rate" else "seller"
            rows.append(_row(metric, fulfilment, block, top, bottom))
    for side, fulfilment in _FULFILMENT.items():
        block = _block(_block(entry.get("orderDefectRate")).get(side))
        for part, metric in _DEFECTS.items():
            row = _row(metric, fulfilment, block, part, "orderCount")
            if row and metric != "order_defect_rate":
                row |= {"rate": None, "target": None, "status": ""}
            rows.append(row)
    rows.append(_rating(entry.get("accountHealthRating")))
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
    span = _block(block.get("reportingDateRange"))
    start, end = _day(span.get("reportingDateFrom")), _day(span.get("reportingDateTo"))
    if start is None or end is None or end < start:
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


def _rating(block: Any) -> dict[str, Any] | None:
    """Account Health Rating: points in `ahrScore`, which the schema does not know and real answers have."""
    row = _row("account_health_rating", "all", block, "ahrScore", "")
    status = _block(block).get("ahrStatus") or _block(block).get("accountHealthRatingStatus")
    if row is None or row["numerator"] is None:
        return None
    return row | {"rate": None, "target": None, "status": str(status or "")}


def _block(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _count(value: Any) -> int | None:
    number = _number(value.get("count") if isinstance(value, dict) else value)
    return None if number is None else int(number)


def _rate(value: Any) -> float | None:
    """A fraction. The schema says percentage, real values are fractions; above 1 it can only be a percentage."""
    number = _number(value)
    return number / 100 if number is not None and number > 1 else number


def _number(value: Any) -> float | None:
    """A number that can be one: text as well, neither endless nor below zero."""
    try:
        number = (
            float(value) if isinstance(value, int | float | str) and not isinstance(value, bool) else None
        )
    except (ValueError, OverflowError):
        return None
    return number if number is not None and 0 <= number < 1e15 else None


def _day(text: Any) -> dt.date | None:
    try:
        return dt.date.fromisoformat(str(text)[:10])
    except ValueError:
        return None
