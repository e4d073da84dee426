"""Admissions that are graver than the charge: a blocker, until the case itself has chosen to say them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from appeal_core.case import Case
from appeal_core.catalog import cause
from appeal_core.catalog.loader import CatalogError
from appeal_core.review.draft import Draft
from appeal_core.review.knowledge import knowledge
from appeal_core.review.rule import Hit


def admitted(hits: Iterable[Hit], draft: Draft, rule: str) -> Iterator[Hit]:
    """The hits, as warnings (which the seller can confirm) where the admission was chosen on purpose.

    Chosen: the letter composed it from an answered check, or the case holds a root cause whose own
    sentence says it.
    """
    chosen = _said_by_choice(rule, draft.context.case)
    for hit in hits:
        composed = draft.context.letter is not None and not _edited(draft, hit)
        yield replace(hit, severity="warning") if chosen or composed else hit


def _edited(draft: Draft, hit: Hit) -> bool:
    item = draft.item_at(hit.start or 0)
    blocks = draft.context.letter.blocks() if draft.context.letter else ()
    return any(b.edited for b in blocks if item and b.id == item.block)


def _said_by_choice(rule: str, case: Case | None) -> bool:
    said = " ".join(_chosen_sentences(case)) if case else ""
    return any(p.pattern.search(said) for p in knowledge().phrases.get(rule, ()))


def _chosen_sentences(case: Case) -> Iterator[str]:
    """What the root causes that the seller chose say, in both languages, and their headings."""
    for key, answer in case.root_causes.items():
        if not answer.chosen:
            continue
        yield from (answer.name.en, answer.name.zh, answer.text.en, answer.text.zh)
        yield from (words for slot in answer.slots.values() for words in (slot.en, slot.zh))
        try:
            found = [r for r in cause(answer.cause).root_causes if r.id == key]
        except (KeyError, CatalogError):
            continue
        for one in found:
            yield from (one.name.en, one.name.zh, one.statement.en, one.statement.zh)
