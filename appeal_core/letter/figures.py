"""The figures of a letter: rows of the table, where each comes from, the sentence's own numbers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from appeal_core import catalog
from appeal_core.language import Bilingual, message, number_text
from appeal_core.letter import knowledge
from appeal_core.letter.charts import rolling
from appeal_core.letter.ledger import Ledger, both
from appeal_core.letter.readings import Reading, metrics_of, readings
from appeal_core.letter.said import Said, fill, listed, lowered, plain
from appeal_core.letter.template import read_data


def gather_figures(ledger: Ledger) -> dict[str, Any]:
    """`figures`: one entry a metric of the causes, with its `rows`, `first` row and `chart`."""
    entries = [_entry(ledger, code) for code in metrics_of(ledger.case)]
    causes = [knowledge.cause(code) for code in ledger.case.causes]
    return {
        "figures": [e for e in entries if e["rows"]],
        "figures_missing": [e["missing"] for e in entries if not e["rows"]],
        "only_metrics": all(cause is not None and cause.metric for cause in causes),
    }


def bilingual(data: dict[str, str]) -> Bilingual:
    """A text of a data file."""
    return Bilingual.model_validate(data)


def words_of(code: str) -> dict[str, Any]:
    """How a metric's counts are called; general words for a metric that has none of its own."""
    table = read_data("figures.yaml")
    found: dict[str, Any] = table["metrics"].get(code, table["general"])
    return found


def _entry(ledger: Ledger, code: str) -> dict[str, Any]:
    metric = catalog.metrics().get(code)
    cause = knowledge.cause(code)
    name = metric.name if metric else cause.name if cause else Bilingual(en=code.replace("_", " "))
    rows = [_row(ledger, reading) for reading in readings(ledger.case, code)]
    words = words_of(code)
    chart = rolling(ledger, _longest_line(rows), name) if rows and ledger.case.wishes.chart else None
    missing = message(
        "the figures of {metric} (reports, or the Account Health page)", metric=lowered_name(name)
    )
    return {
        "code": code,
        "name": lowered(plain(name)),
        "title": plain(name),
        "rows": rows,
        "first": rows[0] if rows else None,
        "counted": plain(bilingual(words["column"])),
        "total": plain(bilingual(words["total"])),
        "counted_name": plain(bilingual(words["counted_name"])),
        "total_name": plain(bilingual(words["total_name"])),
        "chart": chart[0] if chart else None,
        "chart_facts": chart[1] if chart else Said(),
        "missing": None if rows else ledger.gap(f"figures.{code}", missing, "reports", f"typed.{code}"),
    }


def lowered_name(name: Bilingual) -> Bilingual:
    """A name as it stands inside a sentence."""
    said = lowered(plain(name))
    return Bilingual(en=said.en, zh=said.zh)


def _row(ledger: Ledger, r: Reading) -> dict[str, Any]:
    label = both(message("{metric}, {days} days", metric=r.code.replace("_", " "), days=r.days or 0))
    key = f"figure.{r.code}.{r.days or 0}"
    total_source = "report" if r.denominator_from in ("reports", "estimate") else r.source
    return {
        "reading": r,
        "key": key,
        "days": ledger.number(f"{key}.days", r.days, r.source, r.ref, label) if r.days else Said(),
        "window": _window(ledger, r, key, label),
        "end": ledger.date(f"{key}.end", r.end, r.source, r.ref, label) if r.end else Said(),
        "numerator": _count(ledger, f"{key}.numerator", r.numerator, r, label),
        "bad": _count(ledger, f"{key}.bad", r.bad, r, label),
        "defects": defects(ledger, r.code, r.bad, f"sum:{key}", label) if r.bad is not None else _dash(),
        "denominator": (
            ledger.number(f"{key}.denominator", r.denominator, total_source, r.ref, label)
            if r.denominator is not None
            else _no_total(ledger, r)
        ),
        "rate": ledger.percent(f"{key}.rate", r.rate, r.source, r.ref, label)
        if r.rate is not None
        else _dash(),
        "target": _target(ledger, r),
        "numerator_from": r.numerator_from,
        "denominator_from": r.denominator_from,
        "reports": _reports(r),
        "as_of": _as_of(ledger, r),
    }


def _count(ledger: Ledger, key: str, value: int | None, r: Reading, label: Bilingual) -> Said:
    return _dash() if value is None else ledger.number(key, value, r.source, r.ref, label)


def _dash() -> Said:
    return Said("–", "–")


def _no_total(ledger: Ledger, r: Reading) -> Said:
    if r.rate is not None:
        return _dash()
    what = message("the number of orders of these {days} days (Account Health page)", days=r.days or 0)
    return ledger.gap(
        f"typed.{r.code}:{r.days}.denominator", what, "reports", f"typed.{r.code}:{r.days}.denominator"
    )


def _window(ledger: Ledger, r: Reading, key: str, label: Bilingual) -> Said:
    days = Said(f"{r.days} days", f"{r.days} 天") if r.days else Said()
    if not (r.start and r.end):
        return (
            ledger.enter(f"{key}.window", r.source, r.ref, label, days, str(r.days or ""))
            if days
            else _dash()
        )
    year = r.start.year != r.end.year or r.end.year != ledger.day.year
    ends = {"start": ledger.day_said(r.start, year=year), "end": ledger.day_said(r.end, year=year)}
    said = fill("{days}, {start} – {end}", "{days}，{start}至 {end}", {"days": days, **ends})
    also = (ends["start"].en, ends["start"].zh, ends["end"].en, ends["end"].zh, str(r.days))
    return ledger.enter(f"{key}.window", r.source, r.ref, label, said, *also)


def _target(ledger: Ledger, r: Reading) -> Said:
    percent = ledger.percent(
        f"target.{r.code}", r.target, "catalogue", f"metrics.{r.code}", both(message("target"))
    )
    patterns = {
        "less_than": ("under {p}", "低于 {p}"),
        "greater_than": ("over {p}", "高于 {p}"),
        "at_least": ("at least {p}", "不低于 {p}"),
    }
    return fill(*patterns.get(r.condition, ("{p}", "{p}")), {"p": percent})


def _reports(r: Reading) -> Said:
    names = read_data("figures.yaml")["reports"]
    known = [plain(bilingual(names[kind])) for kind in r.reports if kind in names]
    return listed(known or [plain(bilingual(names["other"]))])


def _as_of(ledger: Ledger, r: Reading) -> Said:
    as_of: dt.date | None = ledger.case.measurements.as_of if ledger.case.measurements else None
    if as_of is None or r.measurement is None:
        return Said()
    label = both(message("last day of the reports"))
    return ledger.short_date("figures.as_of", as_of, "report", "measurements.as_of", label)


def defects(ledger: Ledger, code: str, count: int, ref: str, page_label: Bilingual) -> Said:
    """A count with the metric's own noun: `29 late orders`, `29 笔迟发订单`."""
    words = words_of(code)
    number = number_text(count, "en")
    noun = bilingual(words["one"] if count == 1 else words["many"])
    said = Said(f"{number} {noun.en}", f"{number} {noun.zh}")
    source = "computed" if ref.startswith("sum:") else "seller"
    return ledger.enter(f"count.{ref}", source, ref, page_label, said, number, str(count))  # type: ignore[arg-type]


def _longest_line(rows: Sequence[Mapping[str, Any]]) -> Reading:
    """The reading whose days reach back the furthest beyond its own window."""
    readings: list[Reading] = [row["reading"] for row in rows]
    return max(readings, key=lambda r: len(r.measurement.rolling()) if r.measurement else 0)
