"""What can be asked of a case's rows: what to contest, when the rate recovers, whether a fix works."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from appeal_core.case import OWN, Case, Coding, Measurement
from appeal_core.case.report_frame import Report
from appeal_core.journey.tasks import known_cause
from appeal_core.language import Bilingual, Message
from appeal_core.metrics.contests import Contests, clock_days, find_contests
from appeal_core.metrics.fix import BeforeAfter, before_after
from appeal_core.metrics.interval import Interval, interval_of, one_order_is
from appeal_core.metrics.recovery import Recovery, recovery
from appeal_core.metrics.replay import Replay, replay
from appeal_core.metrics.rows import rows_behind, rows_said
from appeal_core.metrics.tracking import TrackingCheck, check_tracking

if TYPE_CHECKING:
    import pandas as pd

Load = Callable[[str], bytes]
FEW = 400  # orders, under which one order moves the rate visibly

__all__ = [
    "BeforeAfter", "Contests", "Recovery", "Replay", "before_after", "cleaned_report", "contests", "from_workbook",
    "recovery", "replayed", "root_names", "rows", "small", "tracking", "workbook",
]  # fmt: skip


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


def rows(case: Case, measurement: Measurement, load: Load) -> tuple[pd.DataFrame, tuple[Message, ...]]:
    """The orders behind a figure, never a person, and what of the figure they do not show."""
    found = rows_behind(held(case, load), measurement, marketplace=case.marketplace)
    return found, rows_said(measurement, found)


def tracking(case: Case, load: Load) -> TrackingCheck:
    """The shipment lists among the case's reports, looked through before Amazon reads them."""
    return check_tracking(held(case, load), marketplace=case.marketplace)


def workbook(case: Case, load: Load, today: dt.date) -> bytes:
    """The defect list as a workbook in the case's language, with contest deadlines and dropdowns."""
    from appeal_core.export.workbook import Lists, to_workbook
    from appeal_core.journey.reports import defects

    deadlines = {
        (contest.rule.metric, row.order_id): row.until
        for contest in contests(case, load, today).contests
        for row in contest.rows
        if row.until
    }
    letters = [case.exhibit_letter(key) for key in case.exhibits]
    lists = Lists(root_causes=root_names(case), exhibits=letters, deadlines=deadlines)
    return to_workbook(defects(case, load), case.codings, lists, case.language)


def from_workbook(case: Case, data: bytes) -> tuple[Coding, ...]:
    """The codings of a workbook that came back. Raises `BadInput` for a foreign or wrong one."""
    from appeal_core.export.workbook_back import read_workbook

    return read_workbook(data, root_names(case))


def root_names(case: Case) -> dict[str, Bilingual]:
    """The root causes that defects can be coded with, by id: the catalogue's and the seller's own."""
    found = {r.id: r.name for code in case.causes for r in known_cause(code).root_causes}
    mine = {k: a.name for k, a in case.root_causes.items() if k.startswith(OWN)}
    return found | {k: Bilingual(en=n.en or n.zh or k, zh=n.zh or n.en or k) for k, n in mine.items()}


def cleaned_report(case: Case, sha256: str, load: Load) -> bytes:
    """One report as a clean CSV: known columns alone, none of a buyer's."""
    from appeal_core.reports import cleaned

    return cleaned(next(r for r in held(case, load) if r.summary.sha256 == sha256))
