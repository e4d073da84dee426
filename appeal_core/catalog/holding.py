"""What an entry must hold beyond its form: both languages, Chinese signs, parts that belong together, cues that hear."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any, Protocol

from pydantic import BaseModel

from appeal_core.catalog import cause_entries, cue_entries
from appeal_core.catalog.places import Place
from appeal_core.language import Bilingual, Message, message

HEARD = 0.5  # the weight from which a sentence is said to state a thing
_HAN = r"\u3400-\u9fff"
_HALF_WIDTH = re.compile(rf"[{_HAN}“”][,:;?!()]|[,:;?!()][{_HAN}“”]")
_NO_SPACE = re.compile(rf"[{_HAN}][A-Za-z0-9]|[A-Za-z0-9%][{_HAN}]")
_SLOT = re.compile(r"\{\w+\}")
Found = Iterator[tuple[Place, Message]]


class _Ear(Protocol):
    def fault(self, pattern: str) -> str: ...
    def weight(self, cues: cue_entries.Cues, sentence: str) -> float: ...


def faults_within(entry: BaseModel, ear: _Ear) -> Found:
    """What is wrong inside one value object: the place in it, and the fault."""
    for kind, rule in _RULES.items():
        if isinstance(entry, kind):
            yield from rule(entry)
    if isinstance(entry, cue_entries.Cue):
        yield from _patterns(entry, ear)
    if isinstance(entry, cue_entries.CauseCues | cue_entries.CodedCues | cue_entries.WarningCues):
        yield from _sentences(entry, ear)


def _two_languages(text: Bilingual) -> Found:
    if bool(text.en.strip()) != bool(text.zh.strip()):
        yield (), message("the text stands in one language only: {text}", text=text.en or text.zh)
    yield from _chinese(text)


def _chinese(text: Any) -> Found:
    if _HALF_WIDTH.search(text.zh):
        yield ("zh",), message("Chinese takes full-width signs: {text}", text=text.zh)
    if _NO_SPACE.search(_SLOT.sub("", text.zh)):
        yield (
            ("zh",),
            message("a space belongs between Chinese and Latin letters or digits: {text}", text=text.zh),
        )


def _cause(cause: cause_entries.Cause) -> Found:
    for group in ("root_causes", "actions", "measures", "checklist"):
        seen: set[str] = set()
        for number, item in enumerate(getattr(cause, group)):
            if item.id in seen:
                yield (group, number), message("“{code}” stands twice", code=item.id)
            seen.add(item.id)
    roots = cause.root_causes
    for group in ("actions", "measures") if roots else ():
        offered = {code for root in roots for code in getattr(root, group)}
        for number, item in enumerate(getattr(cause, group)):
            if item.id not in offered:
                yield (group, number), message("no root cause offers “{code}”", code=item.id)
    for number, root in enumerate(roots):
        if not (root.actions and root.measures):
            yield ("root_causes", number), message("“{code}” needs an action and a measure", code=root.id)


def _no_notice(path: cue_entries.NoNoticePath) -> Found:
    known = {q.id: {c.code for c in q.choices} for q in path.questions}
    for number, rule in enumerate(path.rules):
        for question, choices in rule.when.items():
            at: Place = ("rules", number, "when", question)
            if question not in known:
                yield at, message("there is no question “{code}”", code=question)
            for choice in sorted(set(choices) - known.get(question, set(choices))):
                yield at, message("“{code}” is no answer to {question}", code=choice, question=question)


_RULES: dict[type[BaseModel], Callable[[Any], Found]] = {
    Bilingual: _two_languages,
    cause_entries.Statement: _chinese,
    cause_entries.Cause: _cause,
    cue_entries.NoNoticePath: _no_notice,
}


def _patterns(cue: cue_entries.Cue, ear: _Ear) -> Found:
    for pattern in filter(None, (cue.pattern, cue.unless)):
        if fault := ear.fault(pattern):
            yield (), message("the pattern {pattern} cannot be used: {fault}", pattern=pattern, fault=fault)


def _sentences(
    entry: cue_entries.CauseCues | cue_entries.CodedCues | cue_entries.WarningCues, ear: _Ear
) -> Found:
    if any(ear.fault(p) for cues in entry.cues.values() for c in cues for p in (c.pattern, c.unless) if p):
        return  # told where the pattern stands
    for number, sentence in enumerate(entry.must_match):
        if ear.weight(entry.cues, sentence) < HEARD:
            yield ("must_match", number), message("no cue hears: {sentence}", sentence=sentence)
    for number, sentence in enumerate(entry.must_not_match):
        if ear.weight(entry.cues, sentence) >= HEARD:
            yield (
                ("must_not_match", number),
                message("a cue hears what it must not: {sentence}", sentence=sentence),
            )
