"""The Case: one JSON document with everything of one appeal."""

from __future__ import annotations

import datetime as dt
from typing import Any

from pydantic import ValidationError

from appeal_core.case.answers import (
    ActionAnswer,
    Attempt,
    Coding,
    Conflict,
    Edit,
    Exhibit,
    Fix,
    MeasureAnswer,
    Reply,
    RootCauseAnswer,
    Seller,
    Understanding,
    Words,
)
from appeal_core.case.diagnosis import Ask, Diagnosis
from appeal_core.case.kept import Call, Proof
from appeal_core.case.measurements import Measurements, ReportSummary, TypedCount
from appeal_core.case.reader import Approval, ReaderRemark
from appeal_core.language import BadInput, Bilingual, Frozen, Lang

FORMAT = 1


class Notice(Frozen):
    """One notice as it was given, and as it was read."""

    text: str
    file_name: str = ""
    received_at: dt.datetime | None = None
    diagnosis: Diagnosis


class LetterWishes(Frozen):
    """What the seller wants in the letter beyond its facts."""

    kind: str | None = None  # None: as route and stage demand
    plan_for_store: Bilingual = Bilingual()
    chart: bool = True
    annex: bool = False  # "where each figure comes from", after the signature
    day: dt.date | None = None  # the day the letter bears
    house: str | None = None  # SHA-256 of the team's own Word style
    house_name: str = ""


class Case(Frozen):
    """Everything of one appeal. Collections are dictionaries, so that each field has a path.

    A path joins keys with dots: `seller.store_name`, `actions.raise_handling_time.done_on`.
    """

    format: int = FORMAT
    id: str
    created_at: dt.datetime
    language: Lang = "en"
    sample: str | None = None
    seller: Seller = Seller()
    notices: tuple[Notice, ...] = ()
    no_notice: dict[str, str] = {}  # answers of the path without a notice
    understanding: Understanding = Understanding()
    reports: tuple[ReportSummary, ...] = ()
    typed: dict[str, TypedCount] = {}  # by "metric:days"
    measurements: Measurements | None = None
    codings: tuple[Coding, ...] = ()
    defect_counts: dict[str, int] = {}  # defective orders by root cause, from the codings
    fix: Fix = Fix()
    root_causes: dict[str, RootCauseAnswer] = {}
    actions: dict[str, ActionAnswer] = {}
    measures: dict[str, MeasureAnswer] = {}
    exhibits: dict[str, Exhibit] = {}  # in the order of their letters
    answers: dict[str, Words] = {}  # answers to a route's own questions (related account …)
    drafts: dict[str, str] = {}  # what was typed into a form and not yet used: a pasted notice, a reply
    wishes: LetterWishes = LetterWishes()
    edits: dict[str, Edit] = {}
    set_aside: dict[str, str] = {}  # finding key -> reason
    reader_remarks: dict[str, ReaderRemark] = {}  # of the person who reads the letter before it goes out
    approval: Approval | None = None
    ticks: dict[str, dt.datetime] = {}  # checklists
    attempts: dict[str, Attempt] = {}
    replies: dict[str, Reply] = {}
    calls: dict[str, Call] = {}
    proofs: dict[str, Proof] = {}  # of the preventive measures
    back_on: dt.date | None = None  # the first day on which the offers were on again
    worker: str = ""  # who works on the case
    conflicts: dict[str, Conflict] = {}

    @property
    def diagnosis(self) -> Diagnosis | None:
        """The newest notice's diagnosis, its demands as the seller corrected them."""
        found = self.notices[-1].diagnosis if self.notices else None
        if found is None or self.understanding.asks is None:
            return found
        read = {ask.code: ask for ask in found.asks}
        asks = tuple(
            read.get(code) or Ask(code=code, start=0, end=0, text=code.replace("_", " "))
            for code in self.understanding.asks
        )
        return found.model_copy(update={"asks": asks})

    @property
    def causes(self) -> tuple[str, ...]:
        """The causes to answer: those confirmed, else those that the notice surely states."""
        if self.understanding.causes:
            return self.understanding.causes
        found = self.diagnosis.causes if self.diagnosis else ()
        return tuple(c.code for c in found if c.score >= 0.7)

    @property
    def scope(self) -> str:
        """What is switched off."""
        return self.understanding.scope or (self.diagnosis.scope if self.diagnosis else "unknown")

    @property
    def stage(self) -> str:
        """How far the enforcement has gone."""
        return self.understanding.stage or (self.diagnosis.stage if self.diagnosis else "unknown")

    @property
    def route(self) -> str:
        """What Amazon wants; the door that the seller chose decides where both are open."""
        chosen = self.understanding
        if chosen.door == "dispute":
            return "dispute"
        read = self.diagnosis.route if self.diagnosis else "unknown"
        route = chosen.route or chosen.follows or read
        if chosen.door == "acknowledge" and route == "dispute":  # who owns it does not dispute it
            return chosen.follows if chosen.follows not in (None, "dispute") else "plan_of_action"
        return route

    @property
    def marketplace(self) -> str:
        """The store, by Amazon's two letters."""
        return self.understanding.marketplace or self.seller.marketplace

    def exhibit_letter(self, exhibit_id: str) -> str:
        """`A` for the first exhibit …, `AA` after `Z`; empty when there is none such."""
        ids = list(self.exhibits)
        return letter_of(ids.index(exhibit_id)) if exhibit_id in ids else ""

    def get(self, path: str) -> Any:
        """The value at a path as plain JSON data; `None` where nothing stands."""
        node: Any = self.model_dump(mode="json")
        for key in path.split("."):
            if isinstance(node, list) and key.isdigit() and int(key) < len(node):
                node = node[int(key)]
            elif isinstance(node, dict) and key in node:
                node = node[key]
            else:
                return None
        return node

    def with_value(self, path: str, value: Any) -> Case:
        """The case with `value` (plain JSON data) at `path`; missing dictionaries are made.

        Raises `BadInput` where the value cannot stand there.
        """
        data = self.model_dump(mode="json", by_alias=True)
        *parents, last = path.split(".")
        node: Any = data
        for key in parents:
            if isinstance(node, list):
                node = node[int(key)]
            else:
                node = node.setdefault(key, {})
                if node is None:
                    raise BadInput("The field {path} cannot be filled yet.", path=path)
        if isinstance(node, list):
            node[int(last)] = value
        elif value is None and isinstance(node, dict) and path.count(".") == 1 and last in node:
            if parents[0] in _KEYED:
                del node[last]
            else:
                node[last] = None
        else:
            node[last] = value
        try:
            return Case.model_validate(data)
        except ValidationError as error:
            raise BadInput(
                "This value cannot stand in the field {path}: {why}.",
                path=path,
                why=error.errors()[0]["msg"],
            ) from error

    def replace(self, **changes: Any) -> Case:
        """The case with whole parts replaced by other values."""
        return self.model_copy(update=changes)


_KEYED = {
    "no_notice",
    "typed",
    "defect_counts",
    "root_causes",
    "actions",
    "measures",
    "exhibits",
    "answers",
    "edits",
    "set_aside",
    "reader_remarks",
    "ticks",
    "attempts",
    "replies",
    "calls",
    "proofs",
    "conflicts",
}


def letter_of(index: int) -> str:
    """0 -> A, 25 -> Z, 26 -> AA."""
    text = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        text = chr(65 + rest) + text
    return text
