"""Under which values defects gather: SKU, carrier, day … with their share, and their lift over the share of orders."""

from __future__ import annotations

from collections import Counter

import pandas as pd

from appeal_core.case.measurements import Driver
from appeal_core.metrics.frames import Frames, fulfilments
from appeal_core.metrics.orders import items_of

TOP = 5
MANY = 50_000  # orders, from which on IDs are not compared one by one
OWN = (
    "sku", "asin", "carrier", "ship_service", "reason", "category", "confirmation", "tracking_fault", "defect_type",
    "return_reason",
)  # fmt: skip
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_CARRIER_KINDS = ("ship_confirm", "valid_tracking_report", "on_time_delivery_report", "fba_shipments")
_RETURN_KINDS = ("returns", "fba_returns")


def with_joined(frames: Frames, defects: pd.DataFrame) -> pd.DataFrame:
    """The defects with what other files know of their orders: SKU, ASIN, service, carrier, return reason, day.

    Several values of an order stand side by side, ` | ` between them.
    """
    if defects.empty:
        return defects
    items = items_of(frames, defects["order_id"])
    joined = defects.copy()
    for name in ("sku", "asin", "ship_service", "fulfilment"):
        joined[name] = _filled(joined, name, items, name)
    for name, kinds, source in (
        ("carrier", _CARRIER_KINDS, "carrier"),
        ("return_reason", _RETURN_KINDS, "return_reason"),
    ):
        for frame in frames.of(*kinds):
            if source in frame:
                here = frame[frame["order_id"].isin(joined["order_id"])]
                joined[name] = _filled(joined, name, here, source)
    days = items[items["day"].notna()].groupby("order_id")["day"].min()
    missing = joined["day"].isna()
    if missing.any() and len(days):
        joined.loc[missing, "day"] = joined.loc[missing, "order_id"].map(days)
    return joined


def drivers_of(frames: Frames, defects: pd.DataFrame, population: pd.DataFrame | None) -> tuple[Driver, ...]:
    """The five weightiest values of each kind. `population`: the orders of the same days, or `None`.

    `orders` and `lift` are known only for what the order files tell: SKU, ASIN, service, day, weekday.
    """
    if defects.empty:
        return ()
    found: list[Driver] = []
    total = int(defects["weight"].sum())
    items = _items(frames, population)
    size = len(population) if population is not None else 0
    for by in OWN:
        tally = _tally(defects[by], defects["weight"])
        if tally:
            found += _of(by, tally, total, _orders_by(by, items, tally), size)
    dated = defects[defects["day"].notna()]
    for by in ("day", "weekday"):
        tally = _tally(_day_words(dated["day"], by), dated["weight"])
        found += _of(by, tally, total, _days_by(by, population), size)
    return tuple(found)


def _of(by: str, tally: Counter[str], total: int, orders: pd.Series | None, size: int) -> list[Driver]:
    drivers = []
    for value, count in tally.most_common(TOP):
        known = int(orders.get(value, 0)) if orders is not None else 0
        share = count / total
        lift = share / (known / size) if known else None
        drivers.append(
            Driver(by=by, value=value, defects=count, orders=known or None, share=share, lift=lift)
        )
    return drivers


def _tally(values: pd.Series, weights: pd.Series) -> Counter[str]:
    """How many defects have each value; one with several values counts for each."""
    tally: Counter[str] = Counter()
    for value, weight in zip(values.tolist(), weights.tolist(), strict=True):
        for part in str(value).split(" | ") if value else ():
            tally[part] += int(weight)
    return tally


def _day_words(days: pd.Series, by: str) -> pd.Series:
    if by == "weekday":
        names: pd.Series = days.dt.day_of_week.map(dict(enumerate(_WEEKDAYS)))
        return names
    words: pd.Series = days.dt.strftime("%Y-%m-%d")
    return words


def _days_by(by: str, population: pd.DataFrame | None) -> pd.Series | None:
    if population is None or population.empty:
        return None
    counts = population["day"].value_counts()
    summed: pd.Series = counts.groupby(_day_words(counts.index.to_series(), by).to_numpy()).sum()
    return summed


def _orders_by(by: str, items: pd.DataFrame | None, tally: Counter[str]) -> pd.Series | None:
    """How many orders hold each of the weightiest values."""
    if items is None or by not in ("sku", "asin", "ship_service") or by not in items:
        return None
    here = items[items[by].isin([value for value, _ in tally.most_common(TOP)])]
    return here.groupby(by, observed=True)["order_id"].nunique()


def _items(frames: Frames, population: pd.DataFrame | None) -> pd.DataFrame | None:
    if population is None or population.empty:
        return None
    many = len(population) > MANY and bool(frames.of("all_orders"))
    return _slim(frames, population) if many else items_of(frames, population["order_id"])


def _slim(frames: Frames, population: pd.DataFrame) -> pd.DataFrame:
    """The same for very many orders, by the rows' days and fulfilment instead of each order's ID."""
    first, last = population["day"].min(), population["day"].max()
    sides = list(population["fulfilment"].unique())
    parts: list[pd.DataFrame] = []
    for frame in frames.of("all_orders"):
        day = frames.days(frame["purchase_date"])
        mask = ((day >= first) & (day <= last)).to_numpy()
        if "fulfillment_channel" in frame:
            mask = mask & fulfilments(frame["fulfillment_channel"]).isin(sides).to_numpy()
        parts.append(frame.loc[mask, [c for c in ("order_id", "sku", "asin", "ship_service") if c in frame]])
    return pd.concat(parts, ignore_index=True) if len(parts) != 1 else parts[0]


def _filled(joined: pd.DataFrame, name: str, source: pd.DataFrame, column: str) -> pd.Series:
    """The defects' own value; where it is empty, what `source` knows of the order."""
    empty = joined[name] == ""
    if not empty.any() or source.empty:
        return joined[name]
    known: dict[str, dict[str, None]] = {}
    for order, text in zip(source["order_id"].tolist(), source[column].astype("str").tolist(), strict=True):
        if isinstance(text, str) and text:
            known.setdefault(order, {})[text] = None
    joint = joined["order_id"].map({order: " | ".join(texts) for order, texts in known.items()})
    return joined[name].where(~empty, joint.astype("str").fillna(""))
