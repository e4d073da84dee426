"""Report files ─► frames: recognised by their columns, stripped of personal data, every row accounted for."""

from appeal_core.reports.frames import from_parquet, keep, to_parquet
from appeal_core.reports.mapping import fields, guess_mapping
from appeal_core.reports.read import read_report

__all__ = ["fields", "from_parquet", "guess_mapping", "keep", "read_report", "to_parquet"]
