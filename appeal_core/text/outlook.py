"""A mail saved by Outlook (.msg): an OLE file whose streams are named by property (olefile)."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from appeal_core.language import BadInput
from appeal_core.text.plain import clean, decode

if TYPE_CHECKING:
    from appeal_core.text.document import Document

_SUBJECT, _SENDER, _ADDRESS, _BODY, _HTML = "0037", "0C1A", "5D01", "1000", "1013"
_LARGEST_STREAM = 8 * 1024 * 1024


def read_outlook(data: bytes, name: str) -> Document:
    """An Outlook message. Raises `BadInput` where the file is damaged or another kind of OLE file."""
    import olefile

    from appeal_core.text.document import Document
    from appeal_core.text.html import html_text

    try:
        with olefile.OleFileIO(io.BytesIO(data)) as ole:
            streams = {"/".join(path): path for path in ole.listdir()}
            text = _read(ole, streams, _BODY, name)
            if not text.strip():
                text = html_text(_read(ole, streams, _HTML, name), name)
            sender = " ".join(
                p for p in (_read(ole, streams, _SENDER, name), _address(ole, streams, name)) if p
            )
            found = Document(
                text=clean(text), kind="outlook", sender=clean(sender).strip(),
                subject=clean(_read(ole, streams, _SUBJECT, name)).strip(),
                attachments=_attachments(ole, streams, name),
            )  # fmt: skip
    except BadInput:
        raise
    except Exception as error:  # olefile raises many kinds on damaged files
        raise BadInput(
            "The mail {name} is damaged or cut off. Open it, copy its text and paste it.", name=name
        ) from error
    if not found.text.strip():
        raise BadInput("There is no mail text in {name}. Open it, copy its text and paste it.", name=name)
    return found


def _address(ole: Any, streams: dict[str, list[str]], name: str) -> str:
    address = _read(ole, streams, _ADDRESS, name)
    return f"<{address.strip()}>" if address.strip() else ""


def _read(ole: Any, streams: dict[str, list[str]], code: str, name: str, folder: str = "") -> str:
    """A text property: 001F is UTF-16, 001E and 0102 are bytes in some old set."""
    for kind in ("001F", "001E", "0102"):
        path = streams.get(f"{folder}__substg1.0_{code}{kind}")
        if path is None:
            continue
        content: bytes = ole.openstream(path).read(_LARGEST_STREAM)
        if kind == "001F":
            return content.decode("utf-16-le", errors="replace")
        return decode(content, name) if content else ""
    return ""


def _attachments(ole: Any, streams: dict[str, list[str]], name: str) -> tuple[str, ...]:
    folders = sorted({path.split("/")[0] + "/" for path in streams if path.startswith("__attach")})
    names = (_read(ole, streams, "3707", name, f) or _read(ole, streams, "3704", name, f) for f in folders)
    return tuple(n.strip("\x00 ") for n in names if n)
