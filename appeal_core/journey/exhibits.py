"""Exhibits of a case: added untouched, held against what the notice and the cause need."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from appeal_core.case import Case, Exhibit, Words
from appeal_core.catalog import evidence_kinds, vocabulary
from appeal_core.evidence import ExhibitCheck, check_exhibits, inspect_file
from appeal_core.journey.tasks import known_cause
from appeal_core.language import Bilingual
from appeal_core.letter import Demand, demands
from appeal_core.letter.demands import asks_of

__all__ = ["Demand", "Need", "asked", "checks", "demanded", "meaning", "needed", "with_exhibit", "without"]


@dataclass(frozen=True)
class Need:
    """A paper that is wanted, why, and the letters of the exhibits that are it."""

    name: Bilingual
    why: Bilingual
    required: bool
    there: tuple[str, ...]


def needed(case: Case) -> tuple[Need, ...]:
    """What the causes are usually decided on, the required papers first."""
    wanted: dict[str, tuple[Bilingual, bool]] = {}
    for code in case.causes:
        for need in known_cause(code).evidence:
            wanted.setdefault(need.kind, (need.why, need.needed == "required"))
    by_kind: dict[str, list[str]] = {}
    for key, exhibit in case.exhibits.items():
        by_kind.setdefault(exhibit.kind, []).append(case.exhibit_letter(key))
    kinds = evidence_kinds()
    found = [
        Need(kinds[kind].name, why, required, tuple(by_kind.get(kind, ())))
        for kind, (why, required) in wanted.items()
        if kind in kinds
    ]
    return tuple(sorted(found, key=lambda n: not n.required))


def demanded(case: Case) -> tuple[Demand, ...]:
    """What the notice demands beside a plan's parts, with what answers each.

    Where no papers are asked for, only what a sentence answers: the plan itself answers the rest.
    """
    found = demands(case)
    if case.route in ("documents", "plan_and_documents", "dispute"):
        return found
    return tuple(d for d in found if d.in_a_line or d.answered)


def meaning(demand: Demand) -> Bilingual | None:
    """What a demand means, where the catalogue says it."""
    known = vocabulary("asks").get(demand.code)
    return known.meaning if known and known.meaning.en else None


def asked(case: Case) -> tuple[str, ...]:
    """The codes of everything that the notice asks."""
    return asks_of(case)


def with_exhibit(case: Case, key: str, kind: str, data: bytes, name: str) -> Case:
    """The case with a new exhibit at the end. Raises `BadInput` for a file that cannot be one."""
    inspect_file(data, name)
    exhibit = Exhibit(
        kind=kind,
        title=Words(en=evidence_kinds()[kind].name.en, zh=evidence_kinds()[kind].name.zh),
        file_name=name,
        sha256=hashlib.sha256(data).hexdigest(),
        size=len(data),
    )
    return case.replace(exhibits={**case.exhibits, key: exhibit})


def without(case: Case, key: str) -> Case:
    """The case without an exhibit; actions that named it name none."""
    actions = {
        k: a.model_copy(update={"exhibit": None}) if a.exhibit == key else a for k, a in case.actions.items()
    }
    return case.replace(exhibits={k: e for k, e in case.exhibits.items() if k != key}, actions=actions)


def checks(case: Case, key: str) -> tuple[ExhibitCheck, ...]:
    """How one exhibit stands against the rules of its kind and of the notice."""
    notice = case.notices[-1] if case.notices else None
    day = notice.received_at.date() if notice and notice.received_at else None
    accepted = notice.diagnosis.accepted_files if notice else ()
    found = check_exhibits(case.exhibits, (), day, accepted, sending_day=case.wishes.day)
    return tuple(c for c in found if c.exhibit == key)
