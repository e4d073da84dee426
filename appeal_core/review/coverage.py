"""Which chosen root causes of a case are answered by which chosen actions and measures."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from appeal_core.case import OWN, Case
from appeal_core.catalog import RootCause, cause
from appeal_core.catalog.loader import CatalogError
from appeal_core.language import Bilingual

Group = Literal["actions", "measures"]


def uncovered(case: Case, group: Group) -> Iterator[Bilingual]:
    """The names of the chosen root causes for which no action (or measure) is chosen.

    An own one answers for every root cause of its cause: nothing says to which it belongs.
    """
    answers = getattr(case, group)
    chosen = {key: a.cause for key, a in answers.items() if a.chosen}
    own = {c for key, c in chosen.items() if key.startswith(OWN)}
    for key, answer in case.root_causes.items():
        if not answer.chosen or answer.cause in own:
            continue
        known = _entry(answer.cause, key)
        if known is None and answer.cause not in chosen.values():
            yield Bilingual(en=answer.name.en or key, zh=answer.name.zh or answer.name.en or key)
        elif known is not None and not set(getattr(known, group)) & set(chosen):
            yield known.name


def _entry(code: str, key: str) -> RootCause | None:
    try:
        return next((r for r in cause(code).root_causes if r.id == key), None)
    except (KeyError, CatalogError):
        return None
