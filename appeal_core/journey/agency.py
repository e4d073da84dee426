"""Many cases in one list: stage, next clock, who works on it; and the sentences that two of them share."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from appeal_core.case import Case
from appeal_core.follow_up.changes import shared
from appeal_core.follow_up.clocks import Clock, clocks
from appeal_core.journey import composing
from appeal_core.journey.standing import as_it_stands, is_back
from appeal_core.language import BadInput

BACK = "reinstated"


@dataclass(frozen=True)
class CaseLine:
    """A case in the list. `clock`: the next that matters; `overdue`: Amazon's deadline passed with nothing sent."""

    id: str
    title: str
    stage: str  # of stages.yaml, as Amazon's last answer left it
    worker: str
    clock: Clock | None
    overdue: bool
    back: bool
    rounds: int
    changed: dt.datetime


@dataclass(frozen=True)
class Shared:
    """Sentences that the letters of two cases have in common, by the cases' ids."""

    one: str
    other: str
    sentences: tuple[str, ...]


def line(case: Case, changed: dt.datetime, now: dt.datetime) -> CaseLine:
    """One case's line; `now` must know its zone."""
    running = [] if is_back(case) else list(clocks(case, now))
    overdue = next((c for c in running if c.kind == "amazon_deadline" and c.state == "passed"), None)
    ahead = next((c for c in running if c.state == "running"), None)
    reached = next(
        (c for c in reversed(running) if c.state == "passed" and c.kind != "amazon_deadline"), None
    )
    return CaseLine(
        id=case.id,
        title=case.seller.store_name or case.seller.store_name_zh,
        stage=as_it_stands(case).stage,
        worker=case.worker,
        clock=overdue or ahead or reached,
        overdue=overdue is not None,
        back=is_back(case),
        rounds=len(case.attempts),
        changed=changed,
    )


def in_order(lines: Sequence[CaseLine]) -> list[CaseLine]:
    """The overdue on top, the longest overdue first; then by the next clock; then the last changed first."""
    far = dt.datetime.max.replace(tzinfo=dt.UTC)

    def place(one: CaseLine) -> tuple[bool, bool, dt.datetime, float]:
        runs = one.clock is not None and (one.overdue or one.clock.state == "running")
        due = one.clock.due.astimezone(dt.UTC) if one.clock and runs else far
        return (not one.overdue, one.back, due, -one.changed.timestamp())

    return sorted(lines, key=place)


def filtered(
    lines: Sequence[CaseLine],
    worker: str | None = None,
    stage: str | None = None,
    *,
    overdue: bool = False,
    name: str = "",
) -> list[CaseLine]:
    """Those of one worker, one stage, the overdue only, or whose name holds `name`; what is empty filters nothing.

    A case that is back is in the stage `BACK` alone.
    """
    return [
        one
        for one in lines
        if (worker is None or one.worker == worker)
        and (stage is None or shown_stage(one) == stage)
        and (one.overdue or not overdue)
        and name.strip().lower() in one.title.lower()
    ]


def shown_stage(one: CaseLine) -> str:
    """The stage under which a case is found: `BACK` once Amazon has reinstated it."""
    return BACK if one.back else one.stage


def shared_sentences(cases: Sequence[Case]) -> list[Shared]:
    """Pairs of cases whose letters, sent or composed, share sentences; those that share most come first.

    Only for the list of all cases: a case's own pages never show another's words.
    """
    pairs = shared({case.id: _letters(case) for case in cases})
    found = [Shared(one, other, same) for (one, other), same in pairs.items()]
    return sorted(found, key=lambda s: -len(s.sentences))


def _letters(case: Case) -> str:
    """What was sent, else what would be."""
    if case.attempts:
        return "\n\n".join(attempt.text for attempt in case.attempts.values())
    try:
        composed = composing.letter(case)
    except BadInput:
        return ""
    return composing.plain(composed, composed.language)
