"""A reader's copy that came back: the comments in Word, and the rows of its table of remarks."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from docx.oxml.ns import qn

from appeal_core.export.segments import clean
from appeal_core.export.word.package import open_word
from appeal_core.language import LANGS, say

_NUMBER = re.compile(r"\d{1,4}")
LONGEST = 2000  # characters of a remark
MOST = 200


class ReaderNote(NamedTuple):
    """A remark as it stood in the file: by whom, on which line, or beside which words."""

    text: str
    author: str = ""
    line: int | None = None
    beside: str = ""


def read_remarks(data: bytes) -> tuple[ReaderNote, ...]:
    """Every remark of a reader's copy, in reading order. Raises `BadInput` for what is no Word file."""
    document = open_word(data)
    return tuple([*_comments(document), *_rows(document)][:MOST])


def _comments(document: Any) -> list[ReaderNote]:
    if not any(rel.reltype.endswith("/comments") for rel in document.part.rels.values()):
        return []
    beside: dict[str, str] = {}
    for paragraph in document.element.body.iter(qn("w:p")):
        text = "".join(t.text or "" for t in paragraph.iter(qn("w:t")))
        for mark in (*paragraph.iter(qn("w:commentRangeStart")), *paragraph.iter(qn("w:commentReference"))):
            beside.setdefault(str(mark.get(qn("w:id"))), text)
    return [
        ReaderNote(_cut(c.text), _cut(c.author or "")[:80], beside=beside.get(str(c.comment_id), ""))
        for c in document.comments
        if c.text.strip()
    ]


def _rows(document: Any) -> list[ReaderNote]:
    heads = {(say("Line", lang), say("Remark", lang)) for lang in LANGS}
    found = []
    for table in document.tables:
        rows = [[_cut(cell.text) for cell in row.cells] for row in table.rows]
        if not rows or tuple(rows[0]) not in heads:
            continue
        for cells in rows[1:]:
            if len(cells) > 1 and cells[1]:
                number = _NUMBER.search(cells[0])
                found.append(ReaderNote(cells[1], line=int(number[0]) if number else None))
    return found


def _cut(text: str) -> str:
    return " ".join(clean(text).split())[:LONGEST]
