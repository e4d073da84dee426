"""The draft under review: its items and sentences, each with its part and its place."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from appeal_core.language import Lang
from appeal_core.review.context import Context
from appeal_core.review.sentences import sentence_spans

Part = Literal["root_cause", "actions", "prevention", "other"]
PLAN_PARTS: tuple[Part, ...] = ("root_cause", "actions", "prevention")
ItemKind = Literal["heading", "intro", "paragraph", "point", "header_row", "row"]
_CJK = re.compile(r"[\u3400-\u9fff]")
_CELL_END = re.compile(r"[|\t]")
_LETTERS = re.compile(r"[A-Za-z]")
_ADDRESS = re.compile(r"(?:https?://|www\.)[!-~]+|(?<![\w.+-])[\w.+-]{1,64}@[\w.-]+")


ENDLESS = re.compile(r"[!-~]{200,}")  # no word; a pattern may take seconds over it


@dataclass(frozen=True)
class Item:
    """A paragraph, a numbered point, a table row or a heading of the draft."""

    start: int
    end: int
    text: str
    part: Part
    kind: ItemKind
    block: str = ""
    columns: tuple[str, ...] = ()  # of a row: the header's cells, lower case

    @property
    def cells(self) -> tuple[str, ...]:
        """A row's cells, without the bars or tabs between them."""
        return tuple(c.strip() for c in _CELL_END.split(self.text.strip().strip("|")))

    @property
    def says_something(self) -> bool:
        """Whether it is a statement of its own, neither a heading nor a table's head."""
        return self.kind in ("paragraph", "point", "row")


@dataclass(frozen=True)
class Sentence:
    """One sentence with its place in the draft."""

    start: int
    end: int
    text: str
    item: Item

    @property
    def part(self) -> Part:
        """The part that it stands in."""
        return self.item.part


@dataclass(frozen=True)
class Draft:
    """A text cut into parts, with all that is known beside it."""

    text: str
    items: tuple[Item, ...]
    lang: Lang
    context: Context = field(default_factory=Context)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """Every sentence, in reading order."""
        found = []
        for item in self.items:
            for start, end in sentence_spans(item.text):
                place = item.start + start
                found.append(Sentence(place, item.start + end, item.text[start:end], item))
        return tuple(found)

    def part(self, name: Part) -> tuple[Item, ...]:
        """What is said in a part, without headings."""
        return tuple(i for i in self.items if i.part == name and i.says_something)

    def headings(self, name: Part) -> tuple[Item, ...]:
        """The headings and introducing lines of a part."""
        return tuple(i for i in self.items if i.part == name and i.kind in ("heading", "intro"))

    @cached_property
    def has_parts(self) -> frozenset[Part]:
        """Which parts of a plan the draft holds."""
        return frozenset(p for p in PLAN_PARTS if self.part(p))

    @cached_property
    def is_plan(self) -> bool:
        """Whether it is, or should be, a plan: asked for, or built like one."""
        if self.context.route != "unknown":
            return self.context.wants_plan
        return not self.looks_like_documents

    @cached_property
    def looks_like_documents(self) -> bool:
        """Whether a draft without plan parts reads like a cover letter for documents."""
        if self.has_parts:
            return False
        papers = re.findall(r"\b(?:exhibits?|invoices?|enclosed|attached)\b|附件|发票", self.text, re.I)
        return len(papers) >= 2

    def item_at(self, place: int) -> Item | None:
        """The item in which a place of the text lies."""
        number = bisect_right(self._starts, place) - 1
        return self.items[number] if number >= 0 and place < self.items[number].end else None

    def sentence_at(self, start: int, end: int | None) -> str:
        """The sentence that holds these places; the whole item where they reach beyond one."""
        number = bisect_right(self._sentence_starts, start) - 1
        if (
            number >= 0
            and start < self.sentences[number].end
            and (end or start) <= self.sentences[number].end
        ):
            return self.sentences[number].text
        item = self.item_at(start)
        return item.text if item else ""

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [s.start for s in self.sentences]

    @cached_property
    def _starts(self) -> list[int]:
        return [i.start for i in self.items]

    def matches(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """Every match of a pattern in the whole text."""
        return pattern.finditer(self._read)

    @cached_property
    def _read(self) -> str:
        return ENDLESS.sub(lambda m: " " * len(m.group()), self.text)


def language_of(text: str) -> Lang:
    """`zh` when Chinese characters carry the text, else `en`."""
    text = _ADDRESS.sub(" ", text)
    chinese = len(_CJK.findall(text))
    return "zh" if chinese * 3 > len(_LETTERS.findall(text)) else "en"
