"""Saving one field: the second writer of a field is told, and both texts are kept."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass
from typing import Any

from appeal_core.case import Case, Conflict


@dataclass(frozen=True)
class FieldSaved:
    """What became of a save. `conflict` holds both texts where another tab was first."""

    case: Case
    conflict: Conflict | None = None


def field_saved(case: Case, path: str, started_from: Any, value: Any, now: dt.datetime) -> FieldSaved:
    """`case` with `value` at `path`, unless the stored value is neither `started_from` nor `value`.

    Then the stored value stays, and the case's `conflicts` hold both. Plain JSON data throughout.
    """
    stored = case.get(path)
    if _same(stored, value):
        return FieldSaved(without_conflict(case, path))
    if not _same(stored, started_from):
        conflict = Conflict(yours=_text(value), theirs=_text(stored), at=now)
        return FieldSaved(case.replace(conflicts={**case.conflicts, path: conflict}), conflict)
    return FieldSaved(without_conflict(case.with_value(path, value), path))


def without_conflict(case: Case, path: str) -> Case:
    """The case after the conflict at `path`, if any, is settled."""
    if path not in case.conflicts:
        return case
    return case.replace(conflicts={k: v for k, v in case.conflicts.items() if k != path})


def _same(a: Any, b: Any) -> bool:
    empty: tuple[Any, ...] = (None, "", [], {}, False)
    return a == b or (a in empty and b in empty)


def _text(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
