"""The defect list, order by order: what Amazon's files say, and what other files know of the same orders."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from appeal_core.case.measurements import Measurements, Window
from appeal_core.case.report_frame import Report
from appeal_core.catalog.loader import marketplaces, metrics
from appeal_core.metrics.defects import WHOLE
from appeal_core.metrics.defects.table import TEXTS
from appeal_core.metrics.frames import frames_of
from appeal_core.metrics.orders import orders_of
from appeal_core.metrics.sources import Sources

COLUMNS = (
    "metric", "order_id", "sku", "asin", "day", "carrier", "reason", "counts", "fulfilment", "ship_service",
    "defect_type", "tracking_fault", "confirmation", "category", "return_reason",
)  # fmt: skip


def defect_list(
    reports: Sequence[Report], measurements: Measurements | None = None, *, marketplace: str = "US"
) -> pd.DataFrame:
    """Every defect that the files list, newest first; `COLUMNS`, no persons.

    `reason` is what the files say (a cancellation's or an invoice's reason, the kind of an order defect, the fault of
    the tracking). `counts`: toward the rate and, where `measurements` are given, in the metric's longest window.
    Where no file lists the cancellations or order defects, those of the weaker way stand here.
    """
    store = marketplaces()[measurements.marketplace if measurements else marketplace]
    frames = frames_of(reports, store)
    orders = orders_of(frames)
    tables = []
    for code in WHOLE:
        rows = Sources(metrics()[code], frames, orders, (), ()).rows
        if rows is None or rows.empty:
            continue
        rows = rows[rows["bad"].astype(bool)]
        counts = rows["counts"].astype(bool)
        if window := _longest(measurements, code):
            counts &= (rows["day"] >= pd.Timestamp(window.start)) & (rows["day"] <= pd.Timestamp(window.end))
        plain = rows.astype(dict.fromkeys(TEXTS, "str"))
        tables.append(plain.assign(metric=code, reason=_reasons(plain), counts=counts)[list(COLUMNS)])
    if not tables:
        return pd.DataFrame(columns=list(COLUMNS))
    whole = pd.concat(tables, ignore_index=True)
    return whole.sort_values(["metric", "day"], ascending=[True, False], kind="stable").reset_index(drop=True)


def _reasons(rows: pd.DataFrame) -> pd.Series:
    reason = rows["reason"]
    for other in ("defect_type", "tracking_fault", "confirmation"):
        reason = reason.where(reason != "", rows[other])
    return reason


def _longest(measurements: Measurements | None, code: str) -> Window | None:
    if measurements is None:
        return None
    days = max(metrics()[code].windows)
    found = [m.window for m in measurements.metrics if m.code == code and m.basis != "amazon" and m.window]
    return next((w for w in found if w.days == days), None)
