"""The reports' frames by kind, and their days as the marketplace counts them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
import pandas as pd

from appeal_core.case.report_frame import Report
from appeal_core.catalog.entries import Marketplace
from appeal_core.metrics.order_keys import OrderKeys

_SELLER = frozenset(
    [
        "merchant",
        "mfn",
        "fbm",
        "seller",
        "default",
        "selffulfilled",
        "sellerfulfilled",
        "卖家",
        "卖家自行配送",
        "自行配送",
    ]
)
_AMAZON = frozenset(
    ["amazon", "afn", "fba", "fulfilledbyamazon", "amazonfulfilled", "亚马逊", "亚马逊物流", "亚马逊配送"]
)
_SIDES = ("", "seller", "amazon")
WHAT = "what"
MANY = 200_000  # rows, from which on a file is searched once for all orders that the other files name


@dataclass(frozen=True)
class Frames:
    """All frames of one shop. `mapped` tables stand under the metric (or `orders`) that their rows are."""

    store: Marketplace
    reports: tuple[Report, ...]
    listed: dict[str, pd.DataFrame | None] = field(
        default_factory=dict, repr=False, compare=False
    )  # by metric
    _keys: OrderKeys = field(default_factory=OrderKeys, repr=False, compare=False)
    # What was worked out of a column stands here beside it, so that its id is not given to another meanwhile.
    _known: dict[tuple[str, int], tuple[pd.DataFrame, np.ndarray]] = field(
        default_factory=dict, repr=False, compare=False
    )
    kept: dict[str, object] = field(default_factory=dict, repr=False, compare=False)  # worked out once of all
    _joined: dict[tuple[int, ...], pd.DataFrame] = field(default_factory=dict, repr=False, compare=False)

    def of(self, *kinds: str) -> list[pd.DataFrame]:
        """The frames of these kinds, oldest data first; empty ones too."""
        found = [r for r in self.reports if r.frame is not None and self._kind(r) in kinds]
        found.sort(key=lambda r: r.summary.last or dt.date.min)
        return [r.frame for r in found if r.frame is not None]

    def joined(self, *kinds: str) -> pd.DataFrame | None:
        """One frame of all these; `None` where there is no such file."""
        frames = self.of(*kinds)
        if len(frames) < 2:
            return frames[0] if frames else None
        filled = [f for f in frames if len(f)] or frames[:1]
        which = tuple(id(f) for f in filled)
        if which not in self._joined:
            self._joined[which] = pd.concat([self._naive(f) for f in filled], ignore_index=True)
        return self._joined[which]

    def files(self, *kinds: str) -> tuple[str, ...]:
        """The names of the files of these kinds."""
        return tuple(r.summary.file for r in self.reports if r.frame is not None and self._kind(r) in kinds)

    def days(self, values: pd.Series) -> pd.Series:
        """Naive days: instants are first brought to the marketplace's zone."""
        if not pd.api.types.is_datetime64_any_dtype(values):
            return pd.Series(pd.NaT, index=values.index, dtype="datetime64[s]")
        if values.dt.tz is not None:
            values = values.dt.tz_convert(self.store.zone).dt.tz_localize(None)
        days: pd.Series = values.dt.floor("D").astype("datetime64[s]")
        return days

    def keys_of(self, order_ids: pd.Series) -> np.ndarray:
        """Order IDs as whole numbers (int64), equal exactly where the IDs are."""
        return self._keys.of(order_ids)

    def rows_of(self, frame: pd.DataFrame, keys: np.ndarray) -> np.ndarray:
        """Where the rows of these orders stand in a report's frame."""
        every = self.order_keys(frame)
        if len(every) < MANY or not are_in(keys, self.named).all():
            return np.flatnonzero(pd.Series(every).isin(keys).to_numpy())
        some = self._once(
            "named", frame, lambda: np.flatnonzero(pd.Series(every).isin(self.named).to_numpy())
        )
        here: np.ndarray = some[are_in(every[some], each_once(keys))]
        return here

    @cached_property
    def named(self) -> np.ndarray:
        """The orders that the smaller files name, sorted: those of a large file are looked for again and again."""
        frames = [r.frame for r in self.reports if r.frame is not None and "order_id" in r.frame]
        largest = max((len(f) for f in frames), default=0)
        keys = [self.order_keys(f) for f in frames if len(f) < largest]
        return each_once(np.concatenate(keys)) if keys else np.zeros(0, dtype=np.int64)

    def order_keys(self, frame: pd.DataFrame) -> np.ndarray:
        """The keys of a report's orders, worked out once."""
        return self._once("keys", frame, lambda: self.keys_of(frame["order_id"]))

    def order_numbers(self, frame: pd.DataFrame) -> np.ndarray:
        """A report's orders numbered from 0 as they come, a number a row, worked out once."""
        return self._once(
            "numbers", frame, lambda: pd.factorize(self.order_keys(frame))[0].astype(np.int32, copy=False)
        )

    def _once(self, what: str, frame: pd.DataFrame, work: Callable[[], np.ndarray]) -> np.ndarray:
        if (what, id(frame)) not in self._known:
            self._known[what, id(frame)] = (frame, work())
        return self._known[what, id(frame)][1]

    def _naive(self, frame: pd.DataFrame) -> pd.DataFrame:
        """Days for instants, so that files of both sorts stand in one column."""
        dated = [c for c in frame.columns if pd.api.types.is_datetime64_any_dtype(frame[c])]
        words = [c for c in frame.columns if isinstance(frame[c].dtype, pd.CategoricalDtype)]
        days = {c: self.days(frame[c]) for c in dated}
        return frame.assign(**days, **{c: frame[c].astype("str") for c in words})

    @staticmethod
    def _kind(report: Report) -> str:
        if report.summary.kind == "mapped" and report.frame is not None and len(report.frame):
            return f"mapped:{report.frame[WHAT].iloc[0]}"
        return report.summary.kind or ""


def frames_of(reports: Sequence[Report], store: Marketplace) -> Frames:
    """The reports that were read."""
    return Frames(store, tuple(r for r in reports if r.frame is not None))


def fulfilments(values: pd.Series) -> pd.Series:
    """`seller`, `amazon` or empty for each value of a fulfilment column (Merchant, MFN, AFN, Amazon …)."""
    words = values.astype("category")
    names = ["".join(c for c in str(n).casefold() if c.isalnum()) for n in words.cat.categories]
    sides = [_SIDES.index(_side(n)) for n in names]
    codes = np.array([*sides, 0], dtype=np.int8)[words.cat.codes.to_numpy()]
    return pd.Series(pd.Categorical.from_codes(codes, categories=pd.Index(_SIDES)), index=values.index)


def _side(name: str) -> str:
    if name in _SELLER:
        return "seller"
    return "amazon" if name in _AMAZON or name.startswith("amazon") else ""


def each_once(keys: np.ndarray) -> np.ndarray:
    """The different keys, sorted."""
    return np.sort(pd.unique(keys))


def are_in(keys: np.ndarray, among: np.ndarray) -> np.ndarray:
    """Which of `keys` stand in the sorted `among`."""
    if not len(among):
        return np.zeros(len(keys), dtype=bool)
    place = np.searchsorted(among, keys)
    place[place == len(among)] = 0
    found: np.ndarray = among[place] == keys
    return found


def first_of(columns: Iterable[pd.Series]) -> pd.Series:
    """Row by row the first value that is there."""
    result: pd.Series | None = None
    for column in columns:
        result = column if result is None else result.where(result.notna(), column)
    if result is None:
        raise ValueError("no columns")
    return result
