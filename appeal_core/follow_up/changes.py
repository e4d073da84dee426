"""What a letter says that the last sending did not: sentence by sentence."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from itertools import combinations

from rapidfuzz import fuzz, process

from appeal_core.language import Frozen
from appeal_core.text.folding import fold
from appeal_core.text.sentences import sentences

NEARLY_SAME = 0.8  # of the letter's characters; above it, it reads as the old letter
_ALIKE = 95  # of 100: a comma or a date format is no new sentence
_NOT_WORDS = re.compile(r"[^\w%]+")


class Change(Frozen):
    """Sentences that are new and that are gone; `same`: the share of the new text that was sent before."""

    new: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    same: float = 0.0

    @property
    def nearly_same(self) -> bool:
        """Whether the letter would be read as the one that was already answered."""
        return self.same >= NEARLY_SAME


def compared(before: str, after: str) -> Change:
    """`after` against `before`, both plain text; headings and signatures count as what they are, a few words."""
    old, new = _by_words(before), _by_words(after)
    fresh = tuple(text for bare, text in new.items() if not _stands(bare, old))
    gone = tuple(text for bare, text in old.items() if not _stands(bare, new))
    whole = sum(len(bare) for bare in new)
    kept = whole - sum(len(bare) for bare, text in new.items() if text in fresh)
    return Change(new=fresh, gone=gone, same=kept / whole if whole else 0.0)


def shared(texts: Mapping[str, str], least: int = 40) -> dict[tuple[str, str], tuple[str, ...]]:
    """Sentences of at least `least` letters (half in Chinese) that two of the texts have in common, by their keys."""
    holders: dict[str, list[str]] = {}
    words = {key: _by_words(text) for key, text in texts.items()}
    for key, bare in ((k, b) for k, found in words.items() for b in found if _weight(b) >= least):
        holders.setdefault(bare, []).append(key)
    found: dict[tuple[str, str], list[str]] = {}
    for bare, keys in holders.items():
        for pair in combinations(keys, 2):
            found.setdefault(pair, []).append(words[pair[0]][bare])
    return {pair: tuple(same) for pair, same in found.items()}


def _weight(bare: str) -> int:
    return sum(2 if char > "\u2e80" else 1 for char in bare)


def _by_words(text: str) -> dict[str, str]:
    """Each sentence by its bare words."""
    found: dict[str, str] = {}
    for span in sentences(text):
        if bare := _NOT_WORDS.sub(" ", fold(span.text)).strip().lower():
            found.setdefault(bare, span.text.strip())
    return found


def _stands(bare: str, others: Collection[str]) -> bool:
    if bare in others:
        return True
    numbers = re.findall(r"\d+", bare)
    hit = process.extractOne(bare, others, scorer=fuzz.ratio, score_cutoff=_ALIKE)
    return hit is not None and re.findall(r"\d+", hit[0]) == numbers
