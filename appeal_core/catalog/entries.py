"""What an entry of the catalogue must hold. The loader checks every YAML file against these."""

from __future__ import annotations

import datetime as dt
import string
from typing import Annotated, Literal, TypeVar

from pydantic import Field, StringConstraints, model_validator

from appeal_core.language import Bilingual, Frozen

Status = Literal["verified", "one_source", "unverified"]
Code = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$")]
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


class Entry(Frozen):
    """An entry with its source: where the fact was read, when, and how sure it is."""

    source: str = Field(min_length=3)
    checked_on: dt.date
    status: Status


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


class Fact(Frozen):
    """A piece of advice or knowledge, shown on the pages with how sure it is."""

    text: Bilingual
    status: Status
    source: str


Family = Literal[
    "performance", "authenticity", "intellectual_property", "condition",
    "compliance", "integrity", "identity", "money",
]  # fmt: skip


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
            need = 8 if self.family == "performance" else 5
            if len(self.root_causes) < need:
                raise ValueError(f"a complete cause of this family has at least {need} root causes")
            if not (self.actions and self.measures and self.evidence and self.never_write):
                raise ValueError("a complete cause has actions, measures, evidence and never_write")
        every: tuple[RootCause | Action | Measure, ...] = (*self.root_causes, *self.actions, *self.measures)
        for item in every:
            _check_slots(item)
        return self

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


class Marketplace(Frozen):
    """An Amazon store."""

    code: str
    domain: str
    amazon_id: str
    name: Bilingual
    zone: str
    date_order: Literal["mdy", "dmy", "ymd"]
    date_example: str
    currency: str
    language: str
    paper: Literal["a4", "us-letter"]
    encodings: tuple[str, ...]
    spelling: Literal["american", "british"]


class Metric(Entry):
    """How Amazon defines a rate."""

    code: Code
    name: Bilingual
    short: str
    spoken_zh: str = ""
    unit: Literal["order", "package", "unit", "shipment", "invoice", "point"]
    numerator: Bilingual
    denominator: Bilingual
    counts: Literal["bad", "good"]
    fulfilments: tuple[Literal["seller", "amazon", "all"], ...]
    windows: tuple[int, ...]
    lag: int
    target: float
    condition: Literal["less_than", "greater_than", "at_least"]
    part_of: Code | None = None  # a part of that metric: it has no target of its own
    note: Bilingual = Bilingual()


class Role(Frozen):
    """Who runs a preventive measure."""

    code: Code
    name: Bilingual


class EvidenceRule(Frozen):
    """One rule of a paper; `check` names what the evidence room computes, else it is asked."""

    id: Code
    text: Bilingual
    check: Literal["age_days", "file_type", "file_size", "quantity", "asked"] = "asked"
    limit: int | None = None  # days, megabytes or units, as `check` says
    counted_from: Literal["notice", "sending"] = "notice"  # age_days: back from which day
    status: Status
    source: str


class EvidenceKind(Entry):
    """A kind of paper, with the rules it must meet."""

    code: Code
    name: Bilingual
    why: Bilingual
    rules: tuple[EvidenceRule, ...] = ()


class Route(Frozen):
    """What Amazon wants: a plan, documents, a dispute, data …"""

    code: Code
    name: Bilingual
    meaning: Bilingual
    letter: str | None
    tasks: tuple[Code, ...]
    status: Status
    source: str


class Named(Frozen):
    """A code of a vocabulary (stage, scope, ask, outcome …) with what people call it."""

    code: Code
    name: Bilingual
    meaning: Bilingual = Bilingual()


class ReportColumn(Frozen):
    """A column that is read: what it holds, and every header by which it is known."""

    holds: Literal["id", "word", "when", "count", "number", "flag", "units", "unread"]
    names: tuple[str, ...]
    required: bool = False  # a row without it is refused


class ReportKind(Entry):
    """A file that a seller can download, recognised by its columns."""

    code: Code
    name: Bilingual
    where: Bilingual = Bilingual()  # where in Seller Central it is downloaded
    gives: Bilingual = Bilingual()  # what can be read off it
    lacks: Bilingual = Bilingual()  # what it does not tell, and which file does
    columns: dict[Code, ReportColumn]
    needs: tuple[Code, ...]  # all of these
    one_of: tuple[tuple[Code, ...], ...] = ()  # and one of each of these
    without: tuple[str, ...] = ()  # and no header that holds one of these words
    similar: bool = False  # headers that are nearly the known ones count too
    flags_between: tuple[Code, Code] | None = None  # unknown columns between these two are yes/no criteria

    @model_validator(mode="after")
    def _known_columns(self) -> ReportKind:
        named = {*self.needs, *(c for group in self.one_of for c in group)}
        if missing := named - set(self.columns):
            raise ValueError(f"`needs` and `one_of` name columns that do not stand here: {sorted(missing)}")
        return self


class ReportCatalog(Frozen):
    """Every kind of report, and the headers whose columns hold a buyer's personal data."""

    personal_names: tuple[str, ...]
    personal_words: tuple[str, ...]
    passed_over: tuple[str, ...] = ()  # Amazon's other columns: known, not read
    defect_words: dict[Code, tuple[str, ...]] = {}  # metric -> words in the headers of a seller's own table
    kinds: tuple[ReportKind, ...]

    def kind(self, code: str) -> ReportKind:
        """The kind `code`; `KeyError` when there is none such."""
        return next((k for k in self.kinds if k.code == code), None) or _no_kind(code)


def _no_kind(code: str) -> ReportKind:
    raise KeyError(code)
