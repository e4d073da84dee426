"""One document, whatever its format, as plain text with what its envelope says."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import PurePath
from typing import Literal

from appeal_core.language import BadInput, Frozen, Message
from appeal_core.text.plain import clean, decode

Kind = Literal["text", "mail", "outlook", "html", "pdf", "word"]
LARGEST = 25 * 1024 * 1024  # bytes of a notice, a reply or a draft
LONGEST = 400_000  # characters; a mail thread of years is shorter


class Document(Frozen):
    """What was read. `sent_at` is aware where the mail names a zone."""

    text: str
    kind: Kind = "text"
    subject: str = ""
    sender: str = ""
    sent_at: dt.datetime | None = None
    attachments: tuple[str, ...] = ()
    notes: tuple[Message, ...] = ()


def read_document(data: bytes, name: str) -> Document:
    """The plain text of a file's bytes. The content decides on the format, the name helps.

    Raises `BadInput` for an empty, binary, damaged or oversized file, and for one without text.
    """
    if not data.strip(b"\x00 \t\r\n"):
        raise BadInput(
            "The file {name} is empty. Choose the file again, or paste the text.", name=_bare(name)
        )
    if len(data) > LARGEST:
        raise BadInput(
            "The file {name} is larger than {limit} MB, too large for a letter. Paste its text instead.",
            name=_bare(name), limit=LARGEST // 1024 // 1024,
        )  # fmt: skip
    found = _reader(data, name)(data, _bare(name))
    return _checked(found, _bare(name))


def read_text(text: str) -> Document:
    """A pasted text, freed of control characters. Raises `BadInput` when nothing is left."""
    return _checked(Document(text=clean(text)), "")


def _checked(found: Document, name: str) -> Document:
    if not found.text.strip():
        if name:
            raise BadInput("There is no text in {name}. Open it, copy the text and paste it.", name=name)
        raise BadInput("There is no text. Paste the whole notice, from its first line to its last.")
    if len(found.text) > LONGEST:
        raise _too_long()
    return found


def _too_long() -> BadInput:
    return BadInput(
        "This text has more than {limit} characters, too many for a letter. Keep the newest messages only.",
        limit=LONGEST,
    )


def _bare(name: str) -> str:
    return PurePath(name.replace("\\", "/")).name or name


def _reader(data: bytes, name: str) -> Callable[[bytes, str], Document]:
    """Formats are known by their first bytes; text formats by the file's name."""
    ending = PurePath(name.lower()).suffix
    if data.lstrip()[:5] == b"%PDF-":
        from appeal_core.text.pdf import read_pdf

        return read_pdf
    if data.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        from appeal_core.text.outlook import read_outlook

        return read_outlook
    if data.startswith(b"PK\x03\x04"):
        from appeal_core.text.word import read_word

        return read_word
    if data.startswith(_PICTURES) or data[4:12] in (b"ftypheic", b"ftypmif1") or data[8:12] == b"WEBP":
        return _picture
    if ending in (".pdf", ".docx", ".msg"):
        return _damaged
    if ending == ".eml":
        from appeal_core.text.mail import read_mail

        return read_mail
    if ending in (".html", ".htm", ".mhtml") or b"<html" in data[:2000].lower():
        from appeal_core.text.html import read_html

        return read_html
    return _plain


_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\x00", b"MM\x00*")


def _plain(data: bytes, name: str) -> Document:
    if len(data) > 4 * LONGEST:  # no encoding takes more bytes a character
        raise _too_long()
    return Document(text=clean(decode(data, name)))


def _picture(data: bytes, name: str) -> Document:
    del data
    raise BadInput(
        "{name} is a picture. Take its text out first: in WeChat open the picture, press and hold it and "
        "choose “Extract text” (提取文字); on a phone press and hold the words in the photo. Then paste the text.",
        name=name,
    )


def _damaged(data: bytes, name: str) -> Document:
    del data
    raise BadInput(
        "The content of {name} is not what its name says, or it is cut off. Save it again, or paste the text.",
        name=name,
    )
