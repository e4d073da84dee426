"""A report as it was read: its account, and its rows as a pandas frame with canonical columns."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from appeal_core.case.measurements import ReportSummary

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True)
class Report:
    """`summary` says how the file was read; `frame` holds its used rows, `None` where none were read.

    Column names are those of `catalog/report_kinds.yaml`. Instants keep their zone (UTC), days are naive.
    Amazon's own figures (the performance JSON) are rows too: code, fulfilment, days, from, to, counts, rate.
    """

    summary: ReportSummary
    frame: pd.DataFrame | None = None
