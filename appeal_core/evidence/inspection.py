"""What a file really is, whatever its name says; the file itself is never changed."""

from __future__ import annotations

import hashlib
import io
import zipfile

from appeal_core.evidence.file_types import file_types, type_of_name
from appeal_core.language import BadInput, Frozen

_MAGIC = (
    (b"%PDF-", "pdf"), (b"\x89PNG\r\n\x1a\n", "png"), (b"\xff\xd8\xff", "jpeg"), (b"GIF87a", "gif"),
    (b"GIF89a", "gif"), (b"II*\x00", "tiff"), (b"MM\x00*", "tiff"), (b"PK\x03\x04", "zip"),
)  # fmt: skip
_PICTURES = ("png", "jpeg", "gif", "tiff", "webp")


class FileFacts(Frozen):
    """A file as it is. `type` is a code of file_types.yaml, `other` where it is none of them.

    `size` in bytes; `pages` of a PDF; `width` and `height` of a picture in pixels. `encrypted`: it
    cannot be opened without a password; `has_text`: a PDF with text, so no scan.
    """

    name: str
    type: str
    size: int
    sha256: str
    name_matches: bool = True
    encrypted: bool = False
    pages: int | None = None
    has_text: bool | None = None
    width: int | None = None
    height: int | None = None


def inspect_file(data: bytes, name: str) -> FileFacts:
    """The facts of one file.

    Raises `BadInput` when it is empty, or a PDF or picture that cannot be opened.
    """
    if not data:
        raise BadInput("The file {name} is empty. Save it again at its source and add it anew.", name=name)
    kind = _sniffed(data)
    facts = FileFacts(
        name=name,
        type=kind,
        size=len(data),
        sha256=hashlib.sha256(data).hexdigest(),
        name_matches=kind == "other" or kind == type_of_name(name),
    )
    if kind == "pdf":
        return _pdf(data, facts)
    return _picture(data, facts) if kind in _PICTURES else facts


def _sniffed(data: bytes) -> str:
    head = data[:1024].lstrip(b"\x00\xef\xbb\xbf \r\n\t") if b"%PDF-" in data[:1024] else data
    kind = next((k for magic, k in _MAGIC if head.startswith(magic)), "other")
    if kind == "zip":
        return _office(data)
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "webp"
    if data[4:8] == b"ftyp" and data[8:12] in (b"heic", b"heix", b"mif1", b"msf1", b"hevc"):
        return "heic"
    return kind if kind in file_types() else "other"


def _office(data: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
    except Exception:  # a damaged zip fails in many ways: ValueError, NotImplementedError …
        return "other"
    if "word/document.xml" in names:
        return "docx"
    return "xlsx" if "xl/workbook.xml" in names else "zip"


def _pdf(data: bytes, facts: FileFacts) -> FileFacts:
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            return facts.model_copy(update={"encrypted": True})
        raise _unreadable(facts.name) from error
    try:
        pages = len(document)
        if not pages:
            raise _unreadable(facts.name)
        text = any(document[i].get_textpage().count_chars() for i in range(min(pages, 3)))
    except pypdfium2.PdfiumError as error:
        raise _unreadable(facts.name) from error
    finally:
        document.close()
    return facts.model_copy(update={"pages": pages, "has_text": text})


def _picture(data: bytes, facts: FileFacts) -> FileFacts:
    from PIL import Image

    try:
        with Image.open(io.BytesIO(data)) as picture:
            width, height = picture.size
            picture.load()  # a truncated picture opens, and fails only here
    except Exception as error:  # a damaged picture fails in many ways: OSError, SyntaxError, TypeError …
        raise _unreadable(facts.name) from error
    return facts.model_copy(update={"width": width, "height": height})


def _unreadable(name: str) -> BadInput:
    return BadInput(
        "The file {name} cannot be opened: it is damaged or incomplete. Save or scan it again and add it anew.",
        name=name,
    )
