"""An edited Word file as pieces: paragraphs and tables as they read when every tracked change is accepted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from docx.oxml.ns import qn

from appeal_core.export.word.marks import PART, WHOLE, written_rows

_TEXT, _BREAKS = qn("w:t"), {qn("w:br"), qn("w:cr")}
_SIGNS = {qn("w:tab"): "\t", qn("w:noBreakHyphen"): "-"}
_GONE = {qn(f"w:{tag}") for tag in ("del", "moveFrom", "instrText", "delText", "pPr", "rPr", "object")}  # fmt: skip
_TRACKED = " | ".join(f".//w:{tag}" for tag in ("ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "tblPrChange"))  # fmt: skip


@dataclass
class Piece:
    """A run of paragraphs, or a table, under one mark or under none.

    `bold`: how many characters at its beginning are bold. `style` is the first paragraph's style id.
    """

    mark: str = ""
    text: str = ""
    bold: int = 0
    style: str = ""
    rows: tuple[tuple[str, ...], ...] | None = None
    picture: bool = False
    remarks: list[str] = field(default_factory=list)  # ids of the comments that stand in it

    @property
    def words(self) -> str:
        """The text by which the piece is compared; a table's cells one behind the other."""
        return written_rows(self.rows) if self.rows is not None else self.text

    @property
    def empty(self) -> bool:
        """Whether nothing stands in it."""
        return not self.words.strip() and not self.picture


class _Event(NamedTuple):
    kind: str  # text, start, end, remark, picture
    value: str
    bold: bool = False


class Reader:
    """Reads the body of one document. `letter_mark` is the mark of the whole, where there is one."""

    def __init__(self, document: Any) -> None:
        self.letter_mark = ""
        self.tracked = len(document.element.body.xpath(_TRACKED))
        self._names: dict[str, str] = {}  # bookmark names by their ids
        self._open = ""  # the part whose bookmark reaches over the end of a paragraph
        self._used: set[str] = set()
        self._joined = False  # the end of the last paragraph was deleted
        self.pieces: list[Piece] = []
        self._read(document.element.body)

    def _read(self, holder: Any) -> None:
        for element in holder:
            tag = element.tag
            if tag == qn("w:p"):
                self._paragraph(element)
            elif tag == qn("w:tbl"):
                self._table(element)
            elif tag in (qn("w:sdt"), qn("w:sdtContent"), qn("w:customXml"), qn("w:smartTag")):
                self._read(element)
            elif tag == qn("w:bookmarkStart"):
                self._start(element.get(qn("w:id"), ""), element.get(qn("w:name"), ""))
            elif tag == qn("w:bookmarkEnd") and self._names.get(element.get(qn("w:id"), "")) == self._open:
                self._open = ""

    def _start(self, number: str, name: str) -> str:
        """Notes a bookmark; its name where it is the first of a part."""
        if WHOLE.fullmatch(name):
            self.letter_mark = self.letter_mark or name
        if not PART.fullmatch(name) or name in self._used:
            return ""
        self._used.add(name)
        self._names[number] = self._open = name
        return name

    def _paragraph(self, element: Any) -> None:
        found = list(_events(element))
        here = self._cut(found)
        style = element.xpath("string(w:pPr/w:pStyle/@w:val)")
        gone = bool(element.xpath("w:pPr/w:rPr/w:del | w:pPr/w:rPr/w:moveFrom"))
        for place, piece in enumerate(here):
            piece.style = style
            last = self.pieces[-1] if self.pieces else None
            follows = last is not None and last.rows is None and place == 0
            merged = self._joined and not (last and last.mark and piece.mark)
            if last and follows and (merged or (piece.mark and piece.mark == last.mark)):
                _join(last, piece, "" if merged else "\n\n")
            else:
                self.pieces.append(piece)
            self._joined = False
        self._joined = gone
        if gone and len(here) == 1 and here[0].empty and not here[0].mark and self.pieces[-1] is here[0]:
            self.pieces.pop()  # nothing is left of it
            self._joined = False

    def _cut(self, events: list[_Event]) -> list[Piece]:
        """The paragraph's text, cut where the bookmark of another part begins."""
        piece = Piece(mark=self._open)
        found, came_in, said = [piece], self._open, False
        for event in events:
            if event.kind == "start":
                if name := self._start(*event.value.split(" ", 1)):
                    if not piece.mark or (piece.mark == came_in and not said):
                        piece.mark = name  # words before the first bookmark belong to it
                    else:
                        piece = Piece(mark=name)
                        found.append(piece)
                    said = False
            elif event.kind == "end":
                if self._names.get(event.value) == self._open:
                    if piece.mark == self._open == came_in and not said:
                        piece.mark = ""  # it ended with the paragraph before
                    self._open = ""
            elif event.kind == "remark":
                piece.remarks.append(event.value)
            elif event.kind == "picture":
                piece.picture = said = True
            else:
                if event.bold and piece.bold == len(piece.text):
                    piece.bold += len(event.value)
                piece.text += event.value
                said = said or bool(event.value.strip())
        return found

    def _table(self, element: Any) -> None:
        self._joined = False
        piece = Piece()
        rows = []
        for row in element.xpath("w:tr[not(w:trPr/w:del)] | w:sdt/w:sdtContent/w:tr"):
            cells = []
            for cell in row.xpath("w:tc | w:sdt/w:sdtContent/w:tc"):
                lines = []
                for paragraph in cell.iter(qn("w:p")):
                    line = ""
                    for event in _events(paragraph):
                        if event.kind == "text":
                            line += event.value
                        elif event.kind == "remark":
                            piece.remarks.append(event.value)
                        elif event.kind == "start" and (name := self._start(*event.value.split(" ", 1))):
                            piece.mark, self._open = name, ""
                    lines.append(line.strip())
                cells.append("\n".join(filter(None, lines)))
                cells += [""] * (int(cell.xpath("string(w:tcPr/w:gridSpan/@w:val)") or 1) - 1)  # joined cells
            rows.append(tuple(cells))
        piece.rows = tuple(rows)
        self.pieces.append(piece)


def _join(last: Piece, piece: Piece, between: str) -> None:
    if between:
        last.text, piece.text = last.text.rstrip(), piece.text.lstrip()
    last.text = f"{last.text}{between}{piece.text}"
    last.mark = last.mark or piece.mark
    last.picture = last.picture or piece.picture
    last.remarks += piece.remarks


def _events(element: Any, bold: bool = False) -> Iterator[_Event]:
    """What stands in a paragraph, in order, without what was deleted."""
    for child in element:
        tag = child.tag
        if not isinstance(tag, str):
            continue
        if tag == _TEXT:
            yield _Event("text", child.text or "", bold)
        elif tag in _BREAKS:
            if child.get(qn("w:type")) not in ("page", "column"):
                yield _Event("text", "\n", bold)
        elif tag in _SIGNS:
            yield _Event("text", _SIGNS[tag], bold)
        elif tag == qn("w:bookmarkStart"):
            yield _Event("start", f"{child.get(qn('w:id'), '')} {child.get(qn('w:name'), '')}")
        elif tag == qn("w:bookmarkEnd"):
            yield _Event("end", child.get(qn("w:id"), ""))
        elif tag == qn("w:commentReference"):
            yield _Event("remark", child.get(qn("w:id"), ""))
        elif tag in (qn("w:drawing"), qn("w:pict")):
            yield _Event("picture", "")
        elif tag in _GONE or tag.startswith("{http://schemas.openxmlformats.org/markup-compatibility/"):
            continue
        elif tag == qn("w:r"):
            yield from _events(
                child, bool(child.xpath("w:rPr/w:b[not(@w:val) or not(@w:val='0' or @w:val='false')]"))
            )
        else:
            yield from _events(child, bold)
