"""Random complete cases: any cause of the catalogue, every answer given, with whatever a seller may type."""

from __future__ import annotations

import datetime as dt
import string
from typing import Any

from hypothesis import strategies as st

from appeal_core.case import ActionAnswer, Case, Exhibit, MeasureAnswer, RootCauseAnswer, TypedCount, Words
from appeal_core.catalog import Slot, cause, causes, evidence_kinds, roles
from appeal_core.journey import doors
from tests.journey.answered import answered, noticed

LATIN = st.text(string.ascii_letters + string.digits + " -&<>{}%$#@/", min_size=1, max_size=24)
HAN = st.text("退款重拍核对扫描仓库备货负责人确认面单", min_size=2, max_size=12)
TEXTS = st.builds(
    lambda en, zh, n: Words(en=f"We {' '.join(en.split())} {n} times", zh=f"我们{zh} {n} 次"), LATIN, HAN, st.integers(2, 900)
)  # fmt: skip
DAYS = st.dates(dt.date(2026, 1, 1), dt.date(2026, 11, 19))
NAMES = st.sampled_from(["Alder Tools Co., Ltd.", "{{ store }} & <Sons>", "Zhao 3 Freight", "O'Neil {% x %}"])
_NUMBERS = {"percent": st.integers(1, 99).map(str), "number": st.integers(2, 99_999).map(str)}


def slot_words(slot: Slot) -> st.SearchStrategy[Words]:
    """Something that its field takes."""
    if slot.kind == "text":
        return TEXTS
    if slot.kind == "choice":
        return st.sampled_from(sorted(slot.options)).map(lambda code: Words(en=code))
    kinds: dict[str, st.SearchStrategy[str]] = {
        "date": DAYS.map(dt.date.isoformat),
        "time": st.times().map(lambda t: f"{t:%H:%M}"),
        "skus": st.lists(st.from_regex(r"[A-Z]{2}-[A-Z]{3,6}-[0-9]{2}", fullmatch=True), min_size=1, max_size=4).map(", ".join),
        "name": NAMES,
        **_NUMBERS,
    }  # fmt: skip
    return kinds.get(slot.kind, st.integers(1, 400).map(str)).map(lambda raw: Words(en=raw))


@st.composite
def complete_cases(draw: Any) -> Case:
    """A case without a hole, of any cause, door and letter kind that its answers make whole."""
    code = draw(st.sampled_from(sorted(causes())))
    open_doors = doors.doors(noticed(code)) or (None,)
    case = answered(code, door=draw(st.sampled_from(open_doors)))
    exhibits = draw(_exhibits(sorted({e.kind for e in case.exhibits.values()})))
    case = case.replace(exhibits=exhibits)
    entry = cause(code)
    if case.root_causes:
        case = case.replace(**draw(_plan(code, sorted(exhibits))))
    if entry.metric:
        below = draw(st.integers(100, 9_000))
        count = TypedCount(
            metric=entry.metric, days=30, numerator=draw(st.integers(1, below)), denominator=below
        )
        case = case.replace(typed={f"{entry.metric}:30": count})
    wishes = {"annex": draw(st.booleans()), "chart": draw(st.booleans())}
    return case.replace(wishes=case.wishes.model_copy(update=wishes))


@st.composite
def _exhibits(draw: Any, needed: list[str]) -> dict[str, Exhibit]:
    others = draw(st.lists(st.sampled_from(sorted(evidence_kinds())), max_size=28))
    return {
        f"e{n}": Exhibit(
            kind=kind, title=draw(TEXTS), where_to_look=draw(st.just(Words()) | TEXTS), issued_on=draw(st.none() | DAYS),
            sha256=f"{n}", file_name="a.pdf",
        )
        for n, kind in enumerate([*needed, *others])
    }  # fmt: skip


@st.composite
def _plan(draw: Any, code: str, exhibits: list[str]) -> dict[str, Any]:
    entry = cause(code)
    roots = draw(_some([r for r in entry.root_causes if not r.context_only]))
    actions = [entry.action(a) for a in dict.fromkeys(a for r in roots for a in r.actions)]
    measures = [entry.measure(m) for m in dict.fromkeys(m for r in roots for m in r.measures)]
    return {
        "root_causes": {
            r.id: RootCauseAnswer(
                cause=code, check="yes", chosen=True, slots=draw(_slots(r.slots)), found=draw(st.just(Words()) | TEXTS),
                orders=draw(st.none() | st.integers(1, 99)),
            )
            for r in roots
        },
        "actions": {
            a.id: ActionAnswer(
                cause=code, chosen=True, done_on=draw(DAYS), exhibit=draw(st.sampled_from(exhibits)), slots=draw(_slots(a.slots))
            )
            for a in draw(_some(actions))
        },
        "measures": {
            m.id: MeasureAnswer(
                cause=code, chosen=True, owner=draw(st.sampled_from(sorted(roles()))), starts=draw(st.none() | DAYS),
                slots=draw(_slots(m.slots)),
            )
            for m in draw(_some(measures))
        },
    }  # fmt: skip


def _some(items: list[Any]) -> st.SearchStrategy[list[Any]]:
    return st.lists(st.sampled_from(items), min_size=1, max_size=4, unique_by=lambda item: item.id)


def _slots(slots: dict[str, Slot]) -> st.SearchStrategy[dict[str, Words]]:
    return st.fixed_dictionaries({name: slot_words(slot) for name, slot in slots.items()})
