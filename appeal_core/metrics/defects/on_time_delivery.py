"""Units that arrived after the promised day, promise extensions not counted."""

from __future__ import annotations

import numpy as np
import pandas as pd

from appeal_core.metrics.defects.table import counting, defect_rows, flagged, row_names, text_of
from appeal_core.metrics.frames import Frames, first_of

KINDS = ("on_time_delivery_report",)
BEYOND, WITHIN = "late_beyond_extension", "late_within_extension"


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
        defect_type=_by_extension(frames, frame),
    )  # fmt: skip
    named = rows.assign(named=row_names(frames, frame, *KINDS).to_numpy())
    return named.drop_duplicates().drop(columns="named").reset_index(drop=True)


def _late(frames: Frames, frame: pd.DataFrame) -> pd.Series:
    if "late" in frame and frame["late"].notna().any():
        return flagged(frame, "late")
    if "delivered_date" not in frame or "promised_delivery_date" not in frame:
        return pd.Series(True, index=frame.index)
    delivered, promised = frames.days(frame["delivered_date"]), frames.days(frame["promised_delivery_date"])
    return (delivered > promised) | delivered.isna()


def _by_extension(frames: Frames, frame: pd.DataFrame) -> pd.Series | str:
    """Whether a late unit was late by the extended promise too; empty where the file does not tell."""
    if "delivered_date" not in frame or "extended_delivery_date" not in frame:
        return ""
    delivered, extended = frames.days(frame["delivered_date"]), frames.days(frame["extended_delivery_date"])
    if "promised_delivery_date" in frame:  # without an extension the promise itself stands
        extended = extended.where(extended.notna(), frames.days(frame["promised_delivery_date"]))
    beyond = ((delivered > extended) | delivered.isna()).to_numpy()
    words = np.where(extended.notna() & _late(frames, frame), np.where(beyond, BEYOND, WITHIN), "")
    return pd.Series(words, index=frame.index)
