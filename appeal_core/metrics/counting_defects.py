"""The defects that count toward a rate, column by column: a hundred thousand of them are gone through in no time."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cache

import numpy as np
import pandas as pd

from appeal_core.metrics.words import BETWEEN


@dataclass(frozen=True)
class CountingDefects:
    """A place in every list is one row of the defect list. `parts`: its kinds of defect and tracking faults."""

    metric: np.ndarray
    order_id: list[str]
    days: np.ndarray  # datetime64[s]
    day: list[dt.date | None]
    fulfilment: np.ndarray
    reason: list[str]
    parts: list[frozenset[str]]


def counting_defects(defects: pd.DataFrame) -> CountingDefects:
    """The rows of a whole defect list that count."""
    rows = defects[defects["counts"].to_numpy(dtype=bool)]
    days = rows["day"].to_numpy().astype("datetime64[s]")
    types, faults = (_texts(rows, name) for name in ("defect_type", "tracking_fault"))
    return CountingDefects(
        metric=np.array(_texts(rows, "metric"), dtype=object),
        order_id=_texts(rows, "order_id"),
        days=days,
        day=days.astype("datetime64[D]").tolist(),
        fulfilment=np.array(_texts(rows, "fulfilment"), dtype=object),
        reason=_texts(rows, "reason"),
        parts=[parts_in(a, b) for a, b in zip(types, faults, strict=True)],
    )


@cache
def parts_in(*texts: str) -> frozenset[str]:
    """The codes that stand in joined texts."""
    return frozenset(part for text in texts for part in text.split(BETWEEN) if part)


def _texts(rows: pd.DataFrame, column: str) -> list[str]:
    found: list[str] = rows[column].astype("str").to_numpy(dtype=object, na_value="").tolist()
    return found
