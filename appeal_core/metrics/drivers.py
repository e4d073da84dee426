"""Under which values defects gather: SKU, carrier, day … with their share, and their lift over the share of orders."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

import numpy as np
import pandas as pd

from appeal_core.case.measurements import Driver
from appeal_core.metrics.frames import Frames
from appeal_core.metrics.orders import POPULATION, Orders, items_of
from appeal_core.metrics.told import COLUMNS, told_of
from appeal_core.metrics.words import completed, tallied

TOP = 5
MANY = 50_000  # orders, from which on IDs are not compared one by one
OWN = (
    "sku", "asin", "carrier", "ship_service", "reason", "category", "confirmation", "tracking_fault", "defect_type",
    "return_reason",
)  # fmt: skip
_TOLD = ("sku", "asin", "ship_service")  # by the order files
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def with_joined(frames: Frames, defects: pd.DataFrame) -> pd.DataFrame:
    """The defects with what other files know of their orders: SKU, ASIN, service, carrier, return reason, day."""
    if defects.empty:
        return defects
    keys = frames.keys_of(defects["order_id"])
    told = told_of(frames, keys)
    place = told.of(keys)
    joined = defects.copy(deep=False)
    for name in COLUMNS:
        joined[name] = completed(joined[name], told.rows[name], place)
    days = told.rows["day"].to_numpy()[place]
    joined["day"] = joined["day"].where(joined["day"].notna(), pd.Series(days, index=joined.index))
    return joined


def drivers_of(
    frames: Frames, orders: Orders | None, defects: pd.DataFrame, population: pd.DataFrame | None
) -> tuple[Driver, ...]:
    """The five weightiest values of each kind. `population`: the orders of the same days, or `None`.

    `orders` and `lift` are known only for what the order files tell: SKU, ASIN, service, day, weekday.
    """
    if defects.empty:
        return ()
    found: list[Driver] = []
    total = int(defects["weight"].sum())
    size = len(population) if population is not None else 0
    weights = defects["weight"].to_numpy(dtype=np.int64)
    tallies = {by: Counter(tallied(defects[by], weights)) for by in OWN}
    held = _orders_by(frames, orders, population, {by: tallies[by] for by in _TOLD if tallies[by]})
    for by, tally in tallies.items():
        found += _of(by, tally, total, held.get(by), size)
    days = defects["day"].to_numpy()
    dated = ~np.isnat(days)
    for by in ("day", "weekday"):
        counts = Counter(_by_day(days[dated], weights[dated], by))
        found += _of(by, counts, total, _orders_by_day(population, by), size)
    return tuple(found)


def _of(
    by: str, tally: Counter[str], total: int, orders: Mapping[str, int] | None, size: int
) -> list[Driver]:
    drivers = []
    for value, count in tally.most_common(TOP):
        known = orders.get(value, 0) if orders is not None else 0
        share = count / total
        lift = share / (known / size) if known else None
        drivers.append(
            Driver(by=by, value=value, defects=count, orders=known or None, share=share, lift=lift)
        )
    return drivers


def _orders_by_day(population: pd.DataFrame | None, by: str) -> Mapping[str, int] | None:
    if population is None or population.empty:
        return None
    days = population["day"].to_numpy()
    return _by_day(days, np.ones(len(days), dtype=np.int64), by)


def _day_words(days: np.ndarray, by: str) -> list[str]:
    stamps = pd.DatetimeIndex(days)
    return (
        [_WEEKDAYS[n] for n in stamps.day_of_week] if by == "weekday" else list(stamps.strftime("%Y-%m-%d"))
    )


def _by_day(days: np.ndarray, weights: np.ndarray, by: str) -> dict[str, int]:
    codes, different = pd.factorize(days)
    counts: Counter[str] = Counter()
    for word, weight in zip(_day_words(different, by), np.bincount(codes, weights), strict=True):
        counts[word] += int(weight)
    return dict(sorted(counts.items()))


def _orders_by(
    frames: Frames,
    orders: Orders | None,
    population: pd.DataFrame | None,
    tallies: Mapping[str, Counter[str]],
) -> dict[str, dict[str, int]]:
    """How many orders hold each of the weightiest values, for all that the order files tell."""
    if orders is None or population is None or population.empty:
        return {}
    wanted = {by: [value for value, _ in tally.most_common(TOP)] for by, tally in tallies.items()}
    if len(population) > MANY and frames.of(*POPULATION):
        return _by_number(frames, population, wanted)
    items = items_of(frames, orders.ids(population))
    held: dict[str, dict[str, int]] = {}
    for by, values in wanted.items():
        counts = items[items[by].isin(values)].groupby(by, observed=True)["order_id"].nunique()
        held[by] = {str(value): int(count) for value, count in counts.items()}
    return held


def _by_number(
    frames: Frames, population: pd.DataFrame, wanted: Mapping[str, list[str]]
) -> dict[str, dict[str, int]]:
    """The same for very many orders, from the order files alone and without a look at the IDs."""
    whole = frames.joined(*POPULATION)
    assert whole is not None
    numbers = frames.order_numbers(whole)
    meant = np.zeros(int(numbers.max()) + 1, dtype=bool)
    meant[population["number"].to_numpy()] = True
    rows = meant[numbers]
    held: dict[str, dict[str, int]] = {}
    for by in (b for b in wanted if b in whole):
        words = whole[by].astype("category")
        codes, names = words.cat.codes.to_numpy(), words.cat.categories
        held[by] = {}
        for value in (v for v in wanted[by] if v in names):
            here = numbers[rows & (codes == names.get_loc(value))]
            held[by][value] = _different(here)
    return held


def _different(numbers: np.ndarray) -> int:
    """How many different ones there are among very many small numbers."""
    seen = np.zeros(int(numbers.max(initial=0)) + 1, dtype=bool)
    seen[numbers] = True
    return int(np.count_nonzero(seen))
