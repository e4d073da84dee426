"""What the letter takes from the catalogue; `None` for what the seller wrote without it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import TypeVar

from appeal_core import catalog
from appeal_core.catalog import Action, Cause, Measure, RootCause
from appeal_core.catalog.loader import FOLDER, read_yaml

_Entry = TypeVar("_Entry", RootCause, Action, Measure)


def cause(code: str) -> Cause | None:
    """The cause `code`, or `None` where the catalogue has none such."""
    try:
        return catalog.cause(code)
    except KeyError:
        return None


def root_cause(cause_code: str, code: str) -> RootCause | None:
    """A root cause of the catalogue; `None` for the seller's own."""
    entry = cause(cause_code)
    return _named(entry.root_causes, code) if entry else None


def action(cause_code: str, code: str) -> Action | None:
    """A corrective action of the catalogue; `None` for the seller's own."""
    entry = cause(cause_code)
    return _named(entry.actions, code) if entry else None


def measure(cause_code: str, code: str) -> Measure | None:
    """A preventive measure of the catalogue; `None` for the seller's own."""
    entry = cause(cause_code)
    return _named(entry.measures, code) if entry else None


@cache
def _papers() -> dict[str, tuple[str, ...]]:
    return {row["code"]: tuple(row["kinds"]) for row in read_yaml(FOLDER / "ask_papers.yaml")}


def papers_for(ask: str) -> tuple[str, ...]:
    """The kinds of papers that can answer a demand."""
    return _papers().get(ask, ())


def _named(entries: Iterable[_Entry], code: str) -> _Entry | None:
    return next((e for e in entries if e.id == code), None)
