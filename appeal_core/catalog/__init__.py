"""What the field knows, as data: YAML files, and the one loader that checks them."""

from appeal_core.catalog.cause_entries import Action, Cause, Measure, RootCause, Slot
from appeal_core.catalog.entries import EvidenceKind, Marketplace, Metric, Route
from appeal_core.catalog.loader import (
    CatalogError,
    cause,
    causes,
    evidence_kinds,
    marketplaces,
    metrics,
    roles,
    routes,
    vocabulary,
)

__all__ = [
    "Action", "CatalogError", "Cause", "EvidenceKind", "Marketplace", "Measure", "Metric",
    "RootCause", "Route", "Slot", "cause", "causes", "evidence_kinds", "marketplaces",
    "metrics", "roles", "routes", "vocabulary",
]  # fmt: skip
