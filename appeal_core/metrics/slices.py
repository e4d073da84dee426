"""One rate cut up: valid tracking by product category, on-time delivery by the extended promise."""

from __future__ import annotations

import pandas as pd

from appeal_core.case.measurements import Figure, Slice, Window
from appeal_core.metrics.defects import on_time_delivery, valid_tracking
from appeal_core.metrics.figures import figure, verdict_of
from appeal_core.metrics.sources import Sources, in_window

EXTENDED = "with_extension"


def slices_of(
    sources: Sources, rows: pd.DataFrame, window: Window | None, side: str, best: Figure
) -> tuple[Slice, ...]:
    """The slices that the files give; `best` is the figure of the whole rate. Most defects first."""
    here = in_window(rows, window, side)
    if sources.metric.code == "valid_tracking_rate":
        return _categories(sources, here, valid_tracking.is_population(rows))
    if sources.metric.code == "on_time_delivery_rate":
        return _extended(sources, here, best)
    return ()


def _categories(sources: Sources, here: pd.DataFrame, every_package: bool) -> tuple[Slice, ...]:
    """A rate of each category where the file lists every package; the number of its defects in any case.

    Amazon takes a category's seller-fulfilled offers by the category's own rate (help 201817070).
    """
    found = []
    for category, packages in here[here["category"] != ""].groupby("category", observed=True):
        bad = int(packages.loc[packages["bad"].astype(bool), "weight"].sum())
        total = int(packages["weight"].sum()) if every_package else None
        if bad or total is not None:
            one = figure(sources.metric, "counted", bad=bad, denominator=total)
            found.append(_slice(sources, "category", str(category), bad, one))
    return tuple(sorted(found, key=lambda s: (-s.defects, s.value)))


def _extended(sources: Sources, here: pd.DataFrame, best: Figure) -> tuple[Slice, ...]:
    """The rate with promise extensions counted: not the one that Amazon judges by since September 25, 2024."""
    late = here[here["bad"].astype(bool)]
    if late.empty or (late["defect_type"] == "").any():
        return ()
    bad = int(late.loc[late["defect_type"] == on_time_delivery.BEYOND, "weight"].sum())
    listed = int(late["weight"].sum())
    same = best.denominator is not None and best.numerator == best.denominator - listed
    one = figure(sources.metric, best.basis, bad=bad, denominator=best.denominator if same else None)
    return (_slice(sources, "promise", EXTENDED, bad, one),)


def _slice(sources: Sources, by: str, value: str, bad: int, one: Figure) -> Slice:
    return Slice(
        by=by,
        value=value,
        defects=bad,
        numerator=one.numerator,
        denominator=one.denominator,
        rate=one.rate,
        verdict=verdict_of(one, sources.metric),
        basis=one.basis,
    )
