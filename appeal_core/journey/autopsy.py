"""What can be asked of a case's rows: what to contest, when the rate recovers, whether a fix works."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from appeal_core.case import OWN, Case, Coding, Measurement
from appeal_core.case.report_frame import Report
from appeal_core.journey.tasks import known_cause
from appeal_core.journey.waiting import next_deadline
from appeal_core.language import Bilingual, Lang, Message
from appeal_core.metrics.contests import Contests, clock_days, contest_advice, find_contests
from appeal_core.metrics.fix import BeforeAfter, before_after
from appeal_core.metrics.interval import Interval, interval_of, one_order_is
from appeal_core.metrics.recovery import Course, Recovery, recovery
from appeal_core.metrics.replay import Replay, replay
from appeal_core.metrics.rows import rows_behind, rows_said
from appeal_core.metrics.tracking import TrackingCheck, check_tracking, findings_table

if TYPE_CHECKING:
    import pandas as pd

Load = Callable[[str], bytes]
FEW = 400  # orders, under which one order moves the rate visibly

__all__ = [
    "BeforeAfter",
    "Contests",
    "Course",
    "Interval",
    "Recovery",
    "Replay",
    "advice",
    "before_after",
    "cleaned_report",
    "contests",
    "fix_day",
    "from_workbook",
    "offers_off",
    "recoveries",
    "recovery",
    "replayed",
    "root_names",
    "rows",
    "small",
    "tracking",
    "tracking_table",
    "workbook",
]  # fmt: skip


def fix_day(case: Case) -> dt.date | None:
    """The day of the fix: the one chosen, else the first on which a corrective action was done."""
    done = [a.done_on for a in case.actions.values() if a.chosen and a.done_on]
    return case.fix.day or min(done, default=None)


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


def advice(case: Case, found: Contests, now: dt.datetime) -> tuple[Message, ...]:
    """How contesting goes beside the letter, given the notice's own clock."""
    clock = next_deadline(case, now)
    hours = (clock.due - now).total_seconds() / 3600 if clock else None
    return contest_advice(found, hours)


def offers_off(case: Case) -> bool:
    """Whether no new orders can come, so that a rate changes only as days leave its window."""
    return "off" in case.stage or case.stage == "deactivated"


def recoveries(case: Case, main: Measurement) -> tuple[tuple[Measurement, Recovery], ...]:
    """The calendar of each window of the main rate: all of them count."""
    measured = case.measurements.metrics if case.measurements else ()
    same = [m for m in measured if (m.code, m.fulfilment) == (main.code, main.fulfilment)]
    return tuple((m, recovery(m)) for m in same or [main])


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


def tracking_table(found: TrackingCheck, lang: Lang) -> pd.DataFrame:
    """Every fault with its shipment, a row each: order, carrier, tracking ID, fault, shapes it fits, what to do."""
    return findings_table(found, lang)


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
