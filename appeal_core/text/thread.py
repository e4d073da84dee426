"""A mail thread taken apart: its messages, the newest first."""

from __future__ import annotations

import datetime as dt
import re
from email.utils import parsedate_to_datetime

from appeal_core.case import Span
from appeal_core.language import Frozen

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_BLANK = r"[^\S\n]"
_BREAK = re.compile(  # bounded and possessive throughout: a hostile text must not make it look twice
    rf"^(?:>|{_BLANK})*+(?:"
    r"[-_=*\s]{2,80}(?:original message|forwarded message|begin forwarded message|原始邮件|原邮件|轉寄的郵件|转发的邮件|回复的原邮件"
    r"|ursprüngliche nachricht|元のメッセージ|mensaje original|message d'origine|messaggio originale)[-_=*\s]{0,80}$"
    r"|begin forwarded message:?\s{0,80}$"
    r"|(?:on|am|le|el|il)\s.{6,90}(?:wrote|schrieb.{0,50}|a écrit|escribió|ha scritto)\s{0,80}:?\s{0,80}$"
    r"|(?:在|于)?.{4,60}(?:写道|寫道)\s{0,80}[：:]\s{0,80}$"
    r"|.{4,60}(?:のメッセージ|书いた|書きました)\s{0,80}[：:]?\s{0,80}$"
    r"|(?:from|von|发件人|寄件者|差出人|de|da)\s{0,80}[：:]\s{0,80}\S.*$"
    r"|_{10,}\s{0,80}$"
    r")",
    re.IGNORECASE | re.MULTILINE,
)
_HEADER = re.compile(
    r"^[>\s]*\**(?:from|to|cc|sent|date|subject|reply-to|von|an|gesendet|datum|betreff|发件人|收件人|抄送|发送时间|发送日期|日期|时间|主题"
    r"|差出人|送信日時|宛先|件名|de|para|enviado|fecha|asunto|à|envoyé|objet|da|inviato|oggetto)\**\s*[：:]",
    re.IGNORECASE,
)


class Part(Frozen):
    """One message of a thread. `body` leaves its header lines out."""

    body: Span
    day: dt.date | None = None


def messages(text: str) -> tuple[Part, ...]:
    """The messages of a thread, the newest first: by their days where two or more bear one, else from above.

    A text that is one message comes back whole.
    """
    cuts = _cuts(text)
    parts = [
        p for start, end in zip([0, *cuts], [*cuts, len(text)], strict=True) if (p := _part(text, start, end))
    ]
    if len(parts) < 2:
        return (Part(body=Span(start=0, end=len(text), text=text)),)
    if sum(p.day is not None for p in parts) >= 2:
        newest = max(p.day for p in parts if p.day)
        first = next(p for p in parts if p.day == newest)
        if parts[0].day is None:  # what stands above the first header was written last
            return tuple(parts)
        return (first, *(p for p in parts if p is not first))
    return tuple(parts)


def _cuts(text: str) -> list[int]:
    """Where a message begins: a break line, with the header lines that follow it."""
    cuts: list[int] = []
    header_until = 0
    for mark in _BREAK.finditer(text):
        line = mark[0].strip(" >*")
        if mark.start() < header_until:
            continue
        if re.match(r"(?:from|von|发件人|寄件者|差出人|de|da)\s*[：:]", line, re.IGNORECASE):
            following = text[mark.end() : mark.end() + 400].strip("\n").split("\n")[:3]
            if not any(_HEADER.match(row) for row in following):
                continue
        elif re.fullmatch(r"_+", line) and not _HEADER.match(
            text[mark.end() : mark.end() + 200].lstrip("\n")
        ):
            continue
        cuts.append(mark.start())
        header_until = _after_header(text, mark.end())
    first = len(text) - len(text.lstrip())
    return [c for c in cuts if c > first]


def _after_header(text: str, at: int) -> int:
    """The end of the header lines that start at `at`, empty lines between them included."""
    while at < len(text):
        end = text.find("\n", at + 1)
        end = len(text) if end < 0 else end
        line = text[at:end].strip()
        if line and not _HEADER.match(line) and not _BREAK.match(line):
            return at
        at = end
        if at >= len(text):
            break
    return at


def _part(text: str, start: int, end: int) -> Part | None:
    body = start
    opening = _BREAK.match(text, start)
    if opening or _HEADER.match(text[start:end].lstrip()[:80]):
        body = min(end, _after_header(text, opening.end() if opening else start))
    while body < end and text[body].isspace():
        body += 1
    if not text[body:end].strip(" >\n\t-_"):
        return None
    return Part(body=Span(start=body, end=end, text=text[body:end]), day=_day(text[start:body]))


def _day(header: str) -> dt.date | None:
    """A day named in header lines, in the ways mail programmes write it."""
    if m := re.search(r"(20\d\d)\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})", header):
        return _made(int(m[1]), int(m[2]), int(m[3]))
    if m := re.search(r"([A-Z][a-z]{2})[a-z]*\.? (\d{1,2}),? (20\d\d)", header):
        return _made(int(m[3]), _month(m[1]), int(m[2]))
    if m := re.search(r"(\d{1,2})\.? ([A-Z][a-z]{2})[a-z]*\.?,? (20\d\d)", header):
        return _made(int(m[3]), _month(m[2]), int(m[1]))
    for line in header.splitlines():
        try:
            return parsedate_to_datetime(line.split(":", 1)[-1].strip()).date()
        except (TypeError, ValueError, IndexError):
            continue
    return None


def _month(name: str) -> int:
    return _MONTHS.index(name.lower()) + 1 if name.lower() in _MONTHS else 0


def _made(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
