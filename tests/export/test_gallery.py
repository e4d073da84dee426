"""Every sample and every letter kind as Word and PDF, in both languages: part by part as they were last looked at.

`CANDOR_WRITE_GOLDEN=1` writes the outlines in `golden/` anew; look at the letters before you keep them.
"""

from __future__ import annotations

import io
import os
import re
import zipfile
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph
from pypdfium2 import PdfDocument

from appeal_core.export.docx import to_docx
from appeal_core.export.docx_back import read_edited
from appeal_core.export.pdf import to_pdf
from appeal_core.export.word.marks import parts
from appeal_core.language import Lang
from appeal_core.letter import KINDS, plain_text
from tests.export.gallery import NAMES, letter_named
from tests.export.word_numbers import shown_numbers

GOLDEN = Path(__file__).parent / "golden"
BOTH = [(name, lang) for name in NAMES for lang in ("en", "zh")]
every_letter = pytest.mark.parametrize(("name", "lang"), BOTH, ids=[f"{n}-{v}" for n, v in BOTH])


@cache
def written(name: str, lang: Lang) -> bytes:
    return to_docx(letter_named(name), lang, draft=False)


def opened(name: str, lang: Lang) -> Any:
    return Document(io.BytesIO(written(name, lang)))


def outline(document: Any) -> Iterator[str]:
    """Each part of the document in a line: what it is, its number, its words."""
    section, numbers, place = document.sections[0], shown_numbers(document), -1
    yield f"page {section.page_width.mm:.0f} x {section.page_height.mm:.0f}"
    yield f"header: {section.header.paragraphs[0].text}"
    yield f"footer: {section.footer.paragraphs[0].text}"
    for piece in document.iter_inner_content():
        if isinstance(piece, Table):
            yield f"table of {len(piece.rows)} x {len(piece.columns)}"
            for row in piece.rows:
                yield "  " + " | ".join(cell.text for cell in row.cells)
            continue
        place += 1
        yield from _paragraph(piece, numbers.get(place, ""))


def _paragraph(piece: Paragraph, number: str) -> Iterator[str]:
    name = piece.style.name if piece.style else ""
    for picture in piece._p.xpath(".//wp:docPr/@descr"):
        yield f"picture: {picture}"
    if piece.text:
        yield f"{name}{f' [{number}]' if number else ''}: {piece.text}".replace("\n", " / ")
    for link in piece._p.iter(qn("w:hyperlink")):
        yield f"  link to {link.get(qn('w:anchor'))}"


def test_the_gallery_has_a_letter_of_every_kind() -> None:
    assert {letter_named(name).kind for name in NAMES} == set(KINDS)
    assert [n for n in NAMES if letter_named(n).gaps()] == []


@every_letter
def test_each_part_stands_as_it_was_looked_at(name: str, lang: Lang) -> None:
    path = GOLDEN / f"{name}.{lang}.txt"
    found = "\n".join(outline(opened(name, lang))) + "\n"
    if os.environ.get("CANDOR_WRITE_GOLDEN"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(found, encoding="utf-8")
    assert found == path.read_text(encoding="utf-8")


@every_letter
def test_headings_go_down_one_level_at_a_time_below_one_title(name: str, lang: Lang) -> None:
    styles = [p.style.name for p in opened(name, lang).paragraphs]
    levels = [int(s[-1]) for s in styles if s.startswith("Heading")]
    assert levels and levels[0] == 1
    assert all(b <= a + 1 for a, b in pairwise(levels))
    assert styles.count("Title") == (0 if len(levels) == 1 and "Title" not in styles else 1)


@every_letter
def test_numbers_in_word_are_the_letters_own(name: str, lang: Lang) -> None:
    letter = letter_named(name)
    shown = list(shown_numbers(opened(name, lang)).values())
    wanted = []
    for section in letter.sections:
        if match := re.match(r"(\d+)\. ", section.title.in_(lang)):
            wanted.append(f"{match[1]}.")
        wanted += [b.number or "•" for b in section.blocks if b.kind == "point" or b.number]
    assert shown == [f"{w}." if w.isdigit() else w for w in wanted]


@every_letter
def test_tables_pictures_and_links_can_be_used_by_everyone(name: str, lang: Lang) -> None:
    body = opened(name, lang).element.body
    for table in body.xpath("w:tbl"):
        assert table.xpath("w:tr[1]/w:trPr/w:tblHeader") and not table.xpath("w:tr[not(w:trPr/w:cantSplit)]")
        assert len({len(row.xpath("w:tc")) for row in table.xpath("w:tr")}) == 1
        assert all(cell.xpath("string(.)").strip() for cell in table.xpath("w:tr[1]/w:tc"))
    assert all(len(text) > 20 for text in body.xpath(".//wp:docPr/@descr"))
    assert len(body.xpath(".//wp:docPr")) == len(body.xpath(".//wp:docPr[@descr]"))
    marks = body.xpath(".//w:bookmarkStart/@w:name")
    assert set(body.xpath(".//w:hyperlink/@w:anchor")) <= set(marks)
    assert len(marks) == len(set(marks)) and all(len(m) <= 40 for m in marks)
    numbers = body.xpath(".//w:bookmarkStart/@w:id")
    assert len(numbers) == len(set(numbers)) and sorted(numbers) == sorted(
        body.xpath(".//w:bookmarkEnd/@w:id")
    )


@every_letter
def test_language_title_and_fonts_are_told(name: str, lang: Lang) -> None:
    document = opened(name, lang)
    properties = document.core_properties
    assert properties.language == ("zh-CN" if lang == "zh" else "en-US")
    assert properties.title and properties.author and properties.subject
    with zipfile.ZipFile(io.BytesIO(written(name, lang))) as archive:
        styles = archive.read("word/styles.xml").decode()
        assert not [n for n in archive.namelist() if b'TargetMode="External"' in archive.read(n)]
    assert "eastAsia=" in styles and "Theme=" not in styles


@every_letter
def test_what_is_written_is_the_letter_and_comes_back_unchanged(name: str, lang: Lang) -> None:
    letter, document = letter_named(name), opened(name, lang)
    back = read_edited(written(name, lang), letter)
    assert (back.changes, back.notes, back.language) == ((), (), lang)
    texts = [p.text for p in document.paragraphs]
    for part in parts(letter, lang):
        if part.whole and not (part.block and part.block.table) and "\n" not in part.whole:
            assert part.whole in texts, part.name


@pytest.mark.parametrize("name", NAMES)
def test_the_pdf_is_tagged_named_and_holds_the_letters_words(name: str) -> None:
    letter = letter_named(name)
    data = to_pdf(letter, "en", draft=False)
    assert b"pdfuaid:part" in data and b"/StructTreeRoot" in data and b"/Lang" in data
    pdf = PdfDocument(data)
    words = "".join(page.get_textpage().get_text_range() for page in pdf)
    assert pdf.get_metadata_dict()["Title"] == letter.title.en

    def bare(text: str) -> str:
        return re.sub(r"[\s\u00ad\ufffe\u0002-]", "", text)

    missing = [b.id for b in letter.blocks() if not b.chart and bare(b.text.en) not in bare(words)]
    assert missing == []


@pytest.mark.parametrize("name", NAMES)
def test_english_and_chinese_say_the_same_in_as_many_parts(name: str) -> None:
    letter = letter_named(name)
    shapes = [[(p.name, bool(p.whole)) for p in parts(letter, lang)] for lang in ("en", "zh")]
    assert shapes[0] == shapes[1]
    assert re.search("[\u4e00-\u9fff]", plain_text(letter, "zh"))
    assert not re.search("[\u4e00-\u9fff]", plain_text(letter, "en"))
