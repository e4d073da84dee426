"""What all files together tell of an order: its SKUs, ASINs, service, carrier, return reasons, side and day."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from appeal_core.metrics.frames import Frames, are_in, each_once
from appeal_core.metrics.orders import ITEM_KINDS, sides_of
from appeal_core.metrics.words import filled, gathered, stacked, words_of

_ITEMS = ("sku", "asin", "ship_service", "fulfilment")
_CARRIER_KINDS = (
    "ship_confirm",
    "valid_tracking_report",
    "on_time_delivery_report",
    "fba_shipments",
    "mapped:orders",
)
_RETURN_KINDS = ("returns", "fba_returns")
COLUMNS = (*_ITEMS, "carrier", "return_reason")


@dataclass(frozen=True)
class Told:
    """`rows`: an order each, in the order of the sorted `keys`: `COLUMNS` as words, and `day` (NaT: not told)."""

    keys: np.ndarray
    rows: pd.DataFrame

    def of(self, keys: np.ndarray) -> np.ndarray:
        """The row of each of `keys`, all of which must be known."""
        return np.searchsorted(self.keys, keys)


def told_of(frames: Frames, keys: np.ndarray) -> Told:
    """What is told of the orders `keys`; worked out once for all that the smaller files name."""
    if are_in(keys, frames.named).all():
        known = frames.kept.get("told")
        if not isinstance(known, Told):
            known = frames.kept["told"] = _told(frames, frames.named)
        return known
    return _told(frames, each_once(keys))


def _told(frames: Frames, keys: np.ndarray) -> Told:
    index = pd.RangeIndex(len(keys))
    rows = pd.DataFrame({name: words_of("", index) for name in COLUMNS})
    rows["day"] = pd.Series(pd.NaT, index=index, dtype="datetime64[s]")
    parts, places = [], []
    for frame in frames.of(*ITEM_KINDS):
        if len(here := frames.rows_of(frame, keys)):
            parts.append(_items(frames, frame, here))
            places.append(np.searchsorted(keys, frames.order_keys(frame)[here]))
    if parts:
        items, place = stacked(parts), np.concatenate(places)
        for name in _ITEMS:
            rows[name] = gathered(items[name], place, len(keys))
        rows["day"] = items["day"].groupby(place).min().reindex(index).astype("datetime64[s]")
    for name, kinds in (("carrier", _CARRIER_KINDS), ("return_reason", _RETURN_KINDS)):
        for frame in frames.of(*kinds):
            if name in frame and len(here := frames.rows_of(frame, keys)):
                rows[name] = filled(rows[name], keys, frame[name].iloc[here], frames.order_keys(frame)[here])
    return Told(keys, rows)


def _items(frames: Frames, frame: pd.DataFrame, here: np.ndarray) -> pd.DataFrame:
    dated = next((c for c in ("purchase_date", "order_date", "day") if c in frame), None)
    wanted = [c for c in ("sku", "asin", "ship_service", "fulfillment_channel") if c in frame]
    some = frame[wanted].take(here)
    side = sides_of(some) if "fulfillment_channel" in some else ""
    part = pd.DataFrame({"day": frames.days(frame[dated].take(here)) if dated else pd.NaT}, index=some.index)
    part["day"] = part["day"].astype("datetime64[s]")
    for name in ("sku", "asin", "ship_service"):
        part[name] = words_of(some.get(name, ""), some.index)
    part["fulfilment"] = words_of(side, some.index)
    return part
