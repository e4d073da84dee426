"""The English checker (Harper), taught the trade's words and kept away from names."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from appeal_core.review.draft import Draft, Item
from appeal_core.review.knowledge import knowledge, words

_LOCK = threading.Lock()  # a Linter raises when two threads use it at once
_KINDS = {"Agreement", "Grammar", "Spelling", "Usage", "Eggcorn", "Malapropism", "Nonstandard", "Typo"}
_NAME = re.compile(r"\d|[A-Z].*[A-Z]|^[A-Z]")
_PART_OF_CODE = re.compile(r"[\w.@-]*[\d@_-][\w.@-]*")


_PIECE = re.compile(r".{1,2000}(?!\S)|.{1,2000}", re.DOTALL)
_ENOUGH = 250  # slips; who has so many needs a reader, not more marks
_RUN = re.compile(r"\S{60,}")  # no word; the checker takes seconds over it


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())


@dataclass(frozen=True)
class Slip:
    """A slip of the English, at a place of the draft."""

    start: int
    end: int
    words: str
    suggestion: str


def slips(draft: Draft) -> tuple[Slip, ...] | None:
    """The slips of a draft; `None` when the checker cannot be loaded."""
    letter = draft.context.letter
    with _LOCK:
        linter = _linter(letter.spelling if letter else "american")
        if linter is None:
            return None
        return tuple(_found(linter, draft))


@cache
def _linter(spelling: str) -> Any:
    try:
        import harper
    except ImportError:
        return None
    linter = harper.Linter(harper.Dialect.BRITISH if spelling == "british" else harper.Dialect.AMERICAN)
    linter.import_words([*words().jargon, *(j.lower() for j in words().jargon)])
    return linter


def _found(linter: Any, draft: Draft) -> Iterator[Slip]:
    read = [i for i in draft.items if i.kind in ("paragraph", "point", "intro")]
    for item, place, lint in _linted(linter, read):
        start, end = place + lint.span.start, place + lint.span.end
        word = item.text[start:end]
        offered = [s.replacement_text for s in lint.suggestions if int(s.kind) == 0]
        if lint.lint_kind not in _KINDS or _both_right(word, offered):
            continue
        if not _left_alone(word, item.text, start, end, lint.lint_kind):
            yield Slip(item.start + start, item.start + end, word, offered[0] if offered else "")


def _linted(linter: Any, items: list[Item]) -> Iterator[tuple[Item, int, Any]]:
    """What the checker finds, with its item and the place of the piece in it.

    Piece by piece, for its time grows with the square of a text; and only so much, for each
    unknown word takes it milliseconds.
    """
    found = 0
    for item in items:
        for piece in _PIECE.finditer(_RUN.sub(_blank, item.text).replace("\n", " ")):
            lints = linter.lint(piece.group()) if found < _ENOUGH else ()
            found += len(lints)
            yield from ((item, piece.start(), lint) for lint in lints)


_BRITISH = (
    ("is", "iz"),
    ("our", "or"),
    ("ys", "yz"),
    ("ll", "l"),
    ("tre", "ter"),
    ("ogue", "og"),
    ("nce", "nse"),
    ("ence", "ense"),
)


def _both_right(word: str, offered: list[str]) -> bool:
    """Whether word and offer are one word in its British and its American spelling."""
    return _american(word) in offered or any(_american(o) == word for o in offered)


def _american(word: str) -> str:
    """The American form of a British spelling; which one a letter uses is no slip."""
    for british, american in _BRITISH:
        place = word.rfind(british)
        if place > 0:
            return word[:place] + american + word[place + len(british) :]
    return ""


def _left_alone(word: str, text: str, start: int, end: int, kind: str) -> bool:
    """Names, codes, capitals and the trade's words are not spelling slips."""
    if kind == "Agreement" and word.lower().startswith(("a ", "another ", "each ", "one ")):
        return True  # takes "another listing" for a mass noun
    if kind != "Spelling" and word.lower() == "were":
        return True  # takes "the buyers of the other 4 were" for a single one
    if kind != "Spelling":
        return False
    if len(word) < 3 or _NAME.search(word) or word.lower() in knowledge().jargon:
        return True
    return any(
        m.start() <= start and end <= m.end()
        for m in _PART_OF_CODE.finditer(text)
        if re.search(r"\d|@", m.group())
    )
