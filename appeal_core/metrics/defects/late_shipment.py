"""Orders confirmed after their expected ship date, as Amazon's download lists them."""

from __future__ import annotations

import numpy as np
import pandas as pd

from appeal_core.metrics.defects.table import counting, defect_rows, one_an_order, text_of
from appeal_core.metrics.frames import Frames, first_of

KINDS = ("late_shipment_report",)
_SCANNING = ("on_time_delivery_report", "mapped:orders", "mapped:late_shipment_rate")


def find(frames: Frames) -> pd.DataFrame | None:
    """The listed orders by the day of the order; `confirmation` tells which had left in time all the same."""
    return _rows(frames, ("order_date", "confirmed_date", "expected_ship_date"))


def find_by_confirmation(frames: Frames) -> pd.DataFrame | None:
    """The same orders by the day of their confirmation: Amazon does not publish which of the two it uses."""
    frame = frames.joined(*KINDS)
    return None if frame is None or "confirmed_date" not in frame else _rows(frames, ("confirmed_date",))


def _rows(frames: Frames, dated: tuple[str, ...]) -> pd.DataFrame | None:
    frame = frames.joined(*KINDS)
    if frame is None:
        return None
    days = first_of([frames.days(frame[c]) for c in dated if c in frame])
    rows = defect_rows(
        frame["order_id"], days, counting(frame), fulfilment="seller", sku=text_of(frame, "sku"),
        asin=text_of(frame, "asin"), carrier=text_of(frame, "carrier"), ship_service=text_of(frame, "ship_service"),
        confirmation=_confirmation(frames, frame),
    )  # fmt: skip
    return one_an_order(rows)


def _confirmation(frames: Frames, frame: pd.DataFrame) -> pd.Series | str:
    if "expected_ship_date" not in frame:
        return ""
    expected = frames.days(frame["expected_ship_date"])
    shipped = (
        frames.days(frame["shipped_date"])
        if "shipped_date" in frame
        else pd.Series(pd.NaT, index=frame.index)
    )
    scanned = _scans(frames, frame["order_id"])
    shipped = scanned.where(scanned.notna(), shipped)
    known = (shipped.notna() & expected.notna()).to_numpy()
    late = (shipped > expected).to_numpy()
    words = np.where(known, np.where(late, "shipped_late", "confirmed_late_only"), "")
    return pd.Series(words, index=frame.index)


def _scans(frames: Frames, order_ids: pd.Series) -> pd.Series:
    """First carrier scans out of the on-time delivery download and of the seller's own lists, where they are there.

    A scan is the carrier's word, so it goes before the ship day that Amazon's file gives.
    """
    telling = [frame for frame in frames.of(*_SCANNING) if "scanned_date" in frame]
    told = [
        pd.DataFrame({"order": frame["order_id"].astype("str"), "day": frames.days(frame["scanned_date"])})
        for frame in telling
    ]
    if not told:
        return pd.Series(pd.NaT, index=order_ids.index, dtype="datetime64[s]")
    first = pd.concat(told, ignore_index=True).groupby("order")["day"].min()
    found = first.reindex(order_ids.astype("str"))  # `map` fails on a download that lists no order
    return pd.Series(found.to_numpy(), index=order_ids.index)
