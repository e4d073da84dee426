"""Packages without valid tracking. Newer downloads list these alone, older ones every package."""

from __future__ import annotations

import numpy as np
import pandas as pd

from appeal_core.metrics.defects.table import counting, defect_rows, flagged, one_an_order, row_names, text_of
from appeal_core.metrics.frames import Frames, first_of

KINDS = ("valid_tracking_report",)
_CRITERIA = ("valid_carrier", "valid_tracking", "carrier_scan", "on_time_upload")
_TURNED = frozenset(("invalid", "missing", "without", "late", "not", "no"))  # a criterion whose yes is bad


def find(frames: Frames) -> pd.DataFrame | None:
    """The packages by promised delivery date; `bad` where a criterion is not met, `tracking_fault` names which.

    A file without a row that meets all criteria lists defects alone: then every row is one.
    """
    frame = frames.joined(*KINDS)
    if frame is None:
        return None
    faults = _faults(frame)
    bad = faults != ""
    dated = [c for c in ("promised_delivery_date", "confirmed_date", "order_date") if c in frame]
    empty = pd.Series(pd.NaT, index=frame.index, dtype="datetime64[s]")
    rows = defect_rows(
        frame["order_id"], first_of([frames.days(frame[c]) for c in dated]) if dated else empty, counting(frame),
        bad=bad if _tells(frame) else True, fulfilment="seller",
        sku=text_of(frame, "sku"), asin=text_of(frame, "asin"), carrier=text_of(frame, "carrier"),
        ship_service=text_of(frame, "ship_service"), category=text_of(frame, "category"), tracking_fault=faults,
        package=_package(frames, frame),
    )  # fmt: skip
    return one_an_order(rows, ("order_id", "package"))


def is_population(rows: pd.DataFrame) -> bool:
    """Whether the file lists every package: at least half of a mere list of defects cannot be good."""
    return bool(len(rows) and (~rows["bad"]).mean() >= 0.5)


def _criteria(frame: pd.DataFrame) -> list[str]:
    return [c for c in frame.columns if c in _CRITERIA or c.startswith("criterion_")]


def _tells(frame: pd.DataFrame) -> bool:
    """Whether the file says of each package if it is good; an older one leaves the good ones' cell empty."""
    return "no_valid_tracking" in frame or any(frame[c].notna().any() for c in _criteria(frame))


def _faults(frame: pd.DataFrame) -> pd.Series:
    text = np.full(len(frame), "", dtype=object)
    for name in _criteria(frame):
        short = name.removeprefix("criterion_")
        turned = name.startswith("criterion_") and bool(_TURNED & set(short.casefold().split()))
        told = frame[name].notna().to_numpy()
        hit = told & (flagged(frame, name).to_numpy() == turned)
        text[hit] = [f"{t} | {short}" if t else short for t in text[hit]]
    if "no_valid_tracking" in frame:
        hit = flagged(frame, "no_valid_tracking").to_numpy() & (text == "")
        text[hit] = "no_valid_tracking"
    return pd.Series(text, index=frame.index)


def _package(frames: Frames, frame: pd.DataFrame) -> pd.Series:
    """A package is known by its tracking ID; one without is a package of its own."""
    ids = frame["tracking_id"].astype("str").str.strip()
    return ids.where(~ids.isin(["", "nan"]), row_names(frames, frame, *KINDS))
