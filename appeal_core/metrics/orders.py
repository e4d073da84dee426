"""The shop's orders, one row an order, and what was in them: the base of estimates and of drivers."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
import pandas as pd

from appeal_core.metrics.frames import Frames, each_once, fulfilments

POPULATION = ("all_orders", "mapped:orders")
ITEM_KINDS = (*POPULATION, "orders", "unshipped_orders", "fba_shipments", "returns", "fba_returns")
_ITEM_COLUMNS = ("order_id", "sku", "asin", "ship_service", "fulfillment_channel")
_CANCELLED = ("cancelled", "canceled", "已取消", "キャンセル")
_PENDING = ("pending", "待处理")


@dataclass(frozen=True)
class Orders:
    """`rows`: day, fulfilment, cancelled, item_cancelled, business, number, at; one an order, the oldest first.

    `number` is the order's among `frames.order_numbers` of the joined files `source`, and `at` the row of it that
    is taken. Pending orders are left out: they are no orders yet.
    """

    rows: pd.DataFrame
    files: tuple[str, ...]
    source: pd.DataFrame = field(repr=False, compare=False)
    _found: dict[tuple[str, str, str], pd.DataFrame] = field(default_factory=dict, repr=False, compare=False)

    def within(self, start: object, end: object, fulfilment: str) -> pd.DataFrame:
        """The orders of these days (both ends) and that fulfilment (`all`: any)."""
        asked = (str(start), str(end), fulfilment)
        if asked not in self._found:
            self._found.clear()  # windows are asked for one after the other; all of them would fill the memory
            first, last = self._span(asked[0], asked[1])
            rows = self.rows.iloc[first:last]
            if fulfilment != "all":
                rows = rows[(rows["fulfilment"] == fulfilment).to_numpy()]
            self._found[asked] = rows
        return self._found[asked]

    def by_day(self, start: object, end: object, fulfilment: str) -> dict[pd.Timestamp, int]:
        """How many orders there are on each of these days that has any."""
        days = self.within(start, end, fulfilment)["day"].to_numpy()
        new = np.ones(len(days), dtype=bool)
        new[1:] = days[1:] != days[:-1]
        at = np.flatnonzero(new)
        counts = np.diff(np.append(at, len(days)))
        return {pd.Timestamp(days[i]): int(n) for i, n in zip(at, counts, strict=True)}

    def ids(self, rows: pd.DataFrame) -> pd.Series:
        """The order IDs of some of `rows`, as they stand in the files."""
        ids = self.source["order_id"].take(rows["at"].to_numpy()).astype("str")
        return ids.set_axis(rows.index)

    @cached_property
    def ends(self) -> tuple[pd.Timestamp, pd.Timestamp] | None:
        """The first and the last day with an order; `None` without any."""
        days = self.rows["day"].to_numpy()
        known = len(days) - int(np.isnat(days).sum())  # those without a day stand last
        return (pd.Timestamp(days[0]), pd.Timestamp(days[known - 1])) if known else None

    def _span(self, start: str, end: str) -> tuple[int, int]:
        days = self.rows["day"].to_numpy()
        first = np.searchsorted(days, np.datetime64(start, "s"), side="left")
        return int(first), int(np.searchsorted(days, np.datetime64(end, "s"), side="right"))

    def covers(self, start: pd.Timestamp, end: pd.Timestamp) -> bool:
        """Whether the files reach over that span, but for three days or a tenth of its days."""
        if self.ends is None:
            return False
        slack = pd.Timedelta(days=max(3, round(((end - start).days + 1) / 10)))
        first, last = self.ends
        return bool(first <= start + slack and last >= end - slack)


def orders_of(frames: Frames) -> Orders | None:
    """The orders of the All Orders files; of the New Orders file where there are none; else `None`."""
    kinds = POPULATION if frames.of(*POPULATION) else ("orders",)
    frame = frames.joined(*kinds)
    if frame is None:
        return None
    dated = "purchase_date" if "purchase_date" in frame else "day"
    cancelled = _says(frame, "order_status", _CANCELLED)
    columns = {
        "day": frames.days(frame[dated]),
        "fulfilment": sides_of(frame),
        "cancelled": cancelled,
        "item_cancelled": cancelled | _says(frame, "item_status", _CANCELLED),
        "business": _says(frame, "is_business_order", ("true", "yes")),
    }
    columns["number"] = pd.Series(frames.order_numbers(frame), index=frame.index)
    columns["at"] = pd.Series(np.arange(len(frame), dtype=np.int32), index=frame.index)
    pending = _says(frame, "order_status", _PENDING).to_numpy()
    rows = _by_day(_one_an_order(pd.DataFrame(columns, copy=False), pending))
    return Orders(rows, frames.files(*kinds), frame)


def items_of(frames: Frames, order_ids: pd.Series) -> pd.DataFrame:
    """Of the given orders: order_id, sku, asin, ship_service, day, from every file that tells."""
    parts = []
    keys = each_once(frames.keys_of(order_ids))
    for frame in frames.of(*ITEM_KINDS):
        rows = frames.rows_of(frame, keys)
        if not len(rows):
            continue
        dated = next((c for c in ("purchase_date", "order_date", "day") if c in frame), None)
        here = frame[[c for c in _ITEM_COLUMNS if c in frame]].take(rows)
        part = pd.DataFrame({"order_id": here["order_id"]})
        for name in ("sku", "asin", "ship_service"):
            part[name] = here[name].astype("str") if name in here else ""
        part["day"] = frames.days(frame[dated].take(rows)) if dated else pd.NaT
        part["fulfilment"] = sides_of(here) if "fulfillment_channel" in here else ""
        parts.append(part)
    if not parts:
        return pd.DataFrame(columns=["order_id", "sku", "asin", "ship_service", "day", "fulfilment"])
    return pd.concat(parts, ignore_index=True)


def _by_day(rows: pd.DataFrame) -> pd.DataFrame:
    """The oldest order first; those without a day last."""
    days = rows["day"].to_numpy()
    since = (days - np.datetime64("2000-01-01", "s")).astype("timedelta64[D]").astype(np.int64)
    numbers = np.where(np.isnat(days), 32_767, since.clip(-32_000, 32_000)).astype(np.int16)
    if (numbers[1:] >= numbers[:-1]).all():
        return rows
    return rows.take(np.argsort(numbers, kind="stable")).reset_index(drop=True)


def _one_an_order(rows: pd.DataFrame, pending: np.ndarray) -> pd.DataFrame:
    """The last row of each order that is not pending, with any of its items' cancellations."""
    numbers = rows["number"].to_numpy()
    size = len(numbers)
    last = np.full(size, -1, dtype=np.int64)
    taken = np.flatnonzero(~pending) if pending.any() else np.arange(size)
    last[numbers[taken]] = taken  # of an order's rows the last one stays
    kept = np.zeros(size, dtype=bool)
    kept[last[last >= 0]] = True
    if kept.all():
        return rows
    odd = rows["item_cancelled"].to_numpy() & ~kept & ~pending
    single = rows[kept].reset_index(drop=True)
    if odd.any():
        some = np.zeros(size, dtype=bool)
        some[numbers[odd]] = True
        single["item_cancelled"] |= some[numbers[kept]]
    return single


def sides_of(frame: pd.DataFrame) -> pd.Series | str:
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
