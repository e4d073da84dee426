"""How many of a letter's words come from its case itself: the reader's measure against boilerplate."""

from __future__ import annotations

import re
from collections.abc import Iterable

from appeal_core.case import Block, Letter
from appeal_core.language import Frozen, Lang
from appeal_core.letter.edits import table_lines

OUTSIDE = (
    "exhibits",
    "signature",
    "sources",
)  # sections that are lists and names, no words of a reviewer's reading
_WORD = re.compile(r"[\u3400-\u9fff]|[^\W\u3400-\u9fff]+(?:['’.,:/@+&-][^\W\u3400-\u9fff]+)*%?")


class OwnWords(Frozen):
    """`own` of `words` come from the case; `blocks`: the same share by block, least first."""

    own: int
    words: int
    blocks: tuple[tuple[str, float], ...] = ()

    @property
    def share(self) -> float:
        """A fraction; 0 for a letter without words."""
        return self.own / self.words if self.words else 0.0


def count_words(text: str) -> int:
    """Words of a text; each Chinese character counts as one."""
    return len(_WORD.findall(text))


def body_blocks(letter: Letter) -> tuple[Block, ...]:
    """The blocks that a reviewer reads as text: without exhibits, signature and annex."""
    return tuple(b for s in letter.sections if s.id not in OUTSIDE for b in s.blocks)


def words_of(block: Block, lang: Lang) -> str:
    """A block's heading and text, or its table's rows; nothing for a chart."""
    if block.table:
        return table_lines(block.table, lang)
    if block.chart and not block.edited:
        return ""
    return "\n".join(filter(None, (block.heading.in_(lang), block.text.in_(lang))))


def own_words(letter: Letter, lang: Lang) -> OwnWords:
    """Counts the words of the letter's body that are facts of the case, or that the seller wrote.

    Facts of the catalogue (a target) and the words of our own sentences are not the case's.
    """
    counted = []
    for block in body_blocks(letter):
        text = words_of(block, lang)
        words = list(_WORD.finditer(text))
        if not words:
            continue
        values = () if block.edited else own_values(letter, block.facts)
        own = len(words) if block.edited else _covered(words, own_places(text, values))
        counted.append((block.id, own, len(words)))
    shares = sorted(((name, own / words) for name, own, words in counted), key=lambda row: row[1])
    return OwnWords(own=sum(c[1] for c in counted), words=sum(c[2] for c in counted), blocks=tuple(shares))


def own_values(letter: Letter, facts: Iterable[str]) -> tuple[str, ...]:
    """The texts under which the case's facts appear, longest first."""
    found = (letter.facts[f] for f in facts if f in letter.facts)
    values = {v for fact in found if fact.source != "catalogue" for v in fact.values if v.strip()}
    return tuple(sorted(values, key=lambda v: (-len(v), v)))


def own_places(text: str, values: Iterable[str]) -> list[tuple[int, int]]:
    """Where those texts stand, whole words only; the first letter may have changed its case."""
    places = []
    for value in values:
        source = re.escape(value)
        before = r"(?<![A-Za-z0-9])" if value[0].isascii() and value[0].isalnum() else ""
        after = r"(?![A-Za-z0-9])" if value[-1].isascii() and value[-1].isalnum() else ""
        places += [m.span() for m in re.finditer(before + source + after, text, re.IGNORECASE)]
    return places


def _covered(words: list[re.Match[str]], places: list[tuple[int, int]]) -> int:
    return sum(any(start < w.end() and w.start() < end for start, end in places) for w in words)
