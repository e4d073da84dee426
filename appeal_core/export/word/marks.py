"""Hidden bookmarks by which a letter is known again when it comes back from Word.

Each part of a letter (a block, a title, a heading) stands under a bookmark that bears a digest of the part's
name and one of its words: the first says which part it is, the second whether anybody has changed it. One more
says of which case, language and kind the letter is. They hold no words and no names.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from appeal_core.case import Block, Letter, Section
from appeal_core.export.segments import clean, run_in, unspoken_gaps
from appeal_core.language import Lang

PART = re.compile(r"_part_([0-9a-f]{12})_([0-9a-f]{10})")
WHOLE = re.compile(r"_letter_([0-9a-f]{10})_(en|zh)_([0-9a-f]{6})_([0-9a-f]{8})")
CELL, ROW = "\x1f", "\x1e"
_BLANKS = re.compile(r"[ \t\u00a0\u2002-\u200a\u202f\u3000]+")
_NUMBERED_TITLE = re.compile(r"(\d+)[.、．]?\s+(?=\S)")


class Part(NamedTuple):
    """A part of a letter as it is written: its name and its words.

    A block's name is its id; other parts begin with `@`. `heading` are a point's bold words before its text.
    """

    name: str
    text: str
    heading: str = ""
    block: Block | None = None

    @property
    def whole(self) -> str:
        """Everything that stands under the part's bookmark."""
        return self.heading + self.text

    @property
    def mark(self) -> str:
        """The name of its bookmark."""
        return f"_part_{_digest(self.name, 12)}_{words_digest(self.whole)}"


def parts(letter: Letter, lang: Lang) -> Iterator[Part]:
    """Every part of the letter that is written in `lang`, in reading order."""
    yield Part("@title", clean(letter.title.in_(lang)))
    yield Part("@reference", clean(letter.reference.in_(lang)))
    for section in letter.sections:
        yield Part(section_name(section), split_title(clean(section.title.in_(lang)).strip())[1])
        for block in section.blocks:
            yield from block_parts(block, lang)


def section_name(section: Section) -> str:
    """The name of the part that a section's title is."""
    return f"@section:{section.id}{section.under}"


def block_parts(block: Block, lang: Lang) -> Iterator[Part]:
    """The parts of one block: its heading, caption and gaps where they stand in lines of their own, and itself."""
    heading = clean(block.heading.in_(lang)).strip()
    text = clean(block.text.in_(lang)).strip()
    beside = bool(block.table or block.chart)
    name = f"@text:{block.id}" if beside else block.id
    if block.kind == "point" or block.number:
        yield Part(name, text, run_in(heading, lang), None if beside else block)
    else:
        yield Part(f"@heading:{block.id}", heading)
        yield Part(name, text, block=None if beside else block)
    if block.chart:
        yield Part(block.id, "", block=block)
    if block.table:
        yield Part(f"@caption:{block.id}", clean(block.table.caption.in_(lang)))
        rows = (block.table.header, *block.table.rows)
        yield Part(block.id, written_rows([clean(c.in_(lang)) for c in row] for row in rows), block=block)
    for number, gap in enumerate(unspoken_gaps(block, lang)):
        yield Part(f"@gap{number}:{block.id}", clean(gap))


def split_title(title: str) -> tuple[int | None, str]:
    """`2. Actions` -> 2, `Actions`: Word writes the number itself."""
    match = _NUMBERED_TITLE.match(title)
    return (int(match[1]), title[match.end() :]) if match else (None, title)


def written_rows(rows: Iterable[Iterable[str]]) -> str:
    """A table as one text, by which it is compared."""
    return ROW.join(CELL.join(row) for row in rows)


def letter_mark(letter: Letter, lang: Lang) -> str:
    """The bookmark of the whole: case, language, kind, and the parts that it has."""
    names = "\n".join(p.name for p in parts(letter, lang) if p.whole or (p.block and p.block.chart))
    case, kind = case_digest(letter.of_case), kind_digest(letter.kind)
    return f"_letter_{case}_{lang}_{kind}_{_digest(names, 8)}"


def case_digest(case_id: str) -> str:
    """The case in a letter's mark."""
    return _digest(case_id, 10)


def kind_digest(kind: str) -> str:
    """The kind in a letter's mark."""
    return _digest(kind, 6)


def words_digest(text: str) -> str:
    """The words in a part's mark; blanks and line ends do not count."""
    return _digest(squeezed(text), 10)


def squeezed(text: str) -> str:
    """The text as it is compared: Word and its like change blanks without being asked."""
    lines = (_BLANKS.sub(" ", line).strip() for line in text.split("\n"))
    return "\n".join(line for line in lines if line)


def _digest(text: str, digits: int) -> str:
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:digits]
