"""One metric ─► its measurements, one a fulfilment and window."""

from __future__ import annotations

import datetime as dt

import pandas as pd

from appeal_core.case.measurements import Figure, Fulfilment, Measurement, TypedCount, Window
from appeal_core.language import Message, message
from appeal_core.metrics import defects as defect_files
from appeal_core.metrics.alone import amazon_alone
from appeal_core.metrics.amazon import KINDS as AMAZON_KINDS
from appeal_core.metrics.daily import daily_counts
from appeal_core.metrics.defects import order_defect
from appeal_core.metrics.drivers import drivers_of
from appeal_core.metrics.figures import typed_for, verdict_of
from appeal_core.metrics.slices import slices_of
from appeal_core.metrics.sources import Sources, counted
from appeal_core.metrics.ways import ways_to
from appeal_core.metrics.windows import window_of

_NOTHING = Figure(numerator=None, denominator=None, rate=None, basis="counted")


def measurements_of(sources: Sources, as_of: dt.date | None) -> list[Measurement]:
    """What the sources give, the seller's side first; then Amazon's own figures of other windows.

    `as_of` is `None` where no file tells a day: then there is no window, and every listed row counts.
    """
    found: list[Measurement] = []
    metric = sources.metric
    if sources.listed is not None or sources.weak is not None or sources.is_typed:
        found = [_measured(sources, side, days, as_of) for side in _sides(sources) for days in metric.windows]
    known = {(m.fulfilment, m.window) for m in found}
    others = [a for a in sources.amazon if (a.fulfilment, a.window) not in known]
    found += [amazon_alone(metric, a, sources.frames) for a in others]
    return sorted(
        found, key=lambda m: (m.fulfilment != "seller", m.window.days if m.window else 0, m.rate is None)
    )


def _sides(sources: Sources) -> list[Fulfilment]:
    fulfilments = sources.metric.fulfilments
    if len(fulfilments) == 1:
        return [fulfilments[0]]
    rows = sources.rows
    known = set(sources.sides)
    if sources.orders is not None:
        known |= set(sources.orders.rows["fulfilment"].unique())
    sides: list[Fulfilment] = [s for s in fulfilments if s in known]
    return sides or (["seller"] if rows is None or rows.empty else ["all"])


def _measured(sources: Sources, side: Fulfilment, days: int, as_of: dt.date | None) -> Measurement:
    metric = sources.metric
    window = window_of(days, metric.lag, as_of) if as_of else None
    typed = _typed(sources, days) if side != "amazon" else None
    best, *others = ways_to(sources, window, side, typed) or [_NOTHING]
    rows = sources.rows
    here = None if rows is None else counted(rows, window, side)
    return Measurement(
        code=metric.code,
        fulfilment=side,
        window=window,
        numerator=best.numerator,
        denominator=best.denominator,
        rate=best.rate,
        target=metric.target,
        condition=metric.condition,
        verdict=verdict_of(best, metric, whole=best.basis != "estimate" or sources.covered(window)),
        basis=best.basis,
        defects=None if here is None else int(here["weight"].sum()),
        alternatives=tuple(others),
        drivers=()
        if here is None
        else drivers_of(sources.frames, sources.orders, here, _compared(sources, window, side)),
        slices=slices_of(sources, rows, window, side, best, days),
        daily=()
        if rows is None or window is None or metric.part_of
        else daily_counts(rows, sources.orders, window, side),
        files=_files(sources, best),
        notes=tuple(_notes(sources, best, window, typed)),
    )


def _typed(sources: Sources, days: int) -> TypedCount | None:
    """What was typed for the metric; of a part, else the denominator of the whole, which is the same."""
    metric = sources.metric
    own = typed_for(sources.typed, metric.code, days)
    if own is not None or metric.part_of is None:
        return own
    whole = typed_for(sources.typed, metric.part_of, days)
    if whole is None or whole.denominator is None:
        return None
    return TypedCount(metric=metric.code, days=days, denominator=whole.denominator)


def _compared(sources: Sources, window: Window | None, side: str) -> pd.DataFrame | None:
    """The orders that drivers are compared with; those of a part have no lift, the whole rate's have."""
    return None if sources.metric.part_of else sources.population(window, side)


def _files(sources: Sources, best: Figure) -> tuple[str, ...]:
    names = list(defect_files.files(sources.frames, sources.metric.code))
    if sources.listed is None and sources.metric.code == "order_defect_rate":
        names += sources.frames.files(*order_defect.PART_KINDS)
    if sources.orders is not None and best.basis in ("estimate", "upper_bound"):
        names += sources.orders.files
    if best.basis == "amazon":
        names += sources.frames.files(*AMAZON_KINDS)
    return tuple(dict.fromkeys(names))


def _notes(sources: Sources, best: Figure, window: Window | None, typed: TypedCount | None) -> list[Message]:
    notes = []
    if (
        best.basis == "estimate"
        and best.denominator is not None
        and (typed is None or typed.denominator is None)
    ):
        notes.append(
            message("The number of orders is an estimate from your order files; Amazon's own number stands on the "
                    "Account Health page.")
        )  # fmt: skip
        if not sources.covered(window):
            notes.append(
                message("Your order files do not cover the whole window, so the real rate may be lower than this one. "
                        "Add the missing days.")
            )  # fmt: skip
    if best.basis == "upper_bound":
        notes.append(
            message(
                "Every cancelled order is counted, those that buyers asked for too: Amazon's rate is this or lower."
            )
        )
    if sources.metric.code == "order_defect_rate" and sources.listed is None and sources.weak is not None:
        notes.append(
            message(
                "Counted from feedback and returns alone: chargebacks and other claims are not in these files."
            )
        )
    return notes + _warnings(sources, best)


def _warnings(sources: Sources, best: Figure) -> list[Message]:
    notes = []
    if best.numerator is not None and best.denominator is not None and best.rate is None:
        notes.append(
            message(
                "There are more defects than orders: check the number that was typed and the days of the files."
            )
        )
    rows = sources.rows
    if rows is not None and (lost := int((rows["day"].isna() & rows["counts"].astype(bool)).sum())):
        notes.append(
            message("Listed orders without a day, which could not be placed in a window: {rows}. Add the All Orders report "
                    "of those days.", rows=lost)
        )  # fmt: skip
    return notes
