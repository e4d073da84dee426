"""Orders that the seller cancelled: Amazon's download, or, as an upper bound, every cancelled order."""

from __future__ import annotations

import pandas as pd

from appeal_core.metrics.defects.table import counting, defect_rows, one_an_order, text_of
from appeal_core.metrics.frames import Frames
from appeal_core.metrics.orders import Orders

KINDS = ("cancellation_report",)
_BUYER = ("buyer", "customer", "买家")


def find(frames: Frames) -> pd.DataFrame | None:
    """The listed orders by the day of the order; those that the file says the buyer cancelled do not count."""
    frame = frames.joined(*KINDS)
    if frame is None:
        return None
    counts = counting(frame)
    if "cancelled_by" in frame:
        counts &= ~frame["cancelled_by"].astype("str").str.casefold().str.startswith(_BUYER)
    rows = defect_rows(
        frame["order_id"], frames.days(frame["order_date"]), counts, fulfilment="seller",
        sku=text_of(frame, "sku"), asin=text_of(frame, "asin"), reason=text_of(frame, "reason"),
    )  # fmt: skip
    return one_an_order(rows)


def upper_bound(orders: Orders | None) -> pd.DataFrame | None:
    """Every seller-fulfilled order with a cancellation: the buyers' own are among them, so it is at most these.

    `None` where the seller fulfils no order itself.
    """
    own = None if orders is None else orders.rows["fulfilment"] == "seller"
    if orders is None or own is None or not own.any():
        return None
    rows = orders.rows[own & orders.rows["item_cancelled"]]
    return defect_rows(orders.ids(rows), rows["day"], pd.Series(True, index=rows.index), fulfilment="seller")
