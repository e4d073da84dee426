"""Defects out of a table whose columns the seller named."""

from __future__ import annotations

import pandas as pd

from appeal_core.metrics.defects.table import counting, defect_rows, one_an_order, text_of
from appeal_core.metrics.frames import Frames, fulfilments


def find(frames: Frames, metric: str) -> pd.DataFrame | None:
    """The rows that the seller said are defects of `metric`, by the day that the seller named."""
    frame = frames.joined(f"mapped:{metric}")
    if frame is None:
        return None
    channel = frame.get("fulfillment_channel")
    rows = defect_rows(
        frame["order_id"], frames.days(frame["day"]), counting(frame), sku=text_of(frame, "sku"),
        fulfilment=fulfilments(channel) if channel is not None else "seller", asin=text_of(frame, "asin"),
        carrier=text_of(frame, "carrier"), reason=text_of(frame, "reason"),
    )  # fmt: skip
    return one_an_order(rows)
