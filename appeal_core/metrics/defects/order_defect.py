"""Orders with negative feedback, a claim or a chargeback; each order once."""

from __future__ import annotations

import numpy as np
import pandas as pd

from appeal_core.metrics.defects.table import counting, defect_rows, flagged, one_an_order, text_of
from appeal_core.metrics.frames import Frames, fulfilments
from appeal_core.metrics.words import stacked

KINDS = ("order_defect_report",)
PART_KINDS = ("feedback", "returns")
PARTS = ("negative_feedback", "a_to_z_claim", "chargeback")
NEGATIVE_STARS = 2  # one and two stars; three are not negative (Amazon help G200285170)


def find(frames: Frames, parts: tuple[str, ...] = PARTS) -> pd.DataFrame | None:
    """The orders of Amazon's download, by the day of the order; a row without any of `parts` is no defect of them.

    `None` where the file has no column of a single part that is asked for. A file without any of the three
    columns lists defects alone.
    """
    frame = frames.joined(*KINDS)
    if frame is None or (len(parts) == 1 and parts[0] not in frame):
        return None
    types = _types([(part, flagged(frame, part)) for part in parts if part in frame], frame.index)
    marked = types != "" if any(part in frame for part in PARTS) else pd.Series(True, index=frame.index)
    day = frames.days(frame["order_date"]) if "order_date" in frame else pd.Series(pd.NaT, index=frame.index)
    channel = frame.get("fulfillment_channel")
    rows = defect_rows(
        frame["order_id"], day, counting(frame) & marked,
        fulfilment=fulfilments(channel) if channel is not None else "",
        sku=text_of(frame, "sku"), asin=text_of(frame, "asin"), reason=text_of(frame, "reason"), defect_type=types,
    )  # fmt: skip
    return one_an_order(rows)


def estimate(frames: Frames, wanted: tuple[str, ...] = PARTS) -> pd.DataFrame | None:
    """Orders with one- or two-star feedback, or with a claim in the returns file: chargebacks are unknown."""
    parts = []
    if "negative_feedback" in wanted and (feedback := frames.joined("feedback")) is not None:
        low = feedback[feedback["rating"] <= NEGATIVE_STARS]
        parts.append(_part(low, pd.Series(pd.NaT, index=low.index), "negative_feedback", ""))
    returns = frames.joined("returns") if "a_to_z_claim" in wanted else None
    if returns is not None and "a_to_z_claim" in returns:
        claimed = returns[flagged(returns, "a_to_z_claim")]
        day = (
            frames.days(claimed["order_date"])
            if "order_date" in claimed
            else pd.Series(pd.NaT, index=claimed.index)
        )
        parts.append(_part(claimed, day, "a_to_z_claim", "seller"))
    return one_an_order(stacked(parts)) if parts else None


def _part(frame: pd.DataFrame, day: pd.Series, kind: str, side: str) -> pd.DataFrame:
    every = pd.Series(True, index=frame.index)
    return defect_rows(
        frame["order_id"], day.astype("datetime64[s]"), every, fulfilment=side, sku=text_of(frame, "sku"),
        asin=text_of(frame, "asin"), defect_type=kind,
    )  # fmt: skip


def _types(parts: list[tuple[str, pd.Series]], index: pd.Index) -> pd.Series:
    text = np.full(len(index), "", dtype=object)
    for name, marks in parts:
        hit = marks.to_numpy()
        text[hit] = [f"{t} | {name}" if t else name for t in text[hit]]
    return pd.Series(text, index=index)
