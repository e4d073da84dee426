"""Which piece of an edited file is which part of the letter: by its mark, else by its words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from rapidfuzz import fuzz, process

from appeal_core.export.word.marks import PART, Part, squeezed
from appeal_core.export.word.reading import Piece

_LIKE = 60.0  # of 100: from here two texts are taken for two versions of one
_MOST_COMPARED = 400_000  # pairs


class Match(NamedTuple):
    """A part of the letter and its piece of the file; `None` where it is not found."""

    part: Part
    piece: Piece | None


def matched(pieces: Sequence[Piece], wanted: Sequence[Part]) -> tuple[Match, ...]:
    """Every part, in the letter's order, with its piece. A piece serves one part."""
    names = {_name(p.mark): p.name for p in wanted}
    found: dict[str, Piece] = {}
    for piece in pieces:
        name = names.get(_name(piece.mark)) if piece.mark else None
        if name and name not in found:
            found[name] = piece
    _by_words([p for p in pieces if not p.mark], [p for p in wanted if p.name not in found], found)
    return tuple(Match(part, found.get(part.name)) for part in wanted)


def _name(mark: str) -> str:
    match = PART.fullmatch(mark)
    return match[1] if match else ""


def _by_words(pieces: list[Piece], wanted: list[Part], found: dict[str, Piece]) -> None:
    pictures = [p for p in pieces if p.picture and not p.text.strip()]
    for part in [p for p in wanted if p.block and p.block.chart and not p.whole]:
        if pictures:
            found[part.name] = pictures.pop(0)
    texts = [p for p in pieces if p.words.strip()]
    parts = [p for p in wanted if p.whole and p.name not in found]
    if not texts or not parts or len(texts) * len(parts) > _MOST_COMPARED:
        return
    scores = process.cdist(
        [squeezed(p.words) for p in texts], [squeezed(p.whole) for p in parts], scorer=fuzz.ratio
    )
    pairs = [
        (-float(scores[i][j]), i, j)
        for i, text in enumerate(texts)
        for j, part in enumerate(parts)
        if scores[i][j] >= _LIKE and (text.rows is not None) == bool(part.block and part.block.table)
    ]
    used: set[int] = set()
    for _, i, j in sorted(pairs):
        if i not in used and parts[j].name not in found:
            found[parts[j].name] = texts[i]
            used.add(i)


def in_order(read: Sequence[Part], wanted: Sequence[Part]) -> frozenset[str]:
    """The names of those parts that do not stand in the letter's order any more: as few as can be."""
    place = {part.name: n for n, part in enumerate(wanted)}
    numbers = [place[part.name] for part in read]
    kept = set(longest_rising(numbers))
    return frozenset(part.name for part, number in zip(read, numbers, strict=True) if number not in kept)


def longest_rising(numbers: Sequence[int]) -> list[int]:
    """The longest run of numbers that rises, others left out."""
    best: list[list[int]] = []  # the longest that ends at each
    for n, number in enumerate(numbers):
        before = [best[m] for m in range(n) if numbers[m] < number]
        best.append([*_longest(before), number])
    return _longest(best)


def _longest(runs: Sequence[list[int]]) -> list[int]:
    return max(runs, key=lambda run: len(run), default=[])
