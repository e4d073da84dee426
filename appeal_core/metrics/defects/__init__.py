"""Which orders are defective, one file a metric, all in the shape of `table`."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pandas as pd

from appeal_core.metrics.defects import (
    cancellation,
    invoice,
    late_shipment,
    mapped,
    on_time_delivery,
    order_defect,
    valid_tracking,
)
from appeal_core.metrics.defects.table import one_an_order
from appeal_core.metrics.frames import Frames
from appeal_core.metrics.words import stacked

_Find = Callable[[Frames], pd.DataFrame | None]
LISTED: dict[str, tuple[tuple[str, ...], _Find]] = {
    "order_defect_rate": (order_defect.KINDS, order_defect.find),
    "late_shipment_rate": (late_shipment.KINDS, late_shipment.find),
    "cancellation_rate": (cancellation.KINDS, cancellation.find),
    "valid_tracking_rate": (valid_tracking.KINDS, valid_tracking.find),
    "on_time_delivery_rate": (on_time_delivery.KINDS, on_time_delivery.find),
    "invoice_defect_rate": (invoice.KINDS, invoice.find),
}
WHOLE = tuple(LISTED)
# The parts of the order defect rate, each out of its own column of the same file: its rows are the whole's.
LISTED |= {
    f"{part}_rate": (order_defect.KINDS, partial(order_defect.find, parts=(part,)))
    for part in order_defect.PARTS
}


def listed(frames: Frames, metric: str) -> pd.DataFrame | None:
    """Every defect that a file lists for `metric`, Amazon's and the seller's own tables together."""
    found = [LISTED[metric][1](frames), mapped.find(frames, metric)]
    tables = [t for t in found if t is not None]
    if len(tables) < 2:
        return tables[0] if tables else None
    if metric == "valid_tracking_rate":
        return one_an_order(stacked(tables), ("order_id", "package"))
    return one_an_order(stacked(tables))


def files(frames: Frames, metric: str) -> tuple[str, ...]:
    """The names of the files that list defects of `metric`."""
    return frames.files(*LISTED[metric][0], f"mapped:{metric}")
