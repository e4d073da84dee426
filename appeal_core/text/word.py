"""The text of a Word file: paragraphs and table cells in reading order (python-docx)."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

from appeal_core.language import BadInput
from appeal_core.text.plain import clean

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

    from appeal_core.text.document import Document

LARGEST_UNPACKED = 200 * 1024 * 1024
_LARGEST_TEXT = 30 * 1024 * 1024  # the document's own XML; pictures may be larger


def read_word(data: bytes, name: str) -> Document:
    """A .docx. Raises `BadInput` when it is another zip, damaged, or would unpack without end."""
    from appeal_core.text.document import Document

    _guard(data, name)
    import docx

    try:
        word = docx.Document(io.BytesIO(data))
        text = "\n".join(_lines(word))
        subject = word.core_properties.title or ""
    except Exception as error:  # python-docx raises many kinds on damaged parts
        raise BadInput(
            "The Word file {name} is damaged. Save it again in Word, or paste its text.", name=name
        ) from error
    return Document(text=clean(text), kind="word", subject=clean(subject))


def _guard(data: bytes, name: str) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = {i.filename: i for i in archive.infolist()}
    except Exception as error:  # a damaged zip fails in many ways: zlib.error, NotImplementedError …
        raise BadInput(
            "The file {name} is damaged or cut off. Save it again, or paste its text.", name=name
        ) from error
    main = parts.get("word/document.xml")
    if main is None:
        raise BadInput(
            "{name} is not a Word document. Use .txt, .eml, .msg, .html, .pdf or .docx, or paste the text.",
            name=name,
        )
    if sum(i.file_size for i in parts.values()) > LARGEST_UNPACKED or main.file_size > _LARGEST_TEXT:
        raise BadInput("{name} unpacks to more than a letter can hold. Paste its text instead.", name=name)


def _lines(word: WordDocument) -> list[str]:
    from docx.table import Table

    lines: list[str] = []
    for piece in word.iter_inner_content():
        if isinstance(piece, Table):
            for row in piece.rows:
                cells: list[str] = []
                for cell in row.cells:  # merged cells come once a column
                    if not cells or cells[-1] != cell.text:
                        cells.append(cell.text)
                lines.append("\t".join(cells))
        else:
            lines.append(piece.text)
    return lines
