"""`metrics`: report files on disk to measurements, and their words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from appeal_core.case import Measurements, TypedCount
from appeal_core.case.report_frame import Report
from appeal_core.catalog import metrics
from appeal_core.language import BadInput, Lang, percent_text

BY_CATEGORY = "valid_tracking_rate"


def typed_count(text: str) -> TypedCount:
    """`late_shipment_rate:30=412` -> a typed denominator. Raises `BadInput`.

    Of valid tracking also that of one product category: `valid_tracking_rate:30[Home]=412`.
    """
    left, sign, number = text.rpartition("=")
    category = ""
    if left.endswith("]") and left.startswith(BY_CATEGORY):
        left, _, category = left[:-1].partition("[")
    code, _, days = left.partition(":")
    whole = number.strip().replace(",", "")
    if not sign or code not in metrics() or not whole.isdigit() or (days and not days.isdigit()):
        raise BadInput("“{text}” is no count; write METRIC:DAYS=N, as in late_shipment_rate:30=412. The metrics "
                       "are: {codes}", text=text, codes=" ".join(metrics()))  # fmt: skip
    return TypedCount(metric=code, days=int(days) if days else None, denominator=int(whole),
                      category=category.strip())  # fmt: skip


def measured_files(
    files: Sequence[Path], marketplace: str, as_of: dt.date | None, typed: Sequence[TypedCount]
) -> Measurements:
    """Everything that report files say. Raises `BadInput` when none of them is recognised."""
    from appeal_core.metrics import measure
    from appeal_core.reports import read_reports

    read: list[Report] = []
    for path in files:
        try:
            read.extend(read_reports(path, str(path), marketplace=marketplace))
        except OSError as error:
            raise BadInput("The file {name} cannot be read ({why}). Look at its name and try again.",
                           name=str(path), why=error.strerror or str(error)) from error  # fmt: skip
    if not any(r.summary.kind for r in read):
        first = read[0].summary
        raise BadInput("None of the files is a report that Candor knows. {file}: {problem}", file=first.file,
                       problem=first.problem or "")  # fmt: skip
    found = measure([r for r in read if r.summary.kind], marketplace=marketplace, as_of=as_of, typed=typed)
    return found.model_copy(update={"reports": tuple(r.summary for r in read)})


def as_json(found: Measurements, lang: Lang) -> dict[str, Any]:
    """The contract's object."""
    from appeal_core.metrics import as_json as measurements_json

    return measurements_json(found, lang)


def as_text(found: Measurements, lang: Lang) -> str:
    """The rates for a person, a line each."""
    lines = []
    for report in found.reports:
        kind = report.kind or (report.problem.in_(lang) if report.problem else "?")
        lines.append(f"{report.file}: {kind}, {report.used}/{report.rows}")
    for m in found.metrics:
        name = metrics()[m.code].name.in_(lang)
        rate = "?" if m.rate is None else percent_text(m.rate, lang)
        window = f" {m.window.start}..{m.window.end}" if m.window else ""
        lines.append(
            f"{name} ({m.fulfilment}){window}: {m.numerator}/{m.denominator} = {rate} [{m.verdict}, {m.basis}]"
        )
    return "\n".join(lines)
