"""The text layer of a PDF (pypdfium2). A scan has none, and that is said."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from appeal_core.language import BadInput, message
from appeal_core.text.plain import clean

if TYPE_CHECKING:
    from appeal_core.text.document import Document

MOST_PAGES = 60


def read_pdf(data: bytes, name: str) -> Document:
    """Every page's text, up to sixty pages. Raises `BadInput` when locked, damaged or scanned."""
    import pypdfium2

    from appeal_core.text.document import Document

    try:
        pdf = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise BadInput(
                "{name} is locked with a password. Save it without one, or paste its text.", name=name
            ) from error
        raise _damaged(name) from error
    try:
        pages = [_page(pdf, n) for n in range(min(len(pdf), MOST_PAGES))]
        notes = (
            (message("Only the first {pages} pages were read.", pages=MOST_PAGES),)
            if len(pdf) > MOST_PAGES
            else ()
        )
    except pypdfium2.PdfiumError as error:
        raise _damaged(name) from error
    finally:
        pdf.close()
    text = clean("\n\n".join(_without_margins(pages)))
    if len(re.sub(r"\s", "", text)) < 20:
        raise BadInput(
            "{name} is a scan without text. Photograph or open the page on a phone and take its text out "
            "(in WeChat: press and hold the picture, “Extract text”, 提取文字), then paste it.",
            name=name,
        )
    return Document(text=text, kind="pdf", notes=notes)


def _damaged(name: str) -> BadInput:
    return BadInput("The PDF {name} is damaged or cut off. Download it again, or paste its text.", name=name)


def _page(pdf: object, number: int) -> str:
    page = pdf[number]  # type: ignore[index]
    layer = page.get_textpage()
    try:
        return str(layer.get_text_bounded())
    finally:
        layer.close()
        page.close()


_PAGE_NUMBER = re.compile(r"(?:page|seite|第)?\s*\d+\s*(?:of|von|/|页，?共)?\s*\d*\s*页?", re.IGNORECASE)


def _without_margins(pages: list[str]) -> list[str]:
    """The pages without the lines that stand at the edge of every page, and without page numbers."""
    lines = [[line for line in page.splitlines() if line.strip()] for page in pages]
    edges = [{line.strip() for line in (*page[:2], *page[-2:])} for page in lines if page]
    common = set.intersection(*edges) if len(edges) > 1 else set()
    if len(edges) < 2:
        return pages
    found = []
    for number, page in enumerate(lines):
        edge = {0, 1, len(page) - 2, len(page) - 1}
        kept = [
            line
            for at, line in enumerate(page)
            if at not in edge
            or not ((line.strip() in common and number) or _PAGE_NUMBER.fullmatch(line.strip()))
        ]
        found.append("\n".join(kept))
    return found
