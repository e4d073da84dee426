"""The one shape of all defects: a row an order (for tracking: a package) that Amazon may count against the seller."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from appeal_core.metrics.frames import Frames

TEXTS = (
    "fulfilment", "sku", "asin", "carrier", "reason", "ship_service", "category", "defect_type", "tracking_fault",
    "confirmation", "return_reason", "package",
)  # fmt: skip
COLUMNS = ("order_id", "day", "counts", "bad", "weight", *TEXTS)


def defect_rows(
    order_id: pd.Series,
    day: pd.Series,
    counts: pd.Series,
    *,
    bad: pd.Series | bool = True,
    weight: pd.Series | int = 1,
    **texts: pd.Series | str,
) -> pd.DataFrame:
    """A table with all `COLUMNS`: texts empty, `bad` true and `weight` one where not given.

    `counts`: toward the rate; `bad`: a defect (older tracking files list the good ones too); `weight`: units.
    """
    rows = pd.DataFrame({"order_id": order_id, "day": day, "counts": counts})
    rows["bad"] = bad
    rows["weight"] = weight
    for name in TEXTS:
        rows[name] = _text(texts.pop(name, ""))
    if texts:
        raise TypeError(f"unknown columns {sorted(texts)}")
    return rows


def text_of(frame: pd.DataFrame, column: str) -> pd.Series | str:
    """A column as text; an empty one where the file has none."""
    found: pd.Series | str = frame.get(column, "")
    return found


def counting(frame: pd.DataFrame) -> pd.Series:
    """Which listed rows count toward the rate.

    Amazon lists rows that do not count. Every row counts where the file does not tell; an empty cell is a no only
    where the column marks the counting ones and never says no.
    """
    if "counts" not in frame or frame["counts"].isna().all():
        return pd.Series(True, index=frame.index)
    marks = frame["counts"].astype("boolean")
    says_no = bool((~marks).fillna(False).any())
    return marks.fillna(says_no).astype(bool)


def flagged(frame: pd.DataFrame, column: str) -> pd.Series:
    """A yes-or-no column; no where it is empty or not there."""
    if column not in frame:
        return pd.Series(False, index=frame.index)
    return frame[column].astype("boolean").fillna(False).astype(bool)


def row_names(frames: Frames, frame: pd.DataFrame, *kinds: str) -> pd.Series:
    """A name for each row of the joined `frame` of `kinds`: what stands in it, and which of its like in its file it is.

    Files that overlap name the same row alike; rows that repeat inside one file stay apart.
    """
    parts = [f for f in frames.of(*kinds) if len(f)]
    if not parts:
        return pd.Series("", index=frame.index, dtype="str")
    content = pd.util.hash_pandas_object(frame, index=False).to_numpy()
    files = np.repeat(np.arange(len(parts)), [len(f) for f in parts])
    both = pd.DataFrame({"content": content, "file": files})
    nth = both.groupby(["file", "content"]).cumcount()
    return pd.Series(
        [f"row {c:x}-{n}" for c, n in zip(content, nth, strict=True)], index=frame.index, dtype="str"
    )


def one_an_order(rows: pd.DataFrame, key: list[str] | None = None) -> pd.DataFrame:
    """Repeated rows of an order made one: it counts if any does; texts joined with ` | `; the earliest day."""
    key = key or ["order_id"]
    repeated = rows.duplicated(key, keep=False)
    if not repeated.any():
        return rows.reset_index(drop=True)
    again = pd.Series(False, index=rows.index)
    again[repeated] = rows[repeated].duplicated()
    rows = rows[~again]
    repeated = rows.duplicated(key, keep=False)
    others: dict[str, Any] = {"day": "min", "counts": "max", "bad": "max", "weight": "max"}
    others |= {t: _merged for t in TEXTS if t not in key}
    merged = rows[repeated].groupby(key, sort=False, as_index=False).agg(others)[list(COLUMNS)]
    return pd.concat([rows[~repeated], merged], ignore_index=True)


def _merged(values: pd.Series) -> str:
    parts = [p for v in values for p in str(v).split(" | ") if p]
    return " | ".join(dict.fromkeys(parts))


def _text(values: pd.Series | str) -> pd.Series | str:
    return values if isinstance(values, str) else values.astype("str").fillna("").replace("nan", "")
