"""Rows of other stores are right, but do not belong to this one: set aside and counted."""

from __future__ import annotations

import pandas as pd

from appeal_core.case.measurements import SetAside
from appeal_core.catalog.entries import Marketplace

_OFF_AMAZON = "non-amazon"


def set_aside_elsewhere(frame: pd.DataFrame, store: Marketplace) -> tuple[pd.DataFrame, tuple[SetAside, ...]]:
    """The rows whose sales channel is `store`'s or is not given, and how many others there were.

    All Orders holds every marketplace of a region, whichever was asked for. Orders from outside Amazon
    (multi-channel fulfilment) are set aside as `not_amazon`.
    """
    if "sales_channel" not in frame or frame.empty:
        return frame, ()
    channel = frame["sales_channel"]
    names = [str(n).strip().casefold() for n in channel.cat.categories]
    here = [n in ("", store.domain) for n in names]
    off = [n.startswith(_OFF_AMAZON) for n in names]
    if all(here):
        return frame, ()
    codes = channel.cat.codes.to_numpy()
    is_here = pd.Series([*here, True], dtype=bool).to_numpy()[codes]  # code -1, no value, takes the last
    is_off = pd.Series([*off, False], dtype=bool).to_numpy()[codes]
    aside = []
    if other := int((~is_here & ~is_off).sum()):
        aside.append(SetAside(reason="other_marketplace", rows=other))
    if outside := int(is_off.sum()):
        aside.append(SetAside(reason="not_amazon", rows=outside))
    return frame[is_here].reset_index(drop=True), tuple(aside)


def without_unused(frame: pd.DataFrame) -> pd.DataFrame:
    """The frame without the words that only refused rows held: they would be kept in its dictionaries."""
    words = [c for c in frame.columns if isinstance(frame[c].dtype, pd.CategoricalDtype)]
    return frame.assign(**{c: frame[c].cat.remove_unused_categories() for c in words}) if words else frame
