"""What each letter kind gathers, by the name under which its template asks for it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from appeal_core.language import message
from appeal_core.letter.annex import gather_annex
from appeal_core.letter.answers import gather_grounds, gather_related
from appeal_core.letter.basics import gather_attempts, gather_basics
from appeal_core.letter.figures import gather_figures
from appeal_core.letter.ledger import Ledger
from appeal_core.letter.papers import gather_documents, gather_exhibits
from appeal_core.letter.root_causes import gather_root_causes
from appeal_core.letter.said import Said
from appeal_core.letter.steps import gather_actions, gather_measures

Gatherer = Callable[[Ledger], dict[str, Any]]

GATHERERS: dict[str, Gatherer] = {
    "figures": gather_figures,
    "root_causes": gather_root_causes,
    "actions": gather_actions,
    "measures": gather_measures,
    "exhibits": gather_exhibits,
    "documents": gather_documents,
    "grounds": gather_grounds,
    "related": gather_related,
    "attempts": gather_attempts,
    "annex": gather_annex,
}


def gather(ledger: Ledger, names: tuple[str, ...], *, only_new: bool = False) -> dict[str, Any]:
    """The facts of the gatherers `names`, and those that every letter has.

    With `only_new`, root causes, actions and measures that were sent before are left out.
    """
    facts = gather_basics(ledger)
    for name in names:
        facts.update(GATHERERS[name](ledger))
    lists: dict[str, list[Any]] = {
        name: facts[name] for name in ("root_causes", "actions", "measures") if name in facts
    }
    new = {name: [item for item in items if item["is_new"]] for name, items in lists.items()}
    if only_new:
        facts.update(new)
    fresh = any(new.values()) or any(e["is_new"] for e in facts.get("exhibits", ()))
    what = message("something new since the last sending: an action, a document, a root cause")
    facts["fresh"] = fresh
    facts["fresh_missing"] = Said() if fresh else ledger.gap("fresh", what, "actions")
    return facts
