"""Keeping the promises: the case's measures as work, their proof, and the papers for both."""

from __future__ import annotations

import datetime as dt

from appeal_core.case import Case, Measurement, Proof
from appeal_core.catalog.cause_entries import Measure
from appeal_core.export.promises import Capa, Paper, Shop, proof_text
from appeal_core.follow_up.promises import (
    MILESTONES,
    Count,
    Duty,
    Promise,
    count_text,
    counted,
    due_days,
    duties,
)
from appeal_core.language import Bilingual, Lang
from appeal_core.letter import knowledge
from appeal_core.letter.ledger import Ledger
from appeal_core.letter.said import Said
from appeal_core.letter.steps import gather_actions, gather_measures
from appeal_core.letter.template import read_data

__all__ = ["MILESTONES", "Count", "Promise", "count_text", "due_days"]


def promises(case: Case) -> tuple[Promise, ...]:
    """The chosen measures with the words of the letter; holes stay visible."""
    rows = {row["id"]: row for row in gather_measures(Ledger(case))["measures"]}
    return tuple(_promise(case, key, row) for key, row in rows.items())


def _promise(case: Case, key: str, row: dict[str, Said]) -> Promise:
    answer = case.measures[key]
    entry = knowledge.measure(answer.cause, key)
    found = knowledge.cause(answer.cause)
    return Promise(
        id=key,
        cause=answer.cause,
        name=entry.name if entry else _bilingual(row["what"]),
        what=_bilingual(row["what"]),
        owner=_bilingual(row["owner"]),
        cadence=_bilingual(row["cadence"]),
        tool=_bilingual(row["tool"]),
        trigger=_bilingual(row["trigger"]),
        starts=answer.starts,
        metric=found.metric if found else None,
        limit=_limit(case, key, entry),
    )


def _bilingual(said: Said) -> Bilingual:
    return Bilingual(en=said.in_("en"), zh=said.in_("zh"))


def _limit(case: Case, key: str, entry: Measure | None) -> float | None:
    """The percentage above which the measure acts, as the seller filled it in; a fraction."""
    slots = entry.slots if entry else {}
    for name, slot in slots.items():
        words = case.measures[key].slots.get(name)
        if slot.kind == "percent" and words and (text := words.en.strip().rstrip("%").strip()):
            try:
                return float(text) / 100
            except ValueError:
                return None
    return None


def back_on(case: Case) -> dt.date | None:
    """The first day on which the offers were on again: as the seller says, else that of the good news."""
    good = [r.received_on for r in case.replies.values() if r.outcome == "reinstated"]
    return case.back_on or max(good, default=None)


def count_since(case: Case, promise: Promise) -> Count | None:
    """What the case's reports hold of the measure's rate since the offers came back, against its threshold.

    Without a threshold of its own the measure is held against Amazon's target. `None` where no report reaches
    those days.
    """
    since, measured = back_on(case), _measurement(case, promise.metric)
    if since is None or measured is None:
        return None
    target = measured.target if measured.condition == "less_than" else 1 - measured.target
    return counted(measured.daily, since, promise.limit if promise.limit is not None else target)


def _measurement(case: Case, metric: str | None) -> Measurement | None:
    """The measurement of the metric whose days reach back furthest."""
    found = [m for m in (case.measurements.metrics if case.measurements else ()) if m.code == metric]
    return max(found, key=lambda m: len(m.daily), default=None)


def defects_name(promise: Promise) -> Bilingual:
    """What the letters call the defects of the measure's rate, such as late orders."""
    if promise.metric is None:
        return Bilingual()
    words = read_data("figures.yaml")
    found = words["metrics"].get(promise.metric) or words["general"]
    return Bilingual.model_validate(found["counted_name"])


def with_count(case: Case, promise: Promise, on: dt.date) -> Case:
    """The case with today's count kept as proof; unchanged where the reports tell none."""
    count = count_since(case, promise)
    if count is None:
        return case
    proof = Proof(
        measure=promise.id, on=on, defects=count.defects, orders=count.orders, first=count.first,
        last=count.last, limit=count.limit,
    )  # fmt: skip
    return _with(case, proof)


def with_note(case: Case, measure: str, on: dt.date, note: str, exhibit: str | None = None) -> Case:
    """The case with the seller's own proof that a measure runs."""
    return _with(case, Proof(measure=measure, on=on, note=note.strip(), exhibit=exhibit))


def _with(case: Case, proof: Proof) -> Case:
    number = len(case.proofs) + 1
    while f"proof_{number}" in case.proofs:
        number += 1
    return case.replace(proofs={**case.proofs, f"proof_{number}": proof})


def record(case: Case) -> dict[int, list[Proof]]:
    """The proofs by milestone: those of the first 30 days, of the next 30, of the last 30; later ones with the last."""
    since = back_on(case)
    found: dict[int, list[Proof]] = {days: [] for days in MILESTONES}
    for proof in sorted(case.proofs.values(), key=lambda p: p.on):
        age = (proof.on - since).days if since else 0
        found[next((m for m in MILESTONES if age <= m), MILESTONES[-1])].append(proof)
    return found


def proof_said(case: Case, proof: Proof) -> Bilingual:
    """What a kept proof says: its count, the seller's note, the exhibit."""
    promise = next((p for p in promises(case) if p.id == proof.measure), None)
    letters = {key: case.exhibit_letter(key) for key in case.exhibits}
    return proof_text(proof, defects_name(promise) if promise else Bilingual(), letters)


def start_day(case: Case, today: dt.date) -> dt.date:
    """From when the work is planned: the day the offers came back, else today."""
    return back_on(case) or today


def calendar(case: Case, lang: Lang, now: dt.datetime) -> bytes:
    """The measures' days and the three records as a calendar file."""
    from appeal_core.export.ics import duties_ics

    planned: tuple[Duty, ...] = duties(promises(case), start_day(case, now.date()))
    return duties_ics(planned, lang, case_id=case.id, stamp=now)


def papers(case: Case, lang: Lang, today: dt.date) -> dict[str, bytes]:
    """Procedures, training sheet, checklist and log in Word, and all of them with the record in one workbook."""
    from appeal_core.export.promises import to_documents, to_sheets

    paper = _paper(case, today)
    files = {f"{name}.docx": data for name, data in to_documents(paper, lang).items()}
    return {**files, "promises.xlsx": to_sheets(paper, lang)}


def _paper(case: Case, today: dt.date) -> Paper:
    mine = promises(case)
    since = start_day(case, today)
    return Paper(
        shop=Shop(
            store=case.seller.store_name or case.seller.store_name_zh, case_id=case.seller.case_id,
            of_case=case.id, marketplace=case.marketplace, day=since,
        ),
        promises=mine,
        due={p.id: due_days(p, since, MILESTONES[0]) for p in mine},
        capa=(*_corrective(case), *_preventive(case, mine)),
        record=record(case),
        exhibits={key: case.exhibit_letter(key) for key in case.exhibits},
        defects={p.id: defects_name(p) for p in mine},
    )  # fmt: skip


def _corrective(case: Case) -> tuple[Capa, ...]:
    ledger = Ledger(case)
    return tuple(
        Capa(
            kind="corrective",
            why=_why(case, case.actions[row["id"]].cause, row["id"]),
            what=_bilingual(row["text"]),
            owner=Bilingual(),
            done_on=row["done_on"],
            proof=case.exhibit_letter(case.actions[row["id"]].exhibit or ""),
        )
        for row in gather_actions(ledger)["actions"]
    )


def _preventive(case: Case, mine: tuple[Promise, ...]) -> tuple[Capa, ...]:
    proven = {p.measure for p in case.proofs.values()}
    return tuple(
        Capa(
            kind="preventive", why=_why(case, p.cause, p.id), what=p.what, owner=p.owner, starts=p.starts,
            cadence=p.cadence, proven=p.id in proven,
        )
        for p in mine
    )  # fmt: skip


def _why(case: Case, cause: str, key: str) -> Bilingual:
    """The chosen root cause that an action or measure answers."""
    for code, answer in case.root_causes.items():
        entry = knowledge.root_cause(cause, code)
        if answer.chosen and entry and key in (*entry.actions, *entry.measures):
            return entry.name
    found = knowledge.cause(cause)
    return found.name if found else Bilingual()
