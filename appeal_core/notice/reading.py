"""A notice laid open: its newest message as sentences, each with its section and its standing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache, cached_property
from itertools import islice

from appeal_core.case import Span
from appeal_core.catalog.cue_entries import Cue, Cues
from appeal_core.catalog.cue_loader import notice_structure
from appeal_core.text.folding import fold
from appeal_core.text.listen import Heard, spoken
from appeal_core.text.sentences import sentences
from appeal_core.text.thread import messages
from appeal_core.text.tongue import languages

_LONGEST_HEADING = 130
_LONGEST_MESSAGE = 40_000  # characters; what follows is lists and legal text
_MOST_LINES = 1_200  # of a message, and of all earlier ones together
_MOST_ALIKE = 5  # a sentence said more often says nothing new
_LONGEST_CHINESE_HEADING = 45
_LONGEST_ASIDE = 600  # characters of a seller's own words above a forwarded notice
_FIRST_PERSON = re.compile(r"\b(?:I|my|me|anyone|anybody)\b|我|大家|求助|私", re.IGNORECASE)
_ADDRESS = re.compile(
    r"\byour? (?:\w+ ){0,2}(?:account|submission|listings?|offers?|appeal|plan|selling)|您的|お客様",
    re.IGNORECASE,
)


class Line:
    """One sentence of the notice.

    `section`: opening, cause, how, consequence, error, help or list. `standard`: the kind of standard
    paragraph it belongs to, or empty. `conditional`: it says what would be, not what is; `in_order`: that
    something is as it should be.
    """

    __slots__ = ("conditional", "heading", "heard", "in_order", "link", "rule", "section", "span", "standard")

    def __init__(self, span: Span, section: str, heading: bool, tongues: tuple[str, ...]) -> None:
        self.span = span
        self.section = section
        self.heading = heading
        self.heard = Heard(fold(span.text))
        book = _book(tongues)
        self.standard = next((code for code, cues in book.standard if self.heard.weight(cues)), "")
        self.link = bool(self.heard.weight(book.link))
        self.rule = bool(self.heard.weight(book.rule))
        self.in_order = bool(self.heard.weight(book.in_order))
        self.conditional = not (heading and section == "error") and (
            section == "consequence" or bool(self.heard.weight(book.conditional))
        )


class _Book:
    def __init__(self, tongues: tuple[str, ...]) -> None:
        structure = notice_structure()
        self.headings = [(h.section, spoken(h.cues, tongues)) for h in structure.headings]
        self.standard = [(b.code, spoken(b.cues, tongues)) for b in structure.boilerplate]
        self.link = spoken(structure.policy_link, tongues)
        self.rule = spoken(structure.rule_statement, tongues)
        self.conditional = spoken(structure.conditional, tongues)
        self.in_order = spoken(structure.in_order, tongues)
        self.amazon = spoken(structure.amazon_words, tongues)


@cache
def _book(tongues: tuple[str, ...]) -> _Book:
    return _Book(tongues)


class Reading:
    """The whole text, its languages, the newest message's lines, and those of earlier messages."""

    def __init__(self, text: str) -> None:
        self.text = text
        parts = _amazon_first([part.body for part in messages(text)])
        self.newest = parts[0]
        self.tongues = languages(self.newest.text) or languages(text)
        self.lines = _lines([self.newest], self.tongues)
        self._rest = parts[1:]

    @cached_property
    def earlier(self) -> tuple[Line, ...]:
        """The lines of the earlier messages, as many as one message may have."""
        return _lines(self._rest, self.tongues)

    @property
    def from_amazon(self) -> bool:
        """Whether anything in it sounds of selling on Amazon."""
        book = _book(self.tongues)
        return any(line.heard.weight(book.amazon) for line in (*self.lines, *self.earlier))


def _amazon_first(parts: list[Span]) -> list[Span]:
    """Leaves out words of the seller that stand above a forwarded notice."""
    for n, part in enumerate(parts[:-1]):
        amazon = _book(languages(part.text) or ("en",)).amazon
        sounds = any(Heard(fold(s.text)).weight(amazon) for s in sentences(part.text))
        own = (
            len(part.text) < _LONGEST_ASIDE
            and _FIRST_PERSON.search(part.text)
            and not _ADDRESS.search(part.text)
        )
        if sounds and not own:
            return parts[n:]
    return parts[-1:] if len(parts) > 1 else parts


def _lines(parts: list[Span], tongues: tuple[str, ...]) -> tuple[Line, ...]:
    """The lines of the messages, each in its language, `tongues` where none is known."""
    lines = (line for part in _within(parts) for line in _lines_of(part, languages(part.text) or tongues))
    return tuple(islice(lines, _MOST_LINES))


def _within(parts: list[Span]) -> Iterator[Span]:
    """The messages as far as they are read: together no longer than one may be."""
    left = _LONGEST_MESSAGE
    for part in parts:
        if left > 0:
            yield part.model_copy(update={"text": part.text[:left]})
        left -= len(part.text)


def _lines_of(part: Span, tongues: tuple[str, ...]) -> Iterator[Line]:
    section = "opening"
    said: Counter[str] = Counter()
    for piece in sentences(part.text):
        said[piece.text] += 1
        if said[piece.text] > _MOST_ALIKE:
            continue
        opened = _heading(fold(piece.text), tongues)
        section = opened or section
        span = Span(start=piece.start + part.start, end=piece.end + part.start, text=piece.text)
        yield Line(span, section, bool(opened), tongues)


def _heading(folded: str, tongues: tuple[str, ...]) -> str:
    bare = folded.strip(" *#-_:>\"'=[]【】")
    asian = any("\u3040" <= c <= "\u9fff" for c in bare)
    if len(bare) > (_LONGEST_CHINESE_HEADING if asian else _LONGEST_HEADING):
        return ""
    heard = Heard(bare)
    for section, cues in _book(tongues).headings:
        if heard.weight(cues) and _ends_like_heading(folded):
            return section
    return ""


def _ends_like_heading(folded: str) -> bool:
    return not folded.rstrip(" *\"'").endswith((".", "。", ";", ","))


def cues_of(cues: Cues, reading: Reading) -> tuple[Cue, ...]:
    """The cues of the notice's own languages."""
    return spoken(cues, reading.tongues)
