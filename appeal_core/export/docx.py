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
    run_in,
    segments,
    unspoken_gaps,
)
from appeal_core.export.word.base import empty_document, language_tag, style_ids
from appeal_core.export.word.numbering import Numbering, list_properties
from appeal_core.export.word.page import add_footer, add_header, text_width
from appeal_core.export.word.tables import Bookmarks, table_element
from appeal_core.export.word.text import paragraph, run, runs
from appeal_core.export.word.xml import el
from appeal_core.language import Lang

_NUMBERED_TITLE = re.compile(r"(\d+)[.、．]?\s+(?=\S)")
_NUMBER = re.compile(r"(\d+)(?:\.(\d+))?\.?")


def to_docx(letter: Letter, lang: Lang, *, draft: bool, house: bytes | None = None) -> bytes:
    """The letter in `lang` as the bytes of a .docx, the same for the same letter.

    `draft` marks every page. `house` is a .docx whose styles, page and header are used instead of
    ours. Raises `BadInput` when `house` is no Word document.
    """
    document = empty_document(letter, house)
    writer = _Writer(document, letter, lang)
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

    def __init__(self, document: Any, letter: Letter, lang: Lang) -> None:
        self.styles = style_ids(document)
        self._document, self._letter, self._lang = document, letter, lang
        self._body = document.part.element.body
        self._width = text_width(document.sections[0])
        self._numbering = Numbering(document.part.numbering_part._element)
        self._exhibits = exhibit_letters(letter.blocks())
        self._closing = before_signature(letter.blocks())
        self._bookmarks = Bookmarks()
        self._list: tuple[int, int, int] | None = None  # its id, and the number that comes next
        self._headed = False

    def write(self) -> None:
        titled = any(s.title.in_(self._lang) for s in self._letter.sections)
        # a letter without parts has its title as its one heading
        self._headed = not titled
        heading, look = ("title", "") if titled else ("heading 1", self.styles["title char"])
        self._add(paragraph(self.styles[heading], run(self._letter.title.in_(self._lang), look)))
        if reference := clean(self._letter.reference.in_(self._lang)):
            self._add(paragraph(self.styles["subtitle"], run(reference)))
        for section in self._letter.sections:
            self._section(section)

    def _add(self, element: Any) -> None:
        self._body.insert(len(self._body) - 1, element)  # the section's properties stay last

    def _section(self, section: Section) -> None:
        self._list = None
        title = clean(section.title.in_(self._lang)).strip()
        if title:
            self._headed = True
            before = []
            if match := _NUMBERED_TITLE.match(title):
                title, major = title[match.end() :], int(match[1])
                self._list = (self._numbering.numbers(major, 1), major, 1)
                before = [list_properties(self._list[0], 0)]
            self._add(paragraph(self.styles["heading 1"], run(title), before=before))
        for block in section.blocks:
            self._block(block)

    def _block(self, block: Block) -> None:
        if block.kind == "point" or block.number:
            self._point(block)
        else:
            if heading := clean(block.heading.in_(self._lang)).strip():
                level = "heading 2" if self._headed else "heading 1"
                self._headed = True
                self._add(paragraph(self.styles[level], run(heading)))
            self._text(block)
        if block.chart:
            self._chart(block)
        if block.table:
            self._table(block)
        for gap in unspoken_gaps(block, self._lang):
            self._add(paragraph(self.styles["normal"], run(clean(gap), self.styles["gap"])))

    def _pieces(self, text: str, block: Block) -> list[Any]:
        return runs(segments(text, self._exhibits, bool(block.gaps)), self.styles)

    def _text(self, block: Block) -> None:
        style = self.styles["signature" if block.kind == "signature" else "normal"]
        for text in re.split(r"\n\s*\n", block.text.in_(self._lang).strip()):
            if text:
                keep = [el("keepNext")] if block.table or block.chart else []
                self._add(paragraph(style, *self._pieces(text, block), before=keep))

    def _point(self, block: Block) -> None:
        heading = run_in(block.heading.in_(self._lang), self._lang)
        content = runs(segments(heading, (), bool(block.gaps)), self.styles, bold=True)
        content += self._pieces(block.text.in_(self._lang).strip(), block)
        match = _NUMBER.fullmatch(block.number.strip())
        if match:
            name, member = "list number", self._numbered(int(match[1]), match[2])
        elif block.number.strip():
            name, member = "list number", None
            content.insert(0, run(f"{clean(block.number).strip()} "))
        else:
            name, member = "list bullet", list_properties(self._numbering.bullets(), 0)
        self._add(paragraph(self.styles[name], *content, before=[member] if member is not None else []))

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

    def _table(self, block: Block) -> None:
        assert block.table
        closing = block.id in self._closing
        if caption := clean(block.table.caption.in_(self._lang)):
            self._add(paragraph(self.styles["caption"], run(caption)))
        self._add(
            table_element(
                block.table, self._lang, self.styles, width=self._width, exhibits=self._exhibits,
                gaps=bool(block.gaps), bookmarks=self._bookmarks if block.kind == "exhibits" else None,
                closing=closing,
            )
        )  # fmt: skip
        self._add(paragraph(self.styles["after table"], before=[el("keepNext")] if closing else []))

    def _chart(self, block: Block) -> None:
        assert block.chart
        market = "US" if self._letter.spelling == "american" else "UK"
        image = io.BytesIO(chart_image(block.chart, self._lang, "png", market))
        inline = self._document.part.new_pic_inline(image, width=Emu(self._width * 635))
        inline.docPr.set("descr", clean(block.chart.alt.in_(self._lang) or block.chart.title.in_(self._lang)))
        inline.docPr.set("title", clean(block.chart.title.in_(self._lang)))
        self._add(paragraph(self.styles["normal"], el("r", el("drawing", inline))))
