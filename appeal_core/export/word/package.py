"""Opening a Word file that somebody gives: what it is, how large, and whether it may be used."""

from __future__ import annotations

import io
import zipfile
from typing import Any

from docx import Document

from appeal_core.export.packing import repacked
from appeal_core.language import BadInput

LARGEST_FILE = 30 << 20
LARGEST_UNPACKED = 120 << 20
LARGEST_TEXT = 40 << 20  # one part of XML
MOST_PARTS = 3000
_OLE = b"\xd0\xcf\x11\xe0"
_MAIN = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_TEMPLATE = b"application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"
_TYPES = "[Content_Types].xml"


def open_word(data: bytes) -> Any:
    """The python-docx document of a .docx or .dotx; nothing in it is run or fetched.

    Raises `BadInput` for what is no such file, holds macros, is locked with a password, or is too large.
    """
    types = _checked(data)
    try:
        if _TEMPLATE in types:
            data = repacked(data, {_TYPES: types.replace(_TEMPLATE, _MAIN)})
        document = Document(io.BytesIO(data))
        _ = document.element.body.tag, document.part._styles_part, document.part._settings_part
    except Exception as error:  # python-docx raises many kinds on damaged parts
        raise _damaged() from error
    return document


def _checked(data: bytes) -> bytes:
    """The list of content types, after a look at the package that reads no other part."""
    if len(data) > LARGEST_FILE:
        raise BadInput("The Word file is larger than {limit} MB. Take large pictures out of it and give it again.",
                       limit=LARGEST_FILE >> 20)  # fmt: skip
    if data.startswith(_OLE):
        raise BadInput(
            "The Word file is locked with a password, or is an old .doc. Open it in Word, take the password away, "
            "save it as .docx, and give it again."
        )
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            if (
                len(entries) > MOST_PARTS
                or sum(e.file_size for e in entries) > LARGEST_UNPACKED
                or any(e.file_size > LARGEST_TEXT for e in entries if e.filename.endswith((".xml", ".rels")))
            ):
                raise BadInput("The Word file unpacks to more than a letter can hold. Save it anew, without large pictures.")  # fmt: skip
            types = archive.read(_TYPES)
            names = [e.filename.lower() for e in entries]
    except BadInput:
        raise
    except Exception as error:  # a damaged zip fails in many ways: zlib.error, ValueError, RuntimeError …
        raise _damaged() from error
    if b"macroEnabled" in types or any("vbaproject" in name or "vbadata" in name for name in names):
        raise BadInput(
            "The Word file holds macros. Save it in Word as .docx without macros and give it again."
        )
    return types


def _damaged() -> BadInput:
    return BadInput(
        "This is not a Word document that can be used. Save it in Word as .docx and give it again."
    )
