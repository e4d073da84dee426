"""The one shape of all defects: a row an order (for tracking: a package) that Amazon may count against the seller."""

from __future__ import annotations

import numpy as np
import pandas as pd

from appeal_core.metrics.frames import Frames
from appeal_core.metrics.words import coded, gathered, stacked, words_of

TEXTS = (
    "fulfilment", "sku", "asin", "carrier", "reason", "ship_service", "category", "defect_type", "tracking_fault",
    "confirmation", "return_reason", "package",
)  # fmt: skip
_HOW = {"day": "min", "counts": "max", "bad": "max", "weight": "max"}
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
    """A table with all `COLUMNS`: texts (words, see `words`) empty, `bad` true and `weight` one where not given.

    `counts`: toward the rate; `bad`: a defect (older tracking files list the good ones too); `weight`: units.
    """
    if unknown := sorted(set(texts) - set(TEXTS)):
        raise TypeError(f"unknown columns {unknown}")
    rows = pd.DataFrame({"order_id": order_id, "day": day, "counts": counts, "bad": bad, "weight": weight})
    return rows.assign(**{name: words_of(texts.get(name, ""), rows.index) for name in TEXTS})


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


def one_an_order(rows: pd.DataFrame, key: tuple[str, ...] = ("order_id",)) -> pd.DataFrame:
    """Repeated rows of an order made one: it counts if any does; texts joined; the earliest day."""
    groups = pd.factorize(rows[key[0]])[0]
    for name in key[1:]:
        codes, names = coded(rows[name])
        groups = pd.factorize(groups * np.int64(len(names)) + codes)[0]
    if len(rows) == 0 or int(groups.max()) + 1 == len(rows):
        return rows.reset_index(drop=True)
    repeated = (np.bincount(groups) > 1)[groups]
    several, numbers = rows[repeated], pd.factorize(groups[repeated])[0]
    by_group = several[[*_HOW]].groupby(numbers).agg(_HOW)
    merged = several.loc[pd.Series(numbers, index=several.index).drop_duplicates().index, ["order_id"]]
    merged = merged.reset_index(drop=True).assign(**by_group)
    for name in TEXTS:
        merged[name] = gathered(several[name], numbers, len(merged))
    return stacked([rows[~repeated], merged])
