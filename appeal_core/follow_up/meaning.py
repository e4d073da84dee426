"""What a sentence means by its kinds of words: a verb's stem, what it is done to, whether it is negated."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from appeal_core.catalog.cue_entries import ReplyMeaning
from appeal_core.catalog.cue_loader import reply_meanings
from appeal_core.text.folding import fold

_UNSPACED = ("zh", "ja")


@cache
def _compiled(tongue: str, kind: str) -> re.Pattern[str] | None:
    pattern = next((k[kind] for t, k in reply_meanings().words.items() if t == tongue and kind in k), None)
    if pattern is None:
        return None
    pattern = fold(pattern)  # as the texts are: Japanese and traditional characters too
    return re.compile(pattern if tongue in _UNSPACED else rf"(?<![a-zà-ÿ])(?:{pattern})", re.IGNORECASE)


def holds(folded: str, kinds: Iterable[str], tongue: str) -> bool:
    """Whether a folded text holds a word of every kind, in that language."""
    return all((rule := _compiled(tongue, kind)) is not None and rule.search(folded) for kind in kinds)


def holds_any(folded: str, kinds: Iterable[str], tongues: Iterable[str]) -> bool:
    """Whether a folded text holds a word of one of the kinds, in one of the languages."""
    kinds = tuple(kinds)
    return any(holds(folded, (kind,), tongue) for tongue in tongues for kind in kinds)


def meant(folded: Sequence[str], tongues: Iterable[str]) -> list[tuple[str, tuple[int, ...]]]:
    """Each outcome that the sentences state, in the catalogue's order, with the places of its sentences."""
    tongues = tuple(tongues)
    found = []
    for meaning in reply_meanings().meanings:
        places = tuple(
            place
            for place, text in enumerate(folded)
            if any(_states(meaning, folded, place, tongue) for tongue in tongues)
        )
        if places:
            found.append((meaning.code, places))
    return found


def _states(meaning: ReplyMeaning, folded: Sequence[str], place: int, tongue: str) -> bool:
    text = folded[place]
    if any(holds(text, (kind,), tongue) for kind in meaning.unless):
        return False
    if meaning.whole:
        return holds(text, meaning.all[:1], tongue) and holds(" ".join(folded), meaning.all, tongue)
    if meaning.apart and place + 1 < len(folded) and holds(text, meaning.all[:1], tongue):
        text = f"{text} {folded[place + 1]}"
    return holds(text, meaning.all, tongue)
