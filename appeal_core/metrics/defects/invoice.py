"""Business orders whose invoice is missing or late."""

from __future__ import annotations

import pandas as pd

from appeal_core.metrics.defects.table import counting, defect_rows, one_an_order, text_of
from appeal_core.metrics.frames import Frames, first_of

KINDS = ("invoice_defect_report",)


def find(frames: Frames) -> pd.DataFrame | None:
    """The listed orders by ship date; each once."""
    frame = frames.joined(*KINDS)
    if frame is None:
        return None
    dated = [c for c in ("shipped_date", "order_date") if c in frame]
    empty = pd.Series(pd.NaT, index=frame.index, dtype="datetime64[s]")
    day = first_of([frames.days(frame[c]) for c in dated]) if dated else empty
    rows = defect_rows(
        frame["order_id"], day, counting(frame), fulfilment="all", reason=text_of(frame, "reason"),
        defect_type=text_of(frame, "defect_type"),
    )  # fmt: skip
    return one_an_order(rows)
