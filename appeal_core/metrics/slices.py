"""One rate cut up: valid tracking by product category, on-time delivery by the extended promise."""

from __future__ import annotations

import pandas as pd

from appeal_core.case.measurements import Figure, Slice, TypedCount, Window
from appeal_core.metrics.defects import on_time_delivery, valid_tracking
from appeal_core.metrics.figures import figure, typed_for, verdict_of
from appeal_core.metrics.sources import Sources, in_window

EXTENDED = "with_extension"


def slices_of(
    sources: Sources, rows: pd.DataFrame | None, window: Window | None, side: str, best: Figure, days: int
) -> tuple[Slice, ...]:
    """The slices that the files and typed figures of that window give; `best` is the figure of the whole rate.

    Most defects first.
    """
    if sources.metric.code == "valid_tracking_rate":
        here = None if rows is None else in_window(rows, window, side)
        return _categories(sources, here, rows is not None and valid_tracking.is_population(rows), days)
    if sources.metric.code == "on_time_delivery_rate" and rows is not None:
        return _extended(sources, in_window(rows, window, side), best)
    return ()


def _categories(
    sources: Sources, here: pd.DataFrame | None, every_package: bool, days: int
) -> tuple[Slice, ...]:
    """A rate of each category where the file lists every package or the seller typed their number.

    Where neither is there, the number of its defects. Amazon takes a category's seller-fulfilled offers by the
    category's own rate (help 201817070).
    """
    names = {t.category.casefold(): t.category for t in sources.typed if _is_of(t, sources.metric.code)}
    counts: dict[str, tuple[int, int | None]] = {}
    if here is not None:
        for category, packages in here[here["category"] != ""].groupby("category", observed=True):
            bad = int(packages.loc[packages["bad"].astype(bool), "weight"].sum())
            counts[str(category)] = (bad, int(packages["weight"].sum()) if every_package else None)
    missing = set(names) - {c.casefold() for c in counts}
    counts |= {names[c]: (0, None) for c in missing}
    listed = here is not None
    found = [_category(sources, c, bad, total, days, listed) for c, (bad, total) in counts.items()]
    return tuple(sorted((s for s in found if s is not None), key=lambda s: (-s.defects, s.value)))


def _is_of(typed: TypedCount, code: str) -> bool:
    return typed.metric == code and bool(typed.category)


def _category(
    sources: Sources, name: str, bad: int, total: int | None, days: int, listed: bool
) -> Slice | None:
    """`bad` defects of that category in the files, which are all that it has where they are `listed`."""
    if total is not None:
        return _slice(
            sources, "category", name, bad, figure(sources.metric, "counted", bad=bad, denominator=total)
        )
    typed = typed_for(sources.typed, sources.metric.code, days, name)
    if typed is not None:
        one = figure(
            sources.metric, "stated", bad=bad if listed and typed.numerator is None else None,
            numerator=typed.numerator, denominator=typed.denominator, rate=typed.rate,
        )  # fmt: skip
        return _slice(sources, "category", name, bad, one)
    return _slice(sources, "category", name, bad, figure(sources.metric, "counted", bad=bad)) if bad else None


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
