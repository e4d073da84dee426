"""What can be asked of a case's rows: what to contest, when the rate recovers, whether a fix works."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence

from appeal_core.case import Case, Measurement
from appeal_core.case.report_frame import Report
from appeal_core.language import Message, message
from appeal_core.metrics.contests import Contests, clock_days, find_contests
from appeal_core.metrics.fix import BeforeAfter, before_after
from appeal_core.metrics.interval import Interval, interval_of, one_order_is
from appeal_core.metrics.recovery import Recovery, recovery
from appeal_core.metrics.replay import Replay, replay

Load = Callable[[str], bytes]
FEW = 400  # orders, under which one order moves the rate visibly

__all__ = [
    "BeforeAfter",
    "Contests",
    "Recovery",
    "Replay",
    "before_after",
    "contests",
    "recovery",
    "replayed",
    "small",
]


def held(case: Case, load: Load) -> list[Report]:
    """The case's reports with their kept columns."""
    from appeal_core.reports import from_parquet

    return [Report(s, from_parquet(load(s.sha256)) if s.sha256 else None) for s in case.reports]


def small(measurement: Measurement) -> tuple[Message, Interval | None] | None:
    """For few orders: what one order changes, and the interval of the rate; `None` for many."""
    if not measurement.denominator or measurement.denominator >= FEW:
        return None
    said = one_order_is(measurement)
    return (said, interval_of(measurement)) if said else None


def contests(case: Case, load: Load, today: dt.date) -> Contests:
    """The defects of the case that Amazon lets one contest, with the days left on `today`."""
    from appeal_core.reports import from_parquet

    measured = case.measurements
    if measured is None or not measured.defects_sha256:
        return Contests()
    defects = from_parquet(load(measured.defects_sha256))
    since = clock_days(held(case, load), case.codings, marketplace=case.marketplace)
    return find_contests(defects, measured, today=today, since=since)


def replayed(case: Case, load: Load, handling_days: int, skus: Sequence[str]) -> Replay:
    """The case's past orders under another handling time. Raises `BadInput` for an impossible one."""
    as_of = case.measurements.as_of if case.measurements else None
    return replay(
        held(case, load), marketplace=case.marketplace, handling_days=handling_days, skus=skus, as_of=as_of
    )


def nothing_to_tell() -> Message:
    """Said where the files give no answer."""
    return message("The files at hand do not say.")
