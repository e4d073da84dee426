"""ASINs and order IDs: those that a case knows, and the one that was perhaps meant."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rapidfuzz.distance import DamerauLevenshtein

from appeal_core.case import Case


def nearest(identifier: str, known: Iterable[str]) -> str:
    """The one known identifier that differs by at most two characters; empty where none or several do."""
    near = [k for k in known if 0 < DamerauLevenshtein.distance(identifier, k, score_cutoff=2) <= 2]
    return near[0] if len(near) == 1 else ""


def said_in_case(case: Case | None) -> str:
    """All that the seller answered, as one text in which identifiers can be looked up."""
    return " ".join(_words(case)) if case else ""


def _words(case: Case) -> Iterator[str]:
    for group in (case.root_causes, case.actions, case.measures):
        for answer in group.values():
            yield from (w for slot in answer.slots.values() for w in (slot.en, slot.zh))
            yield from _own(answer)
    for words in case.answers.values():
        yield from (words.en, words.zh)
    for exhibit in case.exhibits.values():
        yield from (exhibit.title.en, exhibit.where_to_look.en, *exhibit.fields.values())
    for coding in case.codings:
        yield coding.value
    for notice in case.notices:
        yield notice.text
    for reply in case.replies.values():
        yield reply.text


def _own(answer: object) -> Iterator[str]:
    """The free words of an answer that the catalogue does not hold."""
    for name in ("text", "what", "found", "name"):
        words = getattr(answer, name, None)
        if words is not None:
            yield from (words.en, words.zh)
