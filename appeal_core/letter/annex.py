"""The annex: where each figure of the letter comes from, a row a figure and window."""

from __future__ import annotations

from typing import Any

from appeal_core.language import Bilingual, message
from appeal_core.letter.charts import drivers
from appeal_core.letter.figures import gather_figures
from appeal_core.letter.ledger import Ledger, both
from appeal_core.letter.readings import Reading
from appeal_core.letter.said import Said, fill, plain, semicolons
from appeal_core.letter.template import read_data


def gather_annex(ledger: Ledger) -> dict[str, Any]:
    """`annex`: the rows of every figure, where the seller wishes them; else none.

    `annex_charts`: what drives a rate, where its defects gather; the letter itself stays short.
    """
    if not ledger.case.wishes.annex:
        return {"annex": [], "annex_charts": []}
    figures = gather_figures(ledger)["figures"]
    return {
        "annex": [_row(ledger, figure, row) for figure in figures for row in figure["rows"]],
        "annex_charts": [c for figure in figures if (c := _drivers(ledger, figure))],
    }


def _drivers(ledger: Ledger, figure: dict[str, Any]) -> dict[str, Any] | None:
    name = Bilingual(en=figure["title"].en, zh=figure["title"].zh)
    found = drivers(ledger, figure["first"]["reading"], name) if ledger.case.wishes.chart else None
    return {"code": figure["code"], "chart": found[0], "chart_facts": found[1]} if found else None


def _row(ledger: Ledger, figure: dict[str, Any], row: dict[str, Any]) -> dict[str, Any]:
    reading: Reading = row["reading"]
    return {
        "name": figure["title"],
        "window": row["window"],
        "numerator": row["numerator"],
        "denominator": row["denominator"],
        "rate": row["rate"],
        "basis": _basis(reading, figure),
        "files": _files(ledger, reading),
    }


def _basis(reading: Reading, figure: dict[str, Any]) -> Said:
    """In words: one basis for both counts, or each with its own."""
    top, below = reading.numerator_from, reading.denominator_from
    if reading.measurement is not None and reading.measurement.basis in ("amazon", "upper_bound"):
        return _words(reading.measurement.basis)
    if reading.numerator is None or reading.denominator is None or top == below:
        return _words(below if reading.numerator is None and reading.denominator is not None else top)
    parts = {"what": figure["counted_name"], "from": _words(top)}
    total = {"what": figure["total_name"], "from": _words(below)}
    pattern = ("{what}: {from}", "{what}：{from}")
    return semicolons([fill(*pattern, parts), fill(*pattern, total)])


def _words(basis: str) -> Said:
    return plain(Bilingual.model_validate(read_data("figures.yaml")["bases"][basis]))


def _files(ledger: Ledger, reading: Reading) -> Said:
    """The names of the files, as they were given; a dash where the figure stands on none."""
    names = reading.measurement.files if reading.measurement else ()
    label = both(message("files of a figure"))
    said = [
        ledger.name(f"annex.file.{name}", Said(name, name), reading.ref, label, "report")
        for name in dict.fromkeys(names)
    ]
    return semicolons(said) if said else Said("–", "–")
