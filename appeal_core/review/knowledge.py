"""The review's word lists, read from `catalog/review_*.yaml` and compiled once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal, get_args

from pydantic import Field

from appeal_core.catalog.entries import Entry
from appeal_core.catalog.loader import FOLDER, CatalogError, read_entry
from appeal_core.language import Bilingual, Frozen
from appeal_core.review.draft import Draft, Part, Sentence

FILE = FOLDER / "review_phrases.yaml"
MORE = tuple(FOLDER / f"review_{name}.yaml" for name in ("tone", "danger", "english", "chinese"))
_CJK = re.compile(r"[\u3400-\u9fff]")
_TOKEN = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]])*\]|[()|]")  # escaped, a set, or what nests and parts
_LATIN = re.compile(r"[A-Za-z]{3}")


class PhraseGroup(Entry):
    """Words that a rule looks for, as regular expressions, with sentences that prove them.

    `unless`: words that make it harmless, in the same sentence or (`excused_by: item`) in the
    same point or paragraph. `sections`: only there.
    `fires` and `quiet` are sentences that the tests try.
    """

    rule: str
    patterns: tuple[str, ...] = Field(min_length=1)
    unless: tuple[str, ...] = ()
    excused_by: Literal["sentence", "item"] = "sentence"
    sections: tuple[Part, ...] = ()
    instead: Bilingual = Bilingual()
    replace: str = ""  # what could stand in the words' place; groups of the match as \1
    fires: tuple[str, ...] = Field(min_length=1)
    quiet: tuple[str, ...] = Field(min_length=1)


class CauseWords(Frozen):
    """How a cause is named (`terms`), and words that belong to it alone (`strong`)."""

    family: str
    terms: tuple[str, ...]
    strong: tuple[str, ...] = ()


class ReviewWords(Entry):
    """The whole file."""

    headings: dict[Part, tuple[str, ...]]
    closing: tuple[str, ...]
    content: dict[Part, tuple[str, ...]]
    owners: tuple[str, ...]
    cadences: tuple[str, ...]
    exhibits: tuple[str, ...]
    placeholders: tuple[str, ...]
    admits: tuple[str, ...]
    denies: tuple[str, ...]
    causes: dict[str, CauseWords]
    asks: dict[str, tuple[str, ...]]
    jargon: tuple[str, ...]
    phrases: tuple[PhraseGroup, ...]


class MorePhrases(Entry):
    """A further file that holds phrases only."""

    phrases: tuple[PhraseGroup, ...]


@dataclass(frozen=True)
class Phrases:
    """A compiled group."""

    group: PhraseGroup
    pattern: re.Pattern[str]
    unless: re.Pattern[str] | None
    english: re.Pattern[str] | None  # for a sentence without Chinese

    def find(self, sentence: Sentence) -> re.Match[str] | None:
        """The first match in a sentence that nothing excuses."""
        if self.group.sections and sentence.part not in self.group.sections:
            return None
        pattern = self.pattern if _CJK.search(sentence.text) else self.english
        found = pattern.search(sentence.text) if pattern else None
        around = sentence.text if self.group.excused_by == "sentence" else sentence.item.text
        return None if found and self.unless and self.unless.search(around) else found


@dataclass(frozen=True)
class Knowledge:
    """Everything compiled."""

    headings: dict[Part, re.Pattern[str]]
    closing: re.Pattern[str]
    content: dict[Part, re.Pattern[str]]
    owners: re.Pattern[str]
    cadences: re.Pattern[str]
    exhibits: re.Pattern[str]
    placeholders: re.Pattern[str]
    admits: re.Pattern[str]
    denies: re.Pattern[str]
    causes: dict[str, re.Pattern[str]]
    strong: dict[str, re.Pattern[str]]
    families: dict[str, str]
    asks: dict[str, re.Pattern[str]]
    jargon: frozenset[str]
    phrases: dict[str, tuple[Phrases, ...]]


@cache
def words(path: Path = FILE) -> ReviewWords:
    """The file as it stands, checked; `CatalogError` with file and line where it is wrong."""
    found = read_entry(path, ReviewWords)
    if set(found.headings) - set(get_args(Part)):
        raise CatalogError(f"{path}: headings: allowed are {get_args(Part)}")
    return found


@cache
def phrase_groups() -> tuple[PhraseGroup, ...]:
    """The groups of all files."""
    return words().phrases + tuple(g for path in MORE for g in read_entry(path, MorePhrases).phrases)


@cache
def knowledge() -> Knowledge:
    """The compiled word lists."""
    w = words()
    groups: dict[str, list[Phrases]] = {}
    for group in phrase_groups():
        unless = one_of(group.unless) if group.unless else None
        every = tuple(piece for p in group.patterns for piece in _alternatives(p))
        plain = tuple(p for p in every if not _CJK.search(p) or _LATIN.search(p))
        found = Phrases(group, one_of(every), unless, one_of(plain) if plain else None)
        groups.setdefault(group.rule, []).append(found)
    return Knowledge(
        headings={k: one_of(v) for k, v in w.headings.items()},
        closing=one_of(w.closing),
        content={k: one_of(v) for k, v in w.content.items()},
        owners=one_of(w.owners),
        cadences=one_of(w.cadences),
        exhibits=one_of(w.exhibits),
        placeholders=one_of(w.placeholders, bounded=False),
        admits=one_of(w.admits),
        denies=one_of(w.denies),
        causes={k: one_of(v.terms) for k, v in w.causes.items()},
        strong={k: one_of(v.strong) for k, v in w.causes.items() if v.strong},
        families={k: v.family for k, v in w.causes.items()},
        asks={k: one_of(v) for k, v in w.asks.items()},
        jargon=frozenset(j.lower() for j in w.jargon),
        phrases={k: tuple(v) for k, v in groups.items()},
    )


def one_of(patterns: tuple[str, ...], *, bounded: bool = True) -> re.Pattern[str]:
    """One expression for all, case-blind; an English one only at the borders of words."""
    try:
        return re.compile(_joined(patterns) if bounded else _any(patterns), re.IGNORECASE)
    except re.error as error:
        raise CatalogError(
            f"{FILE}: not a regular expression: {error}: {' | '.join(patterns)[:200]}"
        ) from error


def _joined(patterns: tuple[str, ...]) -> str:
    """The English ones share one look at the border of a word: most places of a text end there."""
    chinese = tuple(p for p in patterns if _CJK.search(p))
    english = tuple(p for p in patterns if not _CJK.search(p))
    whole = [rf"(?<![\w-])(?:{_any(english)})(?!\w)"] if english else []
    return "|".join([*whole, *([_any(chinese)] if chinese else [])])


def _alternatives(pattern: str) -> Iterator[str]:
    """The alternatives of a pattern, so that English ones are sought at borders of words only."""
    depth = start = 0
    for match in _TOKEN.finditer(pattern):
        depth += {"(": 1, ")": -1}.get(match.group(), 0)
        if match.group() == "|" and depth == 0:
            yield pattern[start : match.start()]
            start = match.end()
    yield pattern[start:]


def _any(patterns: tuple[str, ...]) -> str:
    return "|".join(f"(?:{p})" for p in patterns)


def in_draft(rule: str, draft: Draft) -> list[tuple[Sentence, re.Match[str], PhraseGroup]]:
    """Each sentence of the draft in which words of a rule stand, with the words."""
    found = []
    for sentence in draft.sentences:
        if not (sentence.item.says_something or sentence.item.kind == "intro"):
            continue  # a heading says nothing
        for phrases in knowledge().phrases.get(rule, ()):
            if match := phrases.find(sentence):
                found.append((sentence, match, phrases.group))
                break
    return found
