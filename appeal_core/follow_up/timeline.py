"""Everything that happened in a case, in its order."""

from __future__ import annotations

import datetime as dt
from typing import Literal
from zoneinfo import ZoneInfo

from appeal_core.case import Case
from appeal_core.catalog import marketplaces, vocabulary
from appeal_core.follow_up.clocks import clocks
from appeal_core.language import Bilingual, Frozen, Message, message

EventKind = Literal["notice", "report", "attempt", "call", "reply", "proof", "deadline"]


class Event(Frozen):
    """Something of the case's timeline. `whole_day`: its hour is not known. `ahead`: still to come."""

    at: dt.datetime
    kind: EventKind
    text: Message
    key: str = ""  # of the attempt, reply, call …
    whole_day: bool = False
    ahead: bool = False


def timeline(
    case: Case, now: dt.datetime, kind_names: dict[str, Bilingual] | None = None
) -> tuple[Event, ...]:
    """The case's events, the earliest first. `now` must know its zone; `kind_names`: what letters are called."""
    found = [*_notices(case), *_attempts(case, kind_names or {}), *_replies(case), *_calls(case)]
    found += [*_reports(case), *_proofs(case)]
    for clock in clocks(case, now):
        found.append(
            Event(
                at=clock.due,
                kind="deadline",
                text=message("{name}", name=clock.name),
                key=clock.id,
                ahead=clock.due > now,
            )
        )
    order = {"notice": 0, "report": 1, "reply": 2, "call": 3, "attempt": 4, "proof": 5, "deadline": 6}
    return tuple(sorted(found, key=lambda e: (e.at, order[e.kind], e.key)))


def _notices(case: Case) -> list[Event]:
    stages, found = vocabulary("stages"), []
    for number, notice in enumerate(case.notices):
        stage = stages.get(notice.diagnosis.stage)
        text = message("Notice: {stage}", stage=stage.name if stage else "")
        at = notice.received_at
        found.append(Event(at=_aware(case, at or case.created_at), kind="notice", text=text, key=str(number)))
    return found


def _attempts(case: Case, names: dict[str, Bilingual]) -> list[Event]:
    found = []
    for key, attempt in case.attempts.items():
        name = names.get(attempt.kind, Bilingual(en=attempt.kind, zh=attempt.kind))
        text = message("Sent by {who}: {kind}", who=attempt.who, kind=name) if attempt.who else message("Sent: {kind}", kind=name)  # fmt: skip
        found.append(Event(at=_aware(case, attempt.sent_at), kind="attempt", text=text, key=key))
    return found


def _replies(case: Case) -> list[Event]:
    outcomes, found = vocabulary("outcomes"), []
    for key, reply in case.replies.items():
        text = message("Amazon's answer: {outcome}", outcome=outcomes[reply.outcome].name)
        found.append(
            Event(at=_noon(case, reply.received_on), kind="reply", text=text, key=key, whole_day=True)
        )
    return found


def _calls(case: Case) -> list[Event]:
    return [
        Event(
            at=_aware(case, call.at),
            kind="call",
            key=key,
            text=message("Call with {who}", who=call.who) if call.who else message("Call"),
        )
        for key, call in case.calls.items()
    ]


def _reports(case: Case) -> list[Event]:
    """A report counts from the last day that it holds; when it was added is not kept."""
    days: dict[dt.date, int] = {}
    for report in case.reports:
        if report.last:
            days[report.last] = days.get(report.last, 0) + 1
    return [
        Event(
            at=_noon(case, day),
            kind="report",
            whole_day=True,
            key=day.isoformat(),
            text=message("Reports hold data up to here: {count}", count=count),
        )
        for day, count in days.items()
    ]


def _proofs(case: Case) -> list[Event]:
    return [
        Event(
            at=_noon(case, proof.on),
            kind="proof",
            whole_day=True,
            key=key,
            text=message("Proof of a measure"),
        )
        for key, proof in case.proofs.items()
    ]


def _zone(case: Case) -> ZoneInfo:
    store = marketplaces().get(case.marketplace) or marketplaces()["US"]
    return ZoneInfo(store.zone)


def _noon(case: Case, day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(12), _zone(case))


def _aware(case: Case, moment: dt.datetime) -> dt.datetime:
    return moment if moment.tzinfo else moment.replace(tzinfo=ZoneInfo(case.seller.timezone))
