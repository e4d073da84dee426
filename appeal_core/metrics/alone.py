"""Measurements that stand on one source alone: Amazon's own report, or what was typed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from appeal_core.case.measurements import Measurement, TypedCount
from appeal_core.catalog.entries import Metric
from appeal_core.language import message
from appeal_core.metrics.amazon import KINDS, AmazonFigure
from appeal_core.metrics.figures import figure, typed_for, verdict_of
from appeal_core.metrics.frames import Frames
from appeal_core.metrics.windows import window_of


def amazon_alone(metric: Metric, one: AmazonFigure, frames: Frames) -> Measurement:
    """A figure of Amazon's report as it stands there, with the target that it names."""
    target = metric.target if one.target is None else one.target
    verdict = verdict_of(one.figure, metric.model_copy(update={"target": target}))
    notes = []
    if one.status == "GOOD" and verdict == "missed":
        notes.append(
            message("Amazon's report calls this good although the target is missed: both are shown.")
        )
    return Measurement(
        code=metric.code,
        fulfilment=one.fulfilment,
        window=one.window,
        numerator=one.figure.numerator,
        denominator=one.figure.denominator,
        rate=one.figure.rate,
        target=target,
        condition=metric.condition,
        verdict=verdict,
        basis="amazon",
        files=frames.files(*KINDS),
        notes=tuple(notes),
    )


def typed_alone(metric: Metric, typed: Sequence[TypedCount], as_of: dt.date | None) -> list[Measurement]:
    """What was typed for a metric that no file lists, one a window."""
    found = []
    for days in metric.windows:
        one = typed_for(typed, metric.code, days)
        if one is None:
            continue
        top, bottom = one.numerator, one.denominator
        if metric.unit == "point" and top is None:  # points have no denominator: the one number is theirs
            top, bottom = bottom, None
        stated = figure(metric, "stated", numerator=top, denominator=bottom, rate=one.rate)
        found.append(
            Measurement(
                code=metric.code,
                fulfilment=metric.fulfilments[0],
                window=window_of(days, metric.lag, as_of) if as_of else None,
                numerator=stated.numerator,
                denominator=stated.denominator,
                rate=stated.rate,
                target=metric.target,
                condition=metric.condition,
                verdict=verdict_of(stated, metric),
                basis="stated",
            )
        )
    return found
