"""All that is known of one metric: listed defects, weaker signs of them, orders, typed and Amazon's figures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pandas as pd

from appeal_core.case.measurements import TypedCount, Window
from appeal_core.catalog.entries import Metric
from appeal_core.metrics import defects as defect_files
from appeal_core.metrics.amazon import AmazonFigure
from appeal_core.metrics.defects import cancellation, late_shipment, order_defect
from appeal_core.metrics.drivers import with_joined
from appeal_core.metrics.frames import Frames
from appeal_core.metrics.orders import Orders
from appeal_core.metrics.words import coded


@dataclass(frozen=True)
class Sources:
    """Everything about one metric, before any window."""

    metric: Metric
    frames: Frames
    orders: Orders | None
    typed: Sequence[TypedCount]
    amazon: Sequence[AmazonFigure]

    @cached_property
    def listed(self) -> pd.DataFrame | None:
        """The defects that a file lists, joined with what other files know."""
        return _listed(self.frames, self.metric.code)

    @cached_property
    def weak(self) -> pd.DataFrame | None:
        """Defects by a weaker way: all cancellations; feedback and claims of other files."""
        if self.metric.code == "cancellation_rate":
            return cancellation.upper_bound(self.orders)
        if "order_defect_rate" in (self.metric.code, self.metric.part_of):
            wanted = (self.metric.code.removesuffix("_rate"),) if self.metric.part_of else order_defect.PARTS
            rows = order_defect.estimate(self.frames, wanted)
            return None if rows is None else with_joined(self.frames, rows)
        return None

    @cached_property
    def by_confirmation(self) -> pd.DataFrame | None:
        """Late shipments by the day of their confirmation."""
        return (
            late_shipment.find_by_confirmation(self.frames)
            if self.metric.code == "late_shipment_rate"
            else None
        )

    @property
    def rows(self) -> pd.DataFrame | None:
        """The defects that drivers, days and the defect list are made of."""
        return self.listed if self.listed is not None else self.weak

    @cached_property
    def sides(self) -> set[str]:
        """The fulfilments of the rows; of a part of a rate, those of the whole."""
        rows = self.rows
        if self.metric.part_of:
            whole = _listed(self.frames, self.metric.part_of)
            rows = rows if whole is None else whole
        return set() if rows is None else set(rows["fulfilment"].unique())

    @property
    def is_typed(self) -> bool:
        """Whether a figure was typed for this metric."""
        return any(t.metric == self.metric.code for t in self.typed)

    def population(self, window: Window | None, side: str) -> pd.DataFrame | None:
        """The orders that the metric is about; `None` where no file of orders is there."""
        if self.orders is None or window is None:
            return None
        rows = self.orders.within(window.start, window.end, side)
        meant = self._meant(rows)
        return rows if meant is None else rows[meant]

    def size(self, window: Window | None, side: str) -> int | None:
        """How many orders those are."""
        if self.orders is None or window is None:
            return None
        rows = self.orders.within(window.start, window.end, side)
        meant = self._meant(rows)
        return len(rows) if meant is None else int(np.count_nonzero(meant))

    def _meant(self, rows: pd.DataFrame) -> np.ndarray | None:
        """Which of the orders of a window the metric is about; `None`: all of them."""
        if self.metric.code == "invoice_defect_rate":
            return rows["business"].to_numpy()
        return ~rows["cancelled"].to_numpy() if self.metric.code == "valid_tracking_rate" else None

    def covered(self, window: Window | None) -> bool:
        """Whether the order files reach over the window."""
        if self.orders is None or window is None:
            return True
        return self.orders.covers(pd.Timestamp(window.start), pd.Timestamp(window.end))


def _listed(frames: Frames, code: str) -> pd.DataFrame | None:
    """Worked out once for a metric and its parts."""
    if code not in frames.listed:
        rows = defect_files.listed(frames, code)
        frames.listed[code] = None if rows is None else with_joined(frames, rows)
    return frames.listed[code]


def in_window(rows: pd.DataFrame, window: Window | None, side: str) -> pd.DataFrame:
    """The listed rows of these days and that fulfilment that count toward the rate, good ones among them.

    Rows whose fulfilment no file tells are taken as the seller's.
    """
    mask = rows["counts"].to_numpy(dtype=bool)
    if side != "all":
        codes, names = coded(rows["fulfilment"])
        meant = np.array([n == side or (not n and side == "seller") for n in names], dtype=bool)
        mask = mask & meant[codes]
    if window is not None:
        days = rows["day"].to_numpy()
        mask = mask & (days >= np.datetime64(window.start)) & (days <= np.datetime64(window.end))
    return rows[mask]


def counted(rows: pd.DataFrame, window: Window | None, side: str) -> pd.DataFrame:
    """The defects among them."""
    here = in_window(rows, window, side)
    return here[here["bad"].astype(bool)]


def number(rows: pd.DataFrame | None, window: Window | None, side: str) -> int | None:
    """How many defects (orders, packages or units) there are; `None` where no file tells."""
    return None if rows is None else int(counted(rows, window, side)["weight"].sum())
