"""A case of any cause with every answer given, all of them invented."""

from __future__ import annotations

import datetime as dt

from appeal_core.case import (
    ActionAnswer,
    Ask,
    Case,
    CauseFound,
    Diagnosis,
    Exhibit,
    MeasureAnswer,
    Notice,
    RootCauseAnswer,
    Seller,
    TypedCount,
    Words,
)
from appeal_core.catalog import Slot, cause, evidence_kinds
from appeal_core.journey import begin, tasks, understanding
from appeal_core.letter import demands

NOW = dt.datetime(2026, 11, 20, 9, tzinfo=dt.UTC)
LINE = Words(en="Done on November 18", zh="已于 11 月 18 日完成")
SAID = Words(en="Exhibit A shows the day and the name", zh="附件 A 载明日期和名称")
_PLAIN = {
    "date": "2026-11-02",
    "time": "17:00",
    "skus": "AP-BENCH-01, AP-BENCH-02",
    "name": "Alder Tools Co., Ltd.",
}


def noticed(code: str, *, stage: str = "deactivated", door: str | None = None) -> Case:
    """A case whose notice states one cause and asks what that cause usually asks."""
    entry = cause(code)
    read = Diagnosis(
        text="…", language="en", stage=stage, scope=entry.scope, route=entry.route, marketplace="US",
        causes=(CauseFound(code=code, score=0.9),), asins=("B0EXAMPLE1",), accounts=("Alder Outlet",),
        asks=tuple(Ask(code=a, start=0, end=1, text=a) for a in entry.asks),
    )  # fmt: skip
    case = begin.new_case("x", NOW).replace(
        notices=(Notice(text="…", received_at=NOW, diagnosis=read),),
        seller=Seller(store_name="Alder & Pine", signatory="Lin Hua"),
    )
    given = case.understanding.model_copy(update={"confirmed": True, "door": door})
    return understanding.followed(case.replace(understanding=given))


def answered(code: str, *, stage: str = "deactivated", door: str | None = None) -> Case:
    """The same with exhibits, an answer to each demand and question, and one of each part of a plan."""
    case = noticed(code, stage=stage, door=door)
    entry = cause(code)
    kinds = list(dict.fromkeys(need.kind for need in entry.evidence))[:3] or ["other"]
    papers = {f"e{n}": _exhibit(kind, n) for n, kind in enumerate(kinds)}
    case = case.replace(exhibits=papers)
    case = case.replace(
        answers={d.path.removeprefix("answers."): LINE for d in demands(case) if not d.exhibits}
    )
    case = _questioned(_questioned(case))
    if entry.metric:
        count = TypedCount(metric=entry.metric, days=30, numerator=9, denominator=100)
        case = case.replace(typed={f"{entry.metric}:30": count})
    return _planned(case, code) if entry.root_causes and case.route != "dispute" else case


def _exhibit(kind: str, number: int) -> Exhibit:
    name = evidence_kinds()[kind].name
    return Exhibit(kind=kind, title=Words(en=name.en, zh=name.zh), file_name="a.pdf", sha256=f"{number}a",
                   issued_on=dt.date(2026, 11, 1))  # fmt: skip


def _questioned(case: Case) -> Case:
    """Answers what is asked now; an answer can lead to further questions."""
    given = dict(case.answers)
    for question in tasks.asked_questions(case):
        plain = next(iter(question.options)) if question.kind == "choice" else "2026-11-10"
        given.setdefault(question.code, SAID if question.kind in ("text", "name") else Words(en=plain))
    return case.replace(answers=given)


def _planned(case: Case, code: str) -> Case:
    entry = cause(code)
    root = next(r for r in entry.root_causes if not r.context_only)
    action, measure = entry.action(root.actions[0]), entry.measure(root.measures[0])
    return case.replace(
        root_causes={
            root.id: RootCauseAnswer(cause=code, check="yes", chosen=True, slots=_slots(root.slots))
        },
        actions={
            action.id: ActionAnswer(
                cause=code,
                chosen=True,
                done_on=dt.date(2026, 11, 18),
                exhibit="e0",
                slots=_slots(action.slots),
            )
        },
        measures={measure.id: MeasureAnswer(cause=code, chosen=True, slots=_slots(measure.slots))},
    )


def _slots(slots: dict[str, Slot]) -> dict[str, Words]:
    return {name: _slot(slot) for name, slot in slots.items()}


def _slot(slot: Slot) -> Words:
    if slot.kind == "text":
        return Words(en=slot.suggestion.en or "the packing desk", zh=slot.suggestion.zh or "打包台")
    return Words(en=next(iter(slot.options), "") or _PLAIN.get(slot.kind, "4"))
