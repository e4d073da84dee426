"""Which report answers for which rate, and the names of a mapped table's columns, as data."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from appeal_core.catalog.entries import Code
from appeal_core.catalog.loader import FOLDER, read_entry, report_kinds
from appeal_core.language import Bilingual, Frozen


class UsefulReports(Frozen):
    """The content of `useful_reports.yaml`."""

    reports: dict[Code, tuple[Code, ...]]
    columns: dict[Code, Bilingual]


@cache
def useful_reports() -> UsefulReports:
    """The file, checked: every kind that it names is one."""
    found = read_entry(FOLDER / "useful_reports.yaml", UsefulReports)
    for kinds in found.reports.values():
        for kind in kinds:
            report_kinds().kind(kind)
    return found


def useful_for(metrics: Sequence[str]) -> list[Bilingual]:
    """The names of the reports that answer for these metrics (codes), each once."""
    table = useful_reports().reports
    kinds = dict.fromkeys(k for m in metrics or ["none"] for k in table.get(m, ()))
    return [report_kinds().kind(k).name for k in kinds][:4]
