"""Sentences with their places, for Western and for Chinese and Japanese text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from appeal_core.case import Span

LONGEST = 1200  # characters of a sentence
_BULLET = re.compile(
    r"^\s*(?:[-–—•·*►▪●○■□◆]+\s|--|[-–—•·*►▪●](?=[^\s\d-])|\(?\d{1,2}[.)、]\s?(?!\d)|\(?[a-z][.)]\s|>)",
    re.IGNORECASE,
)
_END = re.compile(
    r"[。！？](?:[”’」』）)\"']*)"  # Chinese and Japanese
    r"|[?!](?=[\s\"')\]”’]|[\u2e80-\u9fff]|$)[\"')\]”’]*"
    r"|\.(?=[\"')\]”’]*(?:\s|--|$))[\"')\]”’]*"
    r"|(?<=[\u2e80-\u9fff])[;；]"
    r"|;(?=\s+(?:if|please|otherwise|wenn|bitte|si|se)\b)"  # what follows is a condition of its own
    r"|\s(?=(?:--|[–—•]) \S)"  # a list that lost its line breaks
    r"|https?://\S++(?=\s+[A-Z][a-z])"  # an address closes its sentence
)
_SHORT = re.compile(
    r"(?:\b(?:e\.g|i\.e|etc|mr|mrs|ms|dr|no|nr|inc|ltd|co|corp|vs|bzw|z\.b|u\.a|ca|p\.ej|sra?|approx|st|dept|art|al|fig|gmbh|s\.l|s\.a|u\.s)"
    r"|\b[A-Z])\.$",
    re.IGNORECASE,
)  # fmt: skip
_LETTERED = re.compile(r"\b(?:schedule|exhibit|annex|appendix|attachment) [A-Z]\.$", re.IGNORECASE)
_ORDINAL = re.compile(
    r"(?<!\d)\d{1,2}\. ?(?:jan|feb|mär|mar|apr|mai|jun|jul|aug|sep|okt|nov|dez)", re.IGNORECASE
)  # "14. März"
_OPENER = re.compile(r"\s+(?:If|The|We|You|To|Please|Your|In|How|Why)\b")
_LISTED = re.compile(
    r"\b(?:B0[A-Z0-9]{8}|\d{3}-\d{7}-\d{7})(?:\W*$|[\s,;]+(?=B0|\d{3}-))"
)  # of ASINs or orders
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
_CLOSED = (".", "!", "?", "。", "！", "？", ":", "：", ";", "；")


def sentences(text: str) -> tuple[Span, ...]:
    """Every sentence, heading and list item of `text`, in order, with its offsets.

    A line that an e-mail programme broke is joined with the next one; a list item, a heading and a
    paragraph stay apart.
    """
    whole = (span for start, end in _pieces(text) for span in _split(text, start, end))
    return tuple(part for span in whole for part in _shortened(span))


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    """Runs of lines that belong together."""
    start: int | None = None
    previous = ""
    at = 0
    for line in text.splitlines(keepends=True):
        bare = line.strip()
        if start is not None and not _goes_on(previous, bare):
            yield start, at
            start = None
        if start is None and bare:
            start = at
        previous = bare
        at += len(line)
    if start is not None:
        yield start, at


def _goes_on(line: str, following: str) -> bool:
    if not following or _BULLET.match(following) or line.endswith(_CLOSED):
        return False
    if _LISTED.search(line) and not _LISTED.match(following):
        return False
    if _CJK.search(line):
        return len(line) >= 28 and not re.match(r"[A-Z]{2,}", following)
    if following[:1].islower() or line.endswith(","):
        return True
    return len(line) >= 58


def _split(text: str, start: int, end: int) -> Iterator[Span]:
    begin = start
    for mark in _END.finditer(text, start, end):
        if mark[0].startswith(".") and _abbreviated(text, begin, mark):
            continue
        if re.fullmatch(r"\s*\(?\d{1,2}[.)]?", text[begin : mark.end()]):
            continue  # "1." opens its sentence
        if span := _trimmed(text, begin, mark.end()):
            yield span
        begin = mark.end()
    if span := _trimmed(text, begin, end):
        yield span


def _abbreviated(text: str, begin: int, mark: re.Match[str]) -> bool:
    """Whether the full stop belongs to an abbreviation inside the sentence."""
    if _ORDINAL.match(text, max(begin, mark.start() - 2)) or _ORDINAL.match(text, mark.start() - 1):
        return True
    before = text[max(begin, mark.start() - 14) : mark.start() + 1]
    if _LETTERED.search(before) or not _SHORT.search(before[-9:]):
        return False
    if not _OPENER.match(text, mark.end()):
        return True
    return bool(_SHORT.search(text[max(begin, mark.start() - 2) : mark.start() + 1]))


def _shortened(span: Span) -> Iterator[Span]:
    """A sentence without end (a table, a damaged paste) in bearable lengths, cut at blanks where it has any."""
    text, at = span.text, 0
    while len(text) - at > LONGEST:
        cut = text.rfind(" ", at + 1, at + LONGEST)
        cut = cut if cut > at else at + LONGEST
        if part := _trimmed(span.text, at, cut):
            yield Span(start=span.start + part.start, end=span.start + part.end, text=part.text)
        at = cut
    if part := _trimmed(span.text, at, len(text)):
        yield Span(start=span.start + part.start, end=span.start + part.end, text=part.text)


def _trimmed(text: str, start: int, end: int) -> Span | None:
    piece = text[start:end]
    if not piece.strip():
        return None
    start += len(piece) - len(piece.lstrip())
    end -= len(piece) - len(piece.rstrip())
    return Span(start=start, end=end, text=text[start:end])
