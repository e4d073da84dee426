"""A letter's text cut into pieces: plain words, visible gaps, mentions of exhibits."""

from __future__ import annotations

import re
from collections.abc import Collection
from itertools import pairwise
from typing import Literal, NamedTuple

from appeal_core.case import Block
from appeal_core.language import Lang

_GAP = r"\[[^\[\]\n]+\]|【[^【】\n]+】|［[^［］\n]+］"
_LIST = r"(?:[A-Z]{1,2})(?:\s*(?:,|、|–|-|至|及|和|与|and|to)\s*(?:and\s+)?[A-Z]{1,2}(?![A-Za-z]))*"
_MENTION = rf"(?:Exhibits?|附件)\s*{_LIST}(?![A-Za-z])"
_CUT = re.compile(rf"(?P<gap>{_GAP})|(?P<mention>{_MENTION})")
_LETTER = re.compile(r"(?<![A-Za-z])[A-Z]{1,2}(?![A-Za-z])")
_LONE = re.compile(r"(?:Exhibit|附件)\s*[A-Z]{1,2}")
_ILLEGAL = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff"
    "\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]"  # unseen: they turn or hide what a reader sees
)


class Segment(NamedTuple):
    """A piece of text; `target` is the exhibit's letter where it is a link."""

    kind: Literal["plain", "gap", "link"]
    text: str
    target: str = ""


def clean(text: str) -> str:
    """The text without control characters, which neither Word nor PDF can hold, and without unseen direction marks."""
    return _ILLEGAL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def segments(text: str, exhibits: Collection[str] = (), gaps: bool = False) -> list[Segment]:
    """`text` in pieces, which joined give it again.

    `exhibits` are the letters that stand in the exhibits table, the only ones that become links.
    Bracketed words count as gaps only where the block has `gaps`.
    """
    text, found, at = clean(text), list[Segment](), 0
    for match in _CUT.finditer(text):
        if match["gap"] and not gaps:
            continue
        found.append(Segment("plain", text[at : match.start()]))
        found += [Segment("gap", match[0])] if match["gap"] else _mention(match[0], exhibits)
        at = match.end()
    found.append(Segment("plain", text[at:]))
    return [s for s in found if s.text]


def _mention(text: str, exhibits: Collection[str]) -> list[Segment]:
    letters = list(_LETTER.finditer(text))
    if _LONE.fullmatch(text):
        letter = letters[-1][0]
        return [Segment("link", text, letter) if letter in exhibits else Segment("plain", text)]
    found, at = list[Segment](), 0
    for match in letters:
        if match[0] in exhibits:
            found += [Segment("plain", text[at : match.start()]), Segment("link", match[0], match[0])]
            at = match.end()
    return [*found, Segment("plain", text[at:])]


def unspoken_gaps(block: Block, lang: Lang) -> tuple[str, ...]:
    """The gaps of a block that its own text does not show, as bracketed text to print after it."""
    if not block.gaps:
        return ()
    cells = [c.in_(lang) for row in (block.table.rows if block.table else ()) for c in row]
    if any(re.search(_GAP, t) for t in (block.text.in_(lang), block.heading.in_(lang), *cells)):
        return ()
    marks = "【{}】" if lang == "zh" else "[{}]"
    return tuple(marks.format(g.message.in_(lang)) for g in block.gaps)


def exhibit_letters(blocks: Collection[Block]) -> tuple[str, ...]:
    """The letters in the first column of the exhibits tables, in their order."""
    found: dict[str, None] = {}
    for block in blocks:
        if block.kind == "exhibits" and block.table:
            for row in block.table.rows:
                if letter := letter_in(row[0].in_("en") if row else ""):
                    found[letter] = None
    return tuple(found)


def before_signature(blocks: Collection[Block]) -> frozenset[str]:
    """The ids of the blocks that a signature follows at once: they share its page."""
    listed = list(blocks)
    return frozenset(a.id for a, b in pairwise(listed) if b.kind == "signature")


def letter_in(cell: str) -> str:
    """`A` of a cell that holds `A`, `Exhibit A` or `附件 A`; empty where there is none."""
    match = re.fullmatch(r"\s*(?:Exhibit|附件)?\s*([A-Z]{1,2})\s*", cell)
    return match[1] if match else ""


def run_in(heading: str, lang: Lang) -> str:
    """A point's heading as it stands before its text, closed by a full stop and spaced."""
    heading = clean(heading).strip()
    if not heading:
        return ""
    if heading[-1] not in ".。:：;；?？":
        heading += "。" if lang == "zh" else "."
    return heading if lang == "zh" else heading + " "
