"""A saved e-mail (.eml): its best text body, subject, sender, day and the names of its attachments."""

from __future__ import annotations

import datetime as dt
import re
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

from appeal_core.language import BadInput
from appeal_core.text.plain import clean, decode

if TYPE_CHECKING:
    from appeal_core.text.document import Document

_MOST_BOUNDARIES = 600
_LONGEST_HEADER, _LONGEST_HEADERS = 8_000, 60_000  # bytes: of one that is read, and of all of them
_HEADER = re.compile(
    rb"^(?:content-[\w-]{4,20}|from|subject|date):[^\n]*(?:\n[ \t][^\n]*)*", re.IGNORECASE | re.MULTILINE
)


def read_mail(data: bytes, name: str) -> Document:
    """An RFC 822 message. A body in an unknown charset is decoded by its evidence.

    Raises `BadInput` for another kind of file, and for parts, headers or messages within messages without end.
    """
    _guard(data, name)
    try:
        return _read(data, name)
    except RecursionError as error:
        raise BadInput(
            "The mail {name} holds mails within mails without end. Open it, copy its text and paste it.",
            name=name,
        ) from error


def _guard(data: bytes, name: str) -> None:
    """Refuses what the parser of mails would take minutes for."""
    headers = [len(hit[0]) for hit in _HEADER.finditer(data)]
    if (
        data.count(b"\n--") > _MOST_BOUNDARIES
        or max(headers, default=0) > _LONGEST_HEADER
        or sum(headers) > _LONGEST_HEADERS
    ):
        raise BadInput(
            "The mail {name} has more parts, or longer headers, than a mail can have. Open it, copy its text and "
            "paste it.",
            name=name,
        )


def _read(data: bytes, name: str) -> Document:
    from appeal_core.text.document import Document

    mail = message_from_bytes(data.lstrip(), policy=policy.default)
    if not isinstance(mail, EmailMessage) or not {"from", "subject", "date"} & {k.lower() for k in mail}:
        raise BadInput("{name} is not a saved e-mail. Open the mail, copy its text and paste it.", name=name)
    return Document(
        text=_body(mail, name),
        kind="mail",
        subject=_header(mail, "subject"),
        sender=_header(mail, "from"),
        sent_at=_sent(mail),
        attachments=tuple(part.get_filename() or "" for part in _attachments(mail)),
    )


def _header(mail: EmailMessage, name: str) -> str:
    try:
        return clean(str(mail[name] or "")).replace("\n", " ").strip()
    except (LookupError, ValueError, AttributeError):  # what the parser of headers raises on damaged ones
        return ""


def _sent(mail: EmailMessage) -> dt.datetime | None:
    try:
        return parsedate_to_datetime(str(mail["date"]))
    except (TypeError, ValueError, LookupError, AttributeError, OverflowError):
        return None


def _attachments(mail: EmailMessage) -> list[EmailMessage]:
    return [part for part in mail.walk() if isinstance(part, EmailMessage) and part.get_filename()]


def _body(mail: EmailMessage, name: str) -> str:
    from appeal_core.text.html import html_text

    plain = html = ""
    for part in mail.walk():
        if part.is_multipart() or part.get_filename():
            continue
        kind = part.get_content_type()
        if kind == "text/plain" and not plain.strip():
            plain = _content(part, name)
        elif kind == "text/html" and not html.strip():
            html = html_text(_content(part, name), name)
    # Some senders put a stub ("view this in a browser") in the plain part.
    return clean(plain) if len(plain.strip()) * 3 >= len(html) else html


def _content(part: object, name: str) -> str:
    assert isinstance(part, EmailMessage)
    try:
        content = part.get_content()
    except (LookupError, ValueError):  # an unknown charset, or one that is no charset
        content = part.get_payload(decode=True)
    if isinstance(content, str) and "\ufffd" not in content:
        return content
    payload = part.get_payload(decode=True)
    return decode(payload, name) if isinstance(payload, bytes) and payload else str(content or "")
