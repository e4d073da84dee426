"""Reports enter the case: read, measured once, kept as stripped columns; defects coded in bulk."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from appeal_core.case import Case, Coding, Measurement, Measurements, ReportSummary, TypedCount
from appeal_core.case.report_frame import Report
from appeal_core.catalog import metrics
from appeal_core.catalog.loader import report_kinds
from appeal_core.journey.tasks import known_cause
from appeal_core.language import BadInput, Bilingual

if TYPE_CHECKING:
    import pandas as pd

Load = Callable[[str], bytes]
Progress = Callable[[float, str], None]


@dataclass(frozen=True)
class Upload:
    """A file as it was given; `mapping` says which of its columns is which, where that was asked.

    `encoding` reads it with these characters; `replaces` names the kept reports that it then stands in for.
    """

    name: str
    data: bytes
    mapping: Mapping[str, str] | None = None
    encoding: str | None = None
    replaces: tuple[str, ...] = ()


@dataclass(frozen=True)
class ReadFiles:
    """What a set of uploads came to, beside what the case already held."""

    reports: tuple[ReportSummary, ...]
    measurements: Measurements
    defect_counts: dict[str, int]
    files: list[bytes] = field(default_factory=list)
    unread: list[ReportSummary] = field(default_factory=list)


def read_uploads(
    case: Case,
    uploads: Sequence[Upload],
    load: Load,
    mapping_of: Callable[[str], dict[str, str] | None] = lambda _: None,
    progress: Progress = lambda _share, _name: None,
) -> ReadFiles:
    """Reads files, joins them to those that the case has, and measures all.

    `load` gives kept columns by hash; `mapping_of` what is remembered: a mapping by header signature, an
    encoding by the file's own hash. Raises `BadInput` for a file that cannot be read at all.
    """
    fresh: list[Report] = []
    unread: list[ReportSummary] = []
    replaced: set[str] = set()
    for index, upload in enumerate(uploads):

        def share(part: float, at: int = index, name: str = upload.name) -> None:
            progress(min(1.0, (at + part) / len(uploads)), name)

        share(0.0)
        for report in _read(upload, case.marketplace, mapping_of, share):
            if report.summary.kind is None:
                unread.append(report.summary)
            else:
                fresh.append(report)
                replaced.update(upload.replaces)
    files, kept = _kept(fresh)
    known = {r.summary.sha256 for r in kept} | replaced
    before = [r for r in _held(case, load) if r.summary.sha256 not in known]
    found = _measured(case, [*before, *kept])
    return ReadFiles(found.reports, found.measurements, found.defect_counts, [*files, *found.files], unread)


def _read(
    upload: Upload,
    marketplace: str,
    mapping_of: Callable[[str], dict[str, str] | None],
    progress: Callable[[float], None],
) -> tuple[Report, ...]:
    """The reports of one upload: several where it is a zip of several files."""
    from appeal_core.journey.encodings import chosen
    from appeal_core.reports import read_reports

    encoding = upload.encoding or chosen(upload.data, mapping_of)

    def read(mapping: Mapping[str, str] | None) -> tuple[Report, ...]:
        given = dict(mapping) if mapping else None
        return read_reports(
            upload.data, upload.name, marketplace=marketplace, mapping=given, encoding=encoding,
            progress=progress,
        )  # fmt: skip

    found = read(upload.mapping)
    if len(found) == 1 and not upload.mapping:
        summary = found[0].summary
        if summary.kind is None and summary.signature and (remembered := mapping_of(summary.signature)):
            return read(remembered)
    return found


def _kept(fresh: Sequence[Report]) -> tuple[list[bytes], list[Report]]:
    from appeal_core.reports import keep

    files, reports = [], []
    for report in fresh:
        kept, data = keep(report)
        if data:
            files.append(data)
        reports.append(kept)
    return files, reports


def _held(case: Case, load: Load) -> list[Report]:
    from appeal_core.reports import from_parquet

    return [Report(s, from_parquet(load(s.sha256)) if s.sha256 else None) for s in case.reports]


def _measured(case: Case, held: Sequence[Report]) -> ReadFiles:
    from appeal_core.metrics import apply_codings, defect_list, evidence_for, measure
    from appeal_core.reports import to_parquet

    measurements = measure(held, marketplace=case.marketplace, typed=tuple(case.typed.values()))
    frame = defect_list(held, measurements, marketplace=case.marketplace)
    files: list[bytes] = []
    counts: dict[str, int] = {}
    if frame is not None and len(frame):
        data = to_parquet(frame)
        files.append(data)
        _, counts = apply_codings(frame, case.codings)
        sha = hashlib.sha256(data).hexdigest()
        roots = [root for code in case.causes for root in known_cause(code).root_causes]
        update = {"defects_sha256": sha, "defect_rows": len(frame)}
        hypotheses = evidence_for(roots, _main(measurements, case.causes), frame)
        measurements = measurements.model_copy(update={**update, "hypotheses": hypotheses})
    return ReadFiles(tuple(r.summary for r in held), measurements, counts, files)


def measured_again(case: Case, load: Load) -> ReadFiles:
    """What the case's reports say now: its store or its causes have changed."""
    return _measured(case, _held(case, load))


def merged(case: Case, found: ReadFiles) -> Case:
    """The case with what was read."""
    return case.replace(
        reports=found.reports, measurements=found.measurements, defect_counts=found.defect_counts
    )


def without(case: Case, sha256: str, load: Load) -> Case:
    """The case without one report, measured again."""
    rest = case.replace(reports=tuple(r for r in case.reports if r.sha256 != sha256))
    return merged(rest, _measured(rest, _held(rest, load)))


def with_typed(case: Case, metric: str, days: int, changes: Mapping[str, int | None], load: Load) -> Case:
    """The case with figures that the seller typed for one window, measured again."""
    key = f"{metric}:{days}"
    typed = case.typed.get(key, TypedCount(metric=metric, days=days)).model_copy(update=dict(changes))
    kept = {**case.typed, key: typed}
    if typed.numerator is None and typed.denominator is None and typed.rate is None:
        kept.pop(key)
    if None not in (typed.numerator, typed.denominator) and (typed.numerator or 0) > (typed.denominator or 0):
        raise BadInput("The first number ({n}) cannot be larger than the second ({of}). Look at both again.",
                       n=typed.numerator, of=typed.denominator)  # fmt: skip
    changed = case.replace(typed=kept)
    return merged(changed, _measured(changed, _held(changed, load)))


def with_codings(case: Case, codings: Iterable[Coding], load: Load) -> Case:
    """The case with its defective orders coded, and counted by root cause."""
    from appeal_core.metrics import apply_codings

    changed = case.replace(codings=tuple(codings))
    frame = defects(case, load)
    _, counts = apply_codings(frame, changed.codings) if frame is not None else (None, {})
    return changed.replace(defect_counts=counts)


def defects(case: Case, load: Load) -> pd.DataFrame:
    """The defect list with its codings, order by order; never a person."""
    import pandas as pd

    from appeal_core.metrics import apply_codings
    from appeal_core.reports import from_parquet

    if case.measurements is None or not case.measurements.defects_sha256:
        return pd.DataFrame()
    return apply_codings(from_parquet(load(case.measurements.defects_sha256)), case.codings)[0]


def defects_csv(case: Case, load: Load) -> bytes:
    """The whole defect list as a CSV that a spreadsheet cannot execute."""
    from appeal_core.export.rows import to_csv

    return to_csv(defects(case, load))


def rows_csv(frame: pd.DataFrame) -> bytes:
    """Rows as a CSV that a spreadsheet cannot execute."""
    from appeal_core.export.rows import to_csv

    return to_csv(frame)


def codable(case: Case) -> dict[tuple[str, str], list[str]]:
    """By which values defective orders can be coded in bulk: (metric, by) -> values, the commonest first."""
    if case.measurements is None:
        return {}
    found: dict[tuple[str, str], list[str]] = {}
    for measurement in case.measurements.metrics:
        if measurement.numerator in (None, 0):
            continue
        for driver in measurement.drivers:
            if driver.by in ("sku", "carrier", "reason", "day"):
                values = found.setdefault((measurement.code, driver.by), [])
                if driver.value not in values:
                    values.append(driver.value)
        found.setdefault((measurement.code, "order"), [])
    return found


def in_order(measured: Sequence[Measurement], wanted: Sequence[str]) -> list[Measurement]:
    """The rates, those that the notice is about first, unknown ones last."""
    return sorted(measured, key=lambda m: (m.code not in wanted, m.rate is None))


def main_measurement(case: Case) -> Measurement | None:
    """The rate that the case is decided on: of the first cause, its longest window with a rate."""
    return _main(case.measurements, case.causes) if case.measurements else None


def charted(case: Case) -> Measurement | None:
    """The rate to draw: of the main rate's metric, the window whose line is longest; `None` without a line."""
    main = main_measurement(case)
    if main is None or case.measurements is None:
        return None
    mine = [m for m in case.measurements.metrics if m.code == main.code and len(m.rolling()) >= 3]
    return max(mine, key=lambda m: len(m.rolling()), default=None)


def _main(measurements: Measurements, causes: Sequence[str]) -> Measurement | None:
    for code in causes:
        metric = known_cause(code).metric
        mine = [m for m in measurements.metrics if m.code == metric]
        if mine:
            return max(
                mine, key=lambda m: (m.rate is not None, bool(m.drivers), m.window.days if m.window else 0)
            )
    return None


def useful_reports(wanted: Sequence[str]) -> list[Bilingual]:
    """The names of the reports that the metrics of a case are read from, most telling first."""
    from appeal_core.catalog.useful_reports import useful_for

    return useful_for(wanted)


def kind_name(kind: str | None) -> Bilingual:
    """What people call a report kind."""
    return report_kinds().kind(kind).name if kind else Bilingual(en="not recognised", zh="未识别")


def mappable() -> dict[str, Bilingual]:
    """The columns that a seller can point out in a file of another make, with their names."""
    from appeal_core.catalog.useful_reports import useful_reports as table

    return dict(table().columns)


def countable() -> dict[str, Bilingual]:
    """What the rows of such a file can be: all orders, or the defects of a rate."""
    orders = Bilingual(en="All orders of the period", zh="统计周期内的所有订单")
    return {"orders": orders} | {code: m.name for code, m in metrics().items()}


def driver_value(value: str) -> Bilingual:
    """A driver's value as people call it; SKUs, carriers and the like are as they are."""
    from appeal_core.metrics.value_names import VALUES

    return VALUES.get(value, Bilingual(en=value, zh=value))


def guess(headers: Sequence[str]) -> dict[str, str]:
    """Which column is probably which: canonical name -> header."""
    from appeal_core.reports import guess_mapping

    return guess_mapping(list(headers))
