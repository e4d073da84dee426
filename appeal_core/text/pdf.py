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
        raise BadInput(
            "The PDF {name} is damaged or cut off. Download it again, or paste its text.", name=name
        ) from error
    try:
        pages = [_page(pdf, n) for n in range(min(len(pdf), MOST_PAGES))]
        notes = (
            (message("Only the first {pages} pages were read.", pages=MOST_PAGES),)
            if len(pdf) > MOST_PAGES
            else ()
        )
    finally:
        pdf.close()
    text = clean("\n\n".join(pages))
    if len(re.sub(r"\s", "", text)) < 20:
        raise BadInput(
            "{name} is a scan without text. Photograph or open the page on a phone and take its text out "
            "(in WeChat: press and hold the picture, “Extract text”, 提取文字), then paste it.",
            name=name,
        )
    return Document(text=text, kind="pdf", notes=notes)


def _page(pdf: object, number: int) -> str:
    page = pdf[number]  # type: ignore[index]
    layer = page.get_textpage()
    try:
        return str(layer.get_text_bounded())
    finally:
        layer.close()
        page.close()
