"""Edits a Word file as a person would, tracked or not; for the tests of what comes back."""

from __future__ import annotations

import copy
import io
from collections.abc import Callable
from typing import Any

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.text.paragraph import CT_P


def edited(data: bytes, edit: Callable[[Any], None]) -> bytes:
    """The file after `edit` has had its document."""
    document = Document(io.BytesIO(data))
    edit(document)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def paragraph(document: Any, beginning: str) -> Any:
    """The first paragraph of the body that begins so."""
    return next(p for p in document.paragraphs if p.text.startswith(beginning))


def set_words(paragraph: CT_P, text: str) -> None:
    """Other words in a paragraph; its bookmarks and properties stay."""
    runs = [r for r in paragraph.iter(qn("w:r")) if not r.xpath("w:drawing")]
    for run in runs[1:]:
        run.getparent().remove(run)
    fill(runs[0], text)
    for bold in runs[0].xpath("w:rPr/w:b"):
        bold.getparent().remove(bold)


def fill(run: Any, text: str) -> None:
    """Other words in one run; a newline is a line break."""
    for child in run.xpath("w:t | w:br"):
        run.remove(child)
    for number, line in enumerate(text.split("\n")):
        if number:
            run.append(OxmlElement("w:br"))
        words = OxmlElement("w:t")
        words.text = line
        words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        run.append(words)


def new_paragraph(text: str) -> Any:
    """A paragraph that somebody typed, without a mark."""
    element, run = OxmlElement("w:p"), OxmlElement("w:r")
    fill(run, text)
    element.append(run)
    return element


def split_at(paragraph: Any, place: int) -> None:
    """Enter pressed inside the last run of a paragraph: a second paragraph with what follows."""
    run = paragraph.xpath("w:r")[-1]
    text = run.text
    second = copy.deepcopy(paragraph)
    for child in second.xpath("*[not(self::w:pPr)]"):
        second.remove(child)
    later = copy.deepcopy(run)
    fill(run, text[:place])
    fill(later, text[place:])
    second.append(later)
    end = paragraph.xpath("w:bookmarkEnd")[-1]
    second.append(end)
    paragraph.addnext(second)


def tracked(run: Any, tag: str) -> None:
    """A run put under `w:ins` or `w:del`."""
    change = OxmlElement(f"w:{tag}")
    change.set(qn("w:id"), "900")
    change.set(qn("w:author"), "Reader")
    run.addprevious(change)
    change.append(run)
    if tag == "del":
        for words in run.xpath("w:t"):
            words.tag = qn("w:delText")


def tracked_end(paragraph: Any) -> None:
    """The end of a paragraph deleted, tracked."""
    marks = OxmlElement("w:rPr")
    change = OxmlElement("w:del")
    change.set(qn("w:id"), "901")
    change.set(qn("w:author"), "Reader")
    marks.append(change)
    paragraph.get_or_add_pPr().append(marks)


def without_marks(document: Any) -> None:
    """As programs leave a file that know no bookmarks."""
    for element in document.element.body.xpath(".//w:bookmarkStart | .//w:bookmarkEnd"):
        element.getparent().remove(element)
