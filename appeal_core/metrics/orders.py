"""The shop's orders, one row an order, and what was in them: the base of estimates and of drivers."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from appeal_core.metrics.frames import Frames, fulfilments

POPULATION = ("all_orders", "mapped:orders")
_ITEM_KINDS = (*POPULATION, "orders", "unshipped_orders", "fba_shipments", "returns", "fba_returns")
_CANCELLED = ("cancelled", "canceled", "已取消", "キャンセル")
_PENDING = ("pending", "待处理")


@dataclass(frozen=True)
class Orders:
    """`rows`: order_id, day, fulfilment, cancelled, item_cancelled, business; one an order.

    Pending orders are left out: they are no orders yet.
    """

    rows: pd.DataFrame
    files: tuple[str, ...]
    _found: dict[tuple[str, str, str], pd.DataFrame] = field(default_factory=dict, repr=False, compare=False)

    def within(self, start: object, end: object, fulfilment: str) -> pd.DataFrame:
        """The orders of these days (both ends) and that fulfilment (`all`: any)."""
        asked = (str(start), str(end), fulfilment)
        if asked not in self._found:
            day = self.rows["day"].to_numpy()
            mask = (day >= np.datetime64(asked[0])) & (day <= np.datetime64(asked[1]))
            if fulfilment != "all":
                mask &= (self.rows["fulfilment"] == fulfilment).to_numpy()
            self._found[asked] = self.rows[mask]
        return self._found[asked]

    def covers(self, start: pd.Timestamp, end: pd.Timestamp) -> bool:
        """Whether the files reach over that span, but for three days or a tenth of its days."""
        if self.rows.empty:
            return False
        slack = pd.Timedelta(days=max(3, round(((end - start).days + 1) / 10)))
        first, last = self.rows["day"].min(), self.rows["day"].max()
        return bool(first <= start + slack and last >= end - slack)


def orders_of(frames: Frames) -> Orders | None:
    """The orders of the All Orders files; of the New Orders file where there are none; else `None`."""
    kinds = POPULATION if frames.of(*POPULATION) else ("orders",)
    frame = frames.joined(*kinds)
    if frame is None:
        return None
    dated = "purchase_date" if "purchase_date" in frame else "day"
    rows = pd.DataFrame({"order_id": frame["order_id"], "day": frames.days(frame[dated])})
    rows["fulfilment"] = _sides(frame)
    status = _says(frame, "order_status", _CANCELLED)
    rows["cancelled"] = status
    rows["item_cancelled"] = status | _says(frame, "item_status", _CANCELLED)
    rows["business"] = _says(frame, "is_business_order", ("true", "yes"))
    if (pending := _says(frame, "order_status", _PENDING)).any():
        rows = rows[~pending]
    rows = _one_an_order(rows)
    return Orders(rows, frames.files(*kinds))


def items_of(frames: Frames, order_ids: pd.Series) -> pd.DataFrame:
    """Of the given orders: order_id, sku, asin, ship_service, day, from every file that tells."""
    parts = []
    for frame in frames.of(*_ITEM_KINDS):
        here = frame[frame["order_id"].isin(order_ids)]
        if here.empty:
            continue
        dated = next((c for c in ("purchase_date", "order_date", "day") if c in here), None)
        part = pd.DataFrame({"order_id": here["order_id"]})
        for name in ("sku", "asin", "ship_service"):
            part[name] = here[name].astype("str") if name in here else ""
        part["day"] = frames.days(here[dated]) if dated else pd.NaT
        part["fulfilment"] = _sides(here) if "fulfillment_channel" in here else ""
        parts.append(part)
    if not parts:
        return pd.DataFrame(columns=["order_id", "sku", "asin", "ship_service", "day", "fulfilment"])
    return pd.concat(parts, ignore_index=True)


def _one_an_order(rows: pd.DataFrame) -> pd.DataFrame:
    """The last row of each order, with any of its items' cancellations."""
    repeated = rows["order_id"].duplicated(keep="last").to_numpy()
    if not repeated.any():
        return rows.reset_index(drop=True)
    single = rows[~repeated].reset_index(drop=True)
    odd = rows.loc[repeated & rows["item_cancelled"].to_numpy(), "order_id"]
    if len(odd):
        single["item_cancelled"] |= single["order_id"].isin(odd)
    return single


def _sides(frame: pd.DataFrame) -> pd.Series | str:
    """Seller where the file does not tell: then it is a file of the seller's own orders."""
    return fulfilments(frame["fulfillment_channel"]) if "fulfillment_channel" in frame else "seller"


def _says(frame: pd.DataFrame, column: str, words: tuple[str, ...]) -> pd.Series:
    if column not in frame:
        return pd.Series(False, index=frame.index)
    values = frame[column].astype("category")
    hit = np.array(
        [*(str(n).strip().casefold().startswith(words) for n in values.cat.categories), False], dtype=bool
    )
    return pd.Series(hit[values.cat.codes.to_numpy()], index=frame.index)
