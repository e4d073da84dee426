"""What a cause must hold: its root causes, actions, measures, papers, checklist and warnings."""

from __future__ import annotations

import string
from typing import Literal, TypeVar

from pydantic import Field, model_validator

from appeal_core.catalog.entries import Code, Entry, Status
from appeal_core.language import Bilingual, Frozen

SlotKind = Literal[
    "text",  # free words; English and Chinese each have their own
    "name",  # a proper name, product, tool: the same in both languages
    "skus",  # identifiers (SKU, ASIN, order ID), the same in both languages
    "date",
    "time",
    "number",
    "percent",
    "days",  # 4 -> "4 days" / "4 天"
    "business_days",  # 4 -> "4 business days" / "4 个工作日"
    "hours",
    "orders",  # 29 -> "29 orders" / "29 笔订单"
    "units",  # 3 -> "3 units" / "3 件"
    "listings",  # 12 -> "12 listings" / "12 个商品"
    "choice",  # one of `options`; prints in both languages
]


class Slot(Frozen):
    """A blank in a statement that only the seller can fill."""

    kind: SlotKind
    label: Bilingual
    example: str = ""
    why: Bilingual = Bilingual()
    options: dict[Code, Bilingual] = {}
    suggestion: Bilingual = Bilingual()  # offered, never filled in by itself
    required: bool = True

    @model_validator(mode="after")
    def _choices_have_options(self) -> Slot:
        if (self.kind == "choice") != bool(self.options):
            raise ValueError("a slot of kind 'choice' needs `options`, and no other kind has them")
        return self


class Statement(Frozen):
    """A sentence with `{slots}`, in two languages."""

    en: str = Field(min_length=3)
    zh: str = Field(min_length=2)


class Check(Frozen):
    """The question that must be answered with data before a root cause may be chosen."""

    question: Bilingual
    why: Bilingual
    look_in: Bilingual
    signals: tuple[Code, ...] = ()  # driver kinds of `metrics` that speak for it: sku, carrier, reason, day …


class RootCause(Frozen):
    """Why it happened: a failure of the seller's own process, never of the buyer or the carrier."""

    id: Code
    name: Bilingual
    check: Check
    statement: Statement
    slots: dict[Code, Slot] = {}
    actions: tuple[Code, ...]
    measures: tuple[Code, ...]
    reasons: tuple[str, ...] = ()  # words in report reasons or feedback that hint at it
    caution: Bilingual = Bilingual()  # shown where choosing it is delicate
    context_only: bool = False  # may be said, may never be the only root cause
    status: Status
    source: str


class Action(Frozen):
    """A corrective action: a past-tense sentence without its date and exhibit (those are fields)."""

    id: Code
    name: Bilingual
    statement: Statement
    slots: dict[Code, Slot] = {}
    proof: Code | None = None  # an evidence kind
    status: Status = "unverified"
    source: str = "trade practice"


class Measure(Frozen):
    """A preventive measure: what, owner, cadence, tool, trigger."""

    id: Code
    name: Bilingual
    what: Statement
    owner: Code = "owner"  # a role of roles.yaml, offered; the owner is the seller until changed
    cadence: Statement
    tool: Statement
    trigger: Statement
    slots: dict[Code, Slot] = {}
    status: Status = "unverified"
    source: str = "trade practice"


class EvidenceNeed(Frozen):
    """A paper that this cause is usually decided on."""

    kind: Code  # of evidence.yaml
    needed: Literal["required", "helpful"]
    why: Bilingual


class NeverWrite(Frozen):
    """What must not stand in this letter, and why."""

    text: Bilingual
    why: Bilingual


class ChecklistStep(Frozen):
    """A step that this cause takes beside a plan, or in place of one; ticked where it is done."""

    id: Code
    text: Bilingual
    why: Bilingual
    paper: Code | None = None  # the evidence kind that it produces
    status: Status
    source: str


class Fact(Frozen):
    """A piece of advice or knowledge, shown on the pages with how sure it is."""

    text: Bilingual
    status: Status
    source: str


Family = Literal[
    "performance", "authenticity", "intellectual_property", "condition",
    "compliance", "integrity", "identity", "money",
]  # fmt: skip


_PLANNED = ("plan_of_action", "plan_and_documents", "reactivate_other_account")


class Cause(Entry):
    """What Amazon enforces, and all that is known about answering it."""

    code: Code
    name: Bilingual
    spoken_zh: str = ""
    family: Family
    depth: Literal["complete", "recognised"] = "complete"
    metric: Code | None = None
    scope: Code = "account"
    route: Code
    doors: tuple[Code, ...] = ()
    difficulty: int = Field(ge=1, le=5)
    in_brief: Bilingual
    asks: tuple[Code, ...] = ()
    acknowledge: Bilingual = Bilingual()
    dispute: Bilingual = Bilingual()
    first_moves: tuple[Fact, ...] = ()
    checklist: tuple[ChecklistStep, ...] = ()
    evidence: tuple[EvidenceNeed, ...] = ()
    root_causes: tuple[RootCause, ...] = ()
    actions: tuple[Action, ...] = ()
    measures: tuple[Measure, ...] = ()
    never_write: tuple[NeverWrite, ...] = ()
    facts: tuple[Fact, ...] = ()

    @model_validator(mode="after")
    def _whole(self) -> Cause:
        actions = {a.id for a in self.actions}
        measures = {m.id for m in self.measures}
        for root in self.root_causes:
            if missing := (set(root.actions) - actions) | (set(root.measures) - measures):
                raise ValueError(f"root cause {root.id!r} names unknown {sorted(missing)}")
        if self.depth == "complete":
            self._complete()
        every: tuple[RootCause | Action | Measure, ...] = (*self.root_causes, *self.actions, *self.measures)
        for item in every:
            _check_slots(item)
        return self

    @property
    def takes_plan(self) -> bool:
        """Whether an answer to it names root causes; else it is papers, data or steps."""
        return bool(set(_PLANNED) & {self.route, *self.doors})

    def _complete(self) -> None:
        if not (self.never_write and self.acknowledge.en and self.dispute.en):
            raise ValueError("a complete cause has never_write, acknowledge and dispute")
        if not self.evidence and self.route not in ("data_entry", "wait", "none"):
            raise ValueError("a complete cause has evidence")
        if not self.takes_plan:
            if len(self.checklist) < 5:
                raise ValueError("a complete cause that takes no plan has a checklist of at least 5 steps")
            return
        need = 8 if self.family == "performance" and self.metric else 5
        if len(self.root_causes) < need:
            raise ValueError(f"a complete cause of this kind has at least {need} root causes")
        if not (self.actions and self.measures):
            raise ValueError("a complete cause that takes a plan has actions and measures")

    def root_cause(self, code: str) -> RootCause:
        """The root cause `code`; `KeyError` when this cause has none such."""
        return _by_id(self.root_causes, code)

    def action(self, code: str) -> Action:
        """The corrective action `code`; `KeyError` when this cause has none such."""
        return _by_id(self.actions, code)

    def measure(self, code: str) -> Measure:
        """The preventive measure `code`; `KeyError` when this cause has none such."""
        return _by_id(self.measures, code)


_Named = TypeVar("_Named", RootCause, Action, Measure)


def _by_id(items: tuple[_Named, ...], code: str) -> _Named:
    for item in items:
        if item.id == code:
            return item
    raise KeyError(code)


def statements(item: RootCause | Action | Measure) -> tuple[Statement, ...]:
    """Every sentence with slots of an entry, in reading order."""
    if isinstance(item, Measure):
        return (item.what, item.cadence, item.tool, item.trigger)
    return (item.statement,)


def _check_slots(item: RootCause | Action | Measure) -> None:
    def names(text: str) -> set[str]:
        return {name for _, name, _, _ in string.Formatter().parse(text) if name}

    en = set().union(*(names(s.en) for s in statements(item)))
    zh = set().union(*(names(s.zh) for s in statements(item)))
    if en != zh or en != set(item.slots):
        raise ValueError(
            f"{item.id!r}: slots differ: English {sorted(en)}, Chinese {sorted(zh)}, "
            f"declared {sorted(item.slots)}"
        )
    if isinstance(item, Measure):
        for s in statements(item):
            if names(s.en) != names(s.zh):
                raise ValueError(f"{item.id!r}: {s.en!r} and its Chinese have different slots")
