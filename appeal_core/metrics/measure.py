"""Reports and typed figures ─► every rate that they give, each with its window, its way there and its drivers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

import pyarrow as pa

from appeal_core.case.measurements import Measurement, Measurements, TypedCount
from appeal_core.case.report_frame import Report
from appeal_core.catalog.loader import marketplaces, metrics
from appeal_core.language import BadInput
from appeal_core.metrics.alone import amazon_alone, typed_alone
from appeal_core.metrics.amazon import amazon_figures
from appeal_core.metrics.defects import LISTED
from appeal_core.metrics.frames import frames_of
from appeal_core.metrics.one_metric import measurements_of
from appeal_core.metrics.orders import orders_of
from appeal_core.metrics.sources import Sources
from appeal_core.metrics.windows import last_day


def measure(
    reports: Sequence[Report],
    *,
    marketplace: str,
    as_of: dt.date | None = None,
    typed: Iterable[TypedCount] = (),
) -> Measurements:
    """Measures everything that the files and typed figures give.

    `as_of` is the last day of data in the marketplace's days (default: the newest order, confirmation or feedback
    day); each window ends its metric's lag earlier. `typed` are figures read off Amazon's page or notice. Raises
    `BadInput` for an unknown marketplace or metric.
    """
    if marketplace not in marketplaces():
        raise BadInput(
            "{marketplace} is not an Amazon marketplace. Use two letters, such as US.",
            marketplace=marketplace,
        )
    typed = tuple(typed)
    for one in typed:
        if one.metric not in metrics():
            raise BadInput(
                "{metric} is not a metric. Use one of {known}.", metric=one.metric, known=", ".join(metrics())
            )
    frames = frames_of(reports, marketplaces()[marketplace])
    as_of = as_of or last_day(frames, {code: m.lag for code, m in metrics().items()})
    orders = orders_of(frames)
    from_amazon = amazon_figures(frames)
    found: list[Measurement] = []
    for code, metric in metrics().items():
        mine = [a for a in from_amazon if a.code == code]
        _give_back()
        if code in LISTED:
            found += measurements_of(Sources(metric, frames, orders, typed, mine), as_of)
        else:
            found += [amazon_alone(metric, a, frames) for a in mine] + typed_alone(metric, typed, as_of)
    return Measurements(
        marketplace=marketplace, as_of=as_of, reports=tuple(r.summary for r in reports), metrics=tuple(found)
    )


def _give_back() -> None:
    """What is free after work on very many rows goes back to the machine, which the allocator alone does late."""
    pa.system_memory_pool().release_unused()
