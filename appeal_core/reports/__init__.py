"""Report files ─► frames: recognised by their columns, stripped of personal data, every row accounted for."""

from appeal_core.reports.cleaned import cleaned
from appeal_core.reports.frames import from_parquet, keep, to_parquet
from appeal_core.reports.mapping import fields, guess_mapping
from appeal_core.reports.read import read_report
from appeal_core.reports.read_many import read_reports

__all__ = [
    "cleaned",
    "fields",
    "from_parquet",
    "guess_mapping",
    "keep",
    "read_report",
    "read_reports",
    "to_parquet",
]
