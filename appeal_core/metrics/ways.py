"""Every way that the sources give to one rate over one window."""

from __future__ import annotations

from appeal_core.case.measurements import Basis, Figure, TypedCount, Window
from appeal_core.metrics.defects import valid_tracking
from appeal_core.metrics.figures import figure, ranked
from appeal_core.metrics.sources import Sources, in_window, number

# For these the number of orders is near enough to Amazon's denominator to be called an estimate.
_ESTIMATED = (
    "order_defect_rate",
    "late_shipment_rate",
    "cancellation_rate",
    "valid_tracking_rate",
    "invoice_defect_rate",
)


def ways_to(sources: Sources, window: Window | None, side: str, typed: TypedCount | None) -> list[Figure]:
    """The figures, best first. A list of defects is never divided by itself."""
    found = [a.figure for a in sources.amazon if a.fulfilment == side and a.window == window]
    if typed is not None:
        found.append(_with_typed(sources, window, side, typed))
    found += _from_files(sources, window, side)
    if (other := _by_confirmation(sources, window, typed)) is not None:
        found.append(other)
    return ranked(found)


def base_of(sources: Sources, window: Window | None, side: str) -> int | None:
    """The number of orders, as an estimate of the denominator; `None` where there are none."""
    if (sources.metric.part_of or sources.metric.code) not in _ESTIMATED:
        return None
    return sources.size(window, side) or None


def _with_typed(sources: Sources, window: Window | None, side: str, typed: TypedCount) -> Figure:
    bad = number(sources.listed, window, side)
    basis: Basis = "stated"
    if bad is None and typed.numerator is None and sources.weak is not None:
        bad, basis = number(sources.weak, window, side), _loose(sources)
    return figure(
        sources.metric,
        basis,
        bad=bad,
        numerator=typed.numerator,
        denominator=typed.denominator,
        rate=typed.rate,
    )


def _from_files(sources: Sources, window: Window | None, side: str) -> list[Figure]:
    metric, listed = sources.metric, sources.listed
    bad, base = number(listed, window, side), base_of(sources, window, side)
    found = []
    if listed is not None and metric.code == "valid_tracking_rate" and valid_tracking.is_population(listed):
        every = int(in_window(listed, window, side)["weight"].sum())
        found.append(figure(metric, "counted", bad=bad, denominator=every))
    elif bad is not None and base is not None:
        found.append(figure(metric, "estimate", bad=bad, denominator=base))
    if (listed is None or _loose(sources) == "upper_bound") and sources.weak is not None:
        weak = number(sources.weak, window, side)
        found.append(figure(metric, _loose(sources), bad=weak, denominator=base))
    if bad is not None:
        found.append(figure(metric, "counted", bad=bad))
    return found


def _by_confirmation(sources: Sources, window: Window | None, typed: TypedCount | None) -> Figure | None:
    """Late shipments placed by their confirmation: Amazon does not publish which day places them."""
    bad = number(sources.by_confirmation, window, "seller")
    if bad is None:
        return None
    if typed is not None and typed.denominator is not None:
        if typed.numerator is not None:
            return None
        return figure(sources.metric, "stated", bad=bad, denominator=typed.denominator)
    base = base_of(sources, window, "seller")
    return None if base is None else figure(sources.metric, "estimate", bad=bad, denominator=base)


def _loose(sources: Sources) -> Basis:
    return "upper_bound" if sources.metric.code == "cancellation_rate" else "estimate"
