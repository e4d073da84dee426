"""Measurements as the command line prints them: plain JSON data, every key always there."""

from __future__ import annotations

from typing import Any

from appeal_core.case.measurements import Driver, Figure, Measurement, Measurements, ReportSummary
from appeal_core.language import Lang


def as_json(measurements: Measurements, lang: Lang = "en") -> dict[str, Any]:
    """The object of `python -m appeal_core metrics --json`; texts in `lang`."""
    return {
        "marketplace": measurements.marketplace,
        "as_of": measurements.as_of.isoformat() if measurements.as_of else None,
        "reports": [report_as_json(r, lang) for r in measurements.reports],
        "metrics": [measurement_as_json(m, lang) for m in measurements.metrics],
    }


def report_as_json(report: ReportSummary, lang: Lang = "en") -> dict[str, Any]:
    """How one file was read. `rejected` holds the first hundred, `rejected_rows` their number."""
    return {
        "file": report.file,
        "kind": report.kind,
        "problem": report.problem.in_(lang) if report.problem else None,
        "encoding": report.encoding,
        "delimiter": report.delimiter,
        "rows": report.rows,
        "used": report.used,
        "rejected": [{"line": r.line, "reason": r.reason.in_(lang)} for r in report.rejected],
        "rejected_rows": report.rejected_rows,
        "set_aside": [{"reason": s.reason, "rows": s.rows} for s in report.set_aside],
        "first": report.first.isoformat() if report.first else None,
        "last": report.last.isoformat() if report.last else None,
        "dropped_columns": list(report.dropped_columns),
        "notes": [n.in_(lang) for n in report.notes],
    }


def measurement_as_json(one: Measurement, lang: Lang = "en") -> dict[str, Any]:
    """One rate; rates are fractions."""
    return {
        "code": one.code,
        "fulfilment": one.fulfilment,
        "window": _window(one),
        **_figure(one),
        "target": one.target,
        "condition": one.condition,
        "verdict": one.verdict,
        "defects": one.defects,
        "alternatives": [_figure(f) for f in one.alternatives],
        "drivers": [_driver(d) for d in one.drivers],
        "slices": [s.model_dump() for s in one.slices],
        "files": list(one.files),
        "notes": [n.in_(lang) for n in one.notes],
    }


def _window(one: Measurement) -> dict[str, Any] | None:
    if one.window is None:
        return None
    return {"days": one.window.days, "from": one.window.start.isoformat(), "to": one.window.end.isoformat()}


def _figure(one: Measurement | Figure) -> dict[str, Any]:
    return {"numerator": one.numerator, "denominator": one.denominator, "rate": one.rate, "basis": one.basis}


def _driver(one: Driver) -> dict[str, Any]:
    return {
        "by": one.by,
        "value": one.value,
        "defects": one.defects,
        "orders": one.orders,
        "share": round(one.share, 4),
        "lift": None if one.lift is None else round(one.lift, 4),
    }
