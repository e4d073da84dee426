"""Amazon's own figures out of the seller performance report."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pandas as pd

from appeal_core.case.measurements import Figure, Fulfilment, Window
from appeal_core.metrics.frames import Frames

KINDS = ("seller_performance_v2", "seller_performance_v1")


@dataclass(frozen=True)
class AmazonFigure:
    """One of them: `status` is Amazon's word (GOOD, BAD, NONE)."""

    code: str
    fulfilment: Fulfilment
    window: Window
    figure: Figure
    target: float | None
    status: str


def amazon_figures(frames: Frames) -> list[AmazonFigure]:
    """All figures of the marketplace, a window of a metric once."""
    found: dict[tuple[Any, ...], AmazonFigure] = {}
    for frame in frames.of(*KINDS):
        for row in frame.to_dict("records"):
            one = _read(row)
            found[one.code, one.fulfilment, one.window.start, one.window.end] = one
    return list(found.values())


def _read(row: dict[Any, Any]) -> AmazonFigure:
    top, bottom, rate = (_known(row[k]) for k in ("numerator", "denominator", "rate"))
    if rate is None and top is not None and bottom:
        rate = top / bottom
    figure = Figure(
        numerator=None if top is None else int(top),
        denominator=None if bottom is None else int(bottom),
        rate=rate,
        basis="amazon",
    )
    window = Window(days=int(row["days"]), start=row["start"].date(), end=row["end"].date())
    return AmazonFigure(
        row["metric"], row["fulfilment"], window, figure, _known(row["target"]), row["status"] or ""
    )


def _known(value: Any) -> float | None:
    return None if value is None or pd.isna(value) else float(value)
