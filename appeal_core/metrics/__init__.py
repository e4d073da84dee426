"""Frames ─► rates, windows, drivers, the defect list and what it speaks for."""

from appeal_core.metrics.as_json import as_json
from appeal_core.metrics.codings import apply_codings
from appeal_core.metrics.defect_list import defect_list
from appeal_core.metrics.hypotheses import evidence_for
from appeal_core.metrics.measure import measure

__all__ = ["apply_codings", "as_json", "defect_list", "evidence_for", "measure"]
