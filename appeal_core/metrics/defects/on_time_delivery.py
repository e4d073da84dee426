"""Units that arrived after the promised day, promise extensions not counted."""

from __future__ import annotations

import pandas as pd

from appeal_core.metrics.defects.table import counting, defect_rows, flagged, text_of
from appeal_core.metrics.frames import Frames, first_of

KINDS = ("on_time_delivery_report",)


def find(frames: Frames) -> pd.DataFrame | None:
    """The listed orders by promised delivery date, weighed by their units."""
    frame = frames.joined(*KINDS)
    if frame is None:
        return None
    dated = [c for c in ("promised_delivery_date", "extended_delivery_date", "order_date") if c in frame]
    units = frame["units"].astype("Int64").fillna(1) if "units" in frame else pd.Series(1, index=frame.index)
    rows = defect_rows(
        frame["order_id"], first_of([frames.days(frame[c]) for c in dated]), counting(frame), bad=_late(frames, frame),
        weight=units.astype(int), fulfilment="seller", sku=text_of(frame, "sku"), carrier=text_of(frame, "carrier"),
        ship_service=text_of(frame, "ship_service"), package=text_of(frame, "tracking_id"),
    )  # fmt: skip
    return rows.drop_duplicates().reset_index(drop=True)


def _late(frames: Frames, frame: pd.DataFrame) -> pd.Series:
    if "late" in frame and frame["late"].notna().any():
        return flagged(frame, "late")
    if "delivered_date" not in frame or "promised_delivery_date" not in frame:
        return pd.Series(True, index=frame.index)
    delivered, promised = frames.days(frame["delivered_date"]), frames.days(frame["promised_delivery_date"])
    return (delivered > promised) | delivered.isna()
