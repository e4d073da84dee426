"""Which chosen root causes of a case are answered by which chosen actions and measures."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Literal

from appeal_core.case import OWN, Case
from appeal_core.catalog import RootCause, cause
from appeal_core.catalog.loader import CatalogError
from appeal_core.language import Bilingual, Message
from appeal_core.review.draft import Draft, Part
from appeal_core.review.rule import Hit

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


def missing_answers(
    draft: Draft, group: Group, part: Part, worded: Callable[[Bilingual], Message]
) -> Iterator[Hit]:
    """A hit, worded by `worded` from its name, for each root cause that a plan's case leaves uncovered."""
    about = draft.context
    if about.case and about.letter and about.wants_plan:
        for name in uncovered(about.case, group):
            yield Hit(worded(name), section=part, page="actions")
