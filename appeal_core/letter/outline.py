"""Which of the letter's facts stand under which of Amazon's own headings."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from appeal_core.language import Bilingual, message
from appeal_core.letter import knowledge
from appeal_core.letter.headings import PLAN, Heading, headings
from appeal_core.letter.ledger import Ledger, both
from appeal_core.letter.said import Said, sentence
from appeal_core.letter.sent import was_sent
from appeal_core.letter.template import read_data

LISTS = {"root_cause": "root_causes", "actions": "actions", "prevention": "measures"}
_MISSING = {
    "root_cause": "root_cause_missing",
    "actions": "actions_missing",
    "prevention": "measures_missing",
}
_COLUMNS = {"start": "starts", "tool": "tool"}
_PAGES = {"root_cause": "causes", "actions": "actions", "prevention": "actions"}
_WORD = re.compile(r"[a-z]{4,}")
_HAN = re.compile(r"[\u3400-\u9fff]+")
_STEM = 4  # letters by which "scan" and "scanned", "ship" and "shipment" are one word


@dataclass(frozen=True)
class Group:
    """One part of a plan under one heading; `None`: under its standing one. `facts` stand over the letter's."""

    part: str
    heading: Heading | None
    facts: Mapping[str, Any]
    under: str = ""  # tells its section and table from the first ones of that part


def outline(
    ledger: Ledger, facts: Mapping[str, Any], titles: Mapping[str, Bilingual], *, of_reply: bool
) -> dict[str, list[Group]]:
    """The groups by the part at whose place they stand; empty where the standing headings are right.

    `of_reply`: a letter that answers a reply, in which what a named root cause lacks of its own headings stands
    under it.
    """
    found = headings(ledger, titles, of_reply=of_reply)
    if any(h.named for h in found):
        found = _widened(found)
    shared = {part: _shared(ledger, facts, part, found) for part in titles}
    groups: dict[str, list[Group]] = {}
    for part in titles:
        mine = [h for h in found if h.parts[0] == part and h in shared[part]]
        groups[part] = [
            _group(ledger, heading, p, shared) for heading in mine for p in heading.parts if p in titles
        ]
        rest = shared[part].get(None)
        covered = any(part in h.parts for h in found)
        if rest or not covered:
            groups[part].append(Group(part, None, _only(part, rest or []) if covered else {}))
    return _told_apart(groups) if found else {}


def _widened(found: Sequence[Heading]) -> tuple[Heading, ...]:
    """Parts for which the reply has no heading stand under the root causes that it names."""
    free = [p for p in PLAN if not any(p in h.parts for h in found)]
    return tuple(replace(h, parts=(*h.parts, *free)) if h.parts[0] == PLAN[0] else h for h in found)


def _shared(
    ledger: Ledger, facts: Mapping[str, Any], part: str, found: Sequence[Heading]
) -> dict[Heading | None, list[Any]]:
    """The part's items by the heading that they answer; under `None` those that answer none."""
    items: list[Any] = facts.get(LISTS[part], [])
    mine = [h for h in found if part in h.parts]
    shared: dict[Heading | None, list[Any]] = {h: [] for h in mine}
    if len(mine) == 1:
        return {mine[0]: items}
    for item in items:
        shared.setdefault(_nearest(_stems(_told(ledger, part, item)), mine), []).append(item)
    lost = shared.get(None) and not all(shared[h] for h in mine)
    if lost and not any(h.named for h in mine):  # the words do not tell them apart: one part, as ever
        return {None: items}
    return shared


def _nearest(told: Collection[str], mine: Sequence[Heading]) -> Heading | None:
    """The heading that shares most words with an item; words of every heading do not count."""
    stems = [_stems(h.words) for h in mine]
    common = frozenset[str]().union(*stems[:1]).intersection(*stems) if stems else frozenset()
    scores = [len((s - common) & set(told)) for s in stems]
    best = max(scores, default=0)
    return mine[scores.index(best)] if best else None


def _told(ledger: Ledger, part: str, item: Mapping[str, Any]) -> str:
    """An item's own words, its cause's name, and those of the root causes that it answers."""
    case, key = ledger.case, item["id"]
    answer = getattr(case, LISTS[part])[key]
    entry = knowledge.cause(answer.cause)
    names = [v for v in item.values() if isinstance(v, Said)] + [entry.name if entry else Said()]
    for root, chosen in case.root_causes.items():
        known = knowledge.root_cause(chosen.cause, root) if chosen.chosen else None
        if known and part != "root_cause" and key in getattr(known, LISTS[part]):
            names += [known.name, Said(known.statement.en, known.statement.zh)]
    return " ".join(f"{n.en} {n.zh}" for n in names)


def _stems(text: str) -> frozenset[str]:
    words, pairs = _common()
    latin = {w[:_STEM] for w in _WORD.findall(text.lower()) if w not in words}
    han = {run[n : n + 2] for run in _HAN.findall(text) for n in range(len(run) - 1)}
    return frozenset(latin | (han - pairs))


@cache
def _common() -> tuple[frozenset[str], frozenset[str]]:
    book = read_data("headings.yaml")["common"]
    return frozenset(book["latin"].split()), frozenset(book["han"])


def _group(
    ledger: Ledger, heading: Heading, part: str, shared: Mapping[str, Mapping[Heading | None, list[Any]]]
) -> Group:
    several = len([h for h in shared[part] if h]) > 1
    if not heading.named and not several:
        return Group(part, heading, {})
    own: dict[str, Any] = {**_only(part, shared[part].get(heading, [])), "heading_id": heading.id}
    if part == heading.parts[0]:
        said = _sentence(ledger, heading)
        where = heading.parts if heading.wide else (part,)
        answered = said or any(shared[p].get(heading) for p in where if p in shared)
        own["heading_said"] = said if answered or not _stems(heading.words) else _gap(ledger, heading)
    return Group(part, heading, own)


def _only(part: str, items: list[Any]) -> dict[str, Any]:
    """The letter's facts with these items as the part's only ones."""
    found = {LISTS[part]: items, _MISSING[part]: Said()}
    if part == "prevention":
        found |= {f"measures_{cell}": any(i[key] for i in items) for cell, key in _COLUMNS.items()}
    return found


def _sentence(ledger: Ledger, heading: Heading) -> Said:
    """The seller's own answer to a named point, unless it was sent before."""
    words = ledger.case.answers.get(heading.path.removeprefix("answers."))
    if not heading.named or words is None:
        return Said()
    said = ledger.words(
        heading.path, words, heading.path, both(message("your answer to Amazon's point")), "causes"
    )
    return Said() if not said or was_sent(ledger.case, said) else sentence(said)


def _gap(ledger: Ledger, heading: Heading) -> Said:
    what = message("what answers Amazon's point “{words}”", words=heading.words)
    if heading.named:
        return ledger.gap(f"heading.{heading.id}", what, "causes", heading.path)
    part = heading.parts[0]
    return ledger.gap(f"heading.{heading.id}", what, _PAGES[part], LISTS[part])


def _told_apart(groups: dict[str, list[Group]]) -> dict[str, list[Group]]:
    """Each group of a part that has several bears its heading's id, but for the first."""
    seen: set[str] = set()
    found: dict[str, list[Group]] = {}
    for place, row in groups.items():
        found[place] = []
        for group in row:
            key = group.heading.id if group.heading else "rest"
            under = f":{key}" if group.part in seen else ""
            seen.add(group.part)
            found[place].append(replace(group, under=under, facts={**group.facts, "under": under}))
    return found
