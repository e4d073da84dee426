"""A letter as a Word document: real headings, lists and tables, links to its exhibits, page numbers."""

from __future__ import annotations

import datetime as dt
import io
import re
from typing import Any

from docx.shared import Emu

from appeal_core.case import Block, Letter, Section
from appeal_core.export.chart import chart_image
from appeal_core.export.packing import repacked
from appeal_core.export.segments import (
    before_signature,
    clean,
    exhibit_letters,
    segments,
)
from appeal_core.export.word.base import empty_document, language_tag, self_numbered, style_ids
from appeal_core.export.word.bookmarks import Bookmarks
from appeal_core.export.word.marks import Part, block_parts, letter_mark, section_name, split_title
from appeal_core.export.word.numbering import Numbering, list_properties
from appeal_core.export.word.page import add_footer, add_header, text_width
from appeal_core.export.word.tables import table_element
from appeal_core.export.word.text import paragraph, run, runs
from appeal_core.export.word.xml import el
from appeal_core.language import Lang

_FOREIGN_FONT = 1.15  # how much wider a house style's letters may be
_NUMBER = re.compile(r"(\d+)(?:\.(\d+))?\.?")


def to_docx(letter: Letter, lang: Lang, *, draft: bool, house: bytes | None = None) -> bytes:
    """The letter in `lang` as the bytes of a .docx, the same for the same letter.

    `draft` marks every page. `house` is a .docx whose styles, page and header are used instead of
    ours. Raises `BadInput` when `house` is no Word document.
    """
    document = empty_document(letter, house)
    writer = _Writer(document, letter, lang, _FOREIGN_FONT if house else 1.0)
    writer.write()
    section = document.sections[0]
    add_header(section, letter, lang, writer.styles, draft)
    add_footer(section, lang, writer.styles)
    _set_properties(document.core_properties, letter, lang)
    out = io.BytesIO()
    document.save(out)
    return repacked(out.getvalue())


def _set_properties(properties: Any, letter: Letter, lang: Lang) -> None:
    day = dt.datetime.fromisoformat(letter.day or "2000-01-01").replace(tzinfo=None)
    properties.title = clean(letter.title.in_(lang))[:255]
    properties.author = properties.last_modified_by = clean(letter.author or letter.store)[:255]
    properties.subject = clean(letter.reference.in_(lang))[:255]
    properties.created = properties.modified = properties.last_printed = day
    properties.language = language_tag(letter, lang)
    properties.comments = properties.keywords = properties.category = ""
    properties.revision = 1


class _Writer:
    """Writes the sections of one letter into a document's body, in order."""

    def __init__(self, document: Any, letter: Letter, lang: Lang, loose: float) -> None:
        self.styles = style_ids(document)
        self._document, self._letter, self._lang = document, letter, lang
        self._body = document.part.element.body
        self._loose = loose
        self._width = text_width(document.sections[0])
        self._numbering = Numbering(document.part.numbering_part._element)
        self._exhibits = exhibit_letters(letter.blocks())
        self._closing = before_signature(letter.blocks())
        self._bookmarks = Bookmarks()
        self._self_numbered = self_numbered(document)
        self._list: tuple[int, int, int] | None = None  # its id, and the number that comes next
        self._headed = False

    def write(self) -> None:
        titled = any(s.title.in_(self._lang) for s in self._letter.sections)
        # a letter without parts has its title as its one heading
        self._headed = not titled
        heading, look = ("title", "") if titled else ("heading 1", self.styles["title char"])
        title = clean(self._letter.title.in_(self._lang))
        line = paragraph(self.styles[heading], run(title, look))
        self._bookmarks.over(letter_mark(self._letter, self._lang), [line])
        self._add(Part("@title", title), line)
        if reference := clean(self._letter.reference.in_(self._lang)):
            self._add(Part("@reference", reference), paragraph(self.styles["subtitle"], run(reference)))
        for section in self._letter.sections:
            self._section(section)

    def _add(self, part: Part | None, *elements: Any) -> None:
        """Writes paragraphs, under the bookmark of the part that they are."""
        if part:
            self._bookmarks.over(part.mark, list(elements))
        for element in elements:
            self._body.insert(len(self._body) - 1, element)  # the section's properties stay last

    def _section(self, section: Section) -> None:
        self._list = None
        title = clean(section.title.in_(self._lang)).strip()
        if title:
            self._headed = True
            before = self._unnumbered("heading 1")
            major, title = split_title(title)
            if major is not None:
                self._list = (self._numbering.numbers(major, 1), major, 1)
                before = [list_properties(self._list[0], 0)]
            line = paragraph(self.styles["heading 1"], run(title), before=before)
            self._add(Part(section_name(section), title), line)
        for block in section.blocks:
            self._block(block)

    def _unnumbered(self, level: str) -> list[Any]:
        """Takes the number away that a house style gives to all its headings."""
        return [list_properties(0, 0)] if self.styles[level] in self._self_numbered else []

    def _block(self, block: Block) -> None:
        parts = {part.name: part for part in block_parts(block, self._lang)}
        words = parts.get(f"@text:{block.id}") or parts[block.id]
        if block.kind == "point" or block.number:
            self._point(block, words)
        else:
            if (heading := parts[f"@heading:{block.id}"]).text:
                level = "heading 2" if self._headed else "heading 1"
                self._headed = True
                before = self._unnumbered(level)
                self._add(heading, paragraph(self.styles[level], run(heading.text), before=before))
            self._text(block, words)
        if block.chart:
            self._chart(block, parts[block.id])
        if block.table:
            self._table(block, parts)
        for part in (p for name, p in parts.items() if name.startswith("@gap")):
            self._add(part, paragraph(self.styles["normal"], run(part.text, self.styles["gap"])))

    def _pieces(self, text: str, block: Block) -> list[Any]:
        return runs(segments(text, self._exhibits, bool(block.gaps)), self.styles)

    def _text(self, block: Block, part: Part) -> None:
        style = self.styles["signature" if block.kind == "signature" else "normal"]
        keep = bool(block.table or block.chart)
        texts = filter(None, re.split(r"\n\s*\n", block.text.in_(self._lang).strip()))
        lines = [
            paragraph(style, *self._pieces(t, block), before=[el("keepNext")] if keep else []) for t in texts
        ]
        self._add(part, *lines)

    def _point(self, block: Block, part: Part) -> None:
        content = runs(segments(part.heading, (), bool(block.gaps)), self.styles, bold=True)
        content += self._pieces(part.text, block)
        match = _NUMBER.fullmatch(block.number.strip())
        if match:
            name, member = "list number", self._numbered(int(match[1]), match[2])
        elif block.number.strip():
            name, member = "list number", None
            content.insert(0, run(f"{clean(block.number).strip()} "))
        else:
            name, member = "list bullet", list_properties(self._numbering.bullets(), 0)
        before = [member] if member is not None else []
        self._add(part, paragraph(self.styles[name], *content, before=before))

    def _numbered(self, major: int, minor: str | None) -> Any:
        """The list property for a point's own number; a list that would not give it starts anew."""
        if minor is None:
            if self._list is None or self._list[1:] != (major, 0):
                self._list = (self._numbering.numbers(major, 1), major, 0)
            self._list = (self._list[0], major + 1, 0)
            return list_properties(self._list[0], 0)
        if self._list is None or self._list[1:] != (major, int(minor)):
            self._list = (self._numbering.numbers(major, int(minor)), major, int(minor))
        self._list = (self._list[0], major, int(minor) + 1)
        return list_properties(self._list[0], 1)

    def _table(self, block: Block, parts: dict[str, Part]) -> None:
        assert block.table
        closing = block.id in self._closing
        if (caption := parts[f"@caption:{block.id}"]).text:
            self._add(caption, paragraph(self.styles["caption"], run(caption.text)))
        table = table_element(
            block.table, self._lang, self.styles, width=self._width, exhibits=self._exhibits,
            gaps=bool(block.gaps), bookmarks=self._bookmarks, listed=block.kind == "exhibits",
            closing=closing, mark=parts[block.id].mark, loose=self._loose,
        )  # fmt: skip
        self._add(None, table)
        after = paragraph(self.styles["after table"], before=[el("keepNext")] if closing else [])
        self._add(None, after)

    def _chart(self, block: Block, part: Part) -> None:
        assert block.chart
        market = "US" if self._letter.spelling == "american" else "UK"
        image = io.BytesIO(chart_image(block.chart, self._lang, "png", market))
        inline = self._document.part.new_pic_inline(image, width=Emu(self._width * 635))
        inline.docPr.set("descr", clean(block.chart.alt.in_(self._lang) or block.chart.title.in_(self._lang)))
        inline.docPr.set("title", clean(block.chart.title.in_(self._lang)))
        self._add(part, paragraph(self.styles["normal"], el("r", el("drawing", inline))))
