"""Cuts a paragraph into sentences, English and Chinese, with their places."""

from __future__ import annotations

import re

_END = re.compile(r"[.!?]+[\"'”’)\]]*(?=\s|$)|[。！？；]+[”’）]*")
_SOLID = re.compile(r"\S")
_LOOK = 60  # characters before a full stop that can say what it ends
_NEVER_LAST = re.compile(
    r"(?:\b(?:mr|mrs|ms|dr|no|nos|approx|vs|dept|e\.g|i\.e)|^\W*\d+(?:\.\d+)*)\.$", re.IGNORECASE
)
_SHORT = re.compile(
    r"\b(?:co|ltd|inc|corp|st|etc|a\.m|p\.m|u\.s|u\.k|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec|[A-Z])\.$",
    re.IGNORECASE,
)


def sentence_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Start and end (exclusive) of each sentence of one paragraph.

    A full stop of an abbreviation, of a numbering or of an initial ends nothing, unless the
    text ends there.
    """
    spans: list[tuple[int, int]] = []
    start = 0
    for match in _END.finditer(text):
        head = text[max(start, match.end() - _LOOK) : match.end()].strip()
        rest = _SOLID.search(text, match.end())
        if rest and (_NEVER_LAST.search(head) or (_SHORT.search(head) and not rest.group().isupper())):
            continue
        _keep(spans, text, start, match.end())
        start = match.end()
    _keep(spans, text, start, len(text))
    return tuple(spans)


def _keep(spans: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    piece = text[start:end]
    left = len(piece) - len(piece.lstrip())
    right = len(piece.rstrip())
    if right > left:
        spans.append((start + left, start + right))
