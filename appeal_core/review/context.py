"""What a review knows besides the text: the notice, the case, what was measured."""

from __future__ import annotations

import datetime as dt

from appeal_core.case import Case, Diagnosis, Letter, Measurements
from appeal_core.language import Frozen

_PLAN_ROUTES = {"plan_of_action", "plan_and_documents"}


class Context(Frozen):
    """Everything that a rule may compare a draft with; each part may be missing.

    `day` is the day that the letter bears (never the clock); without it, the case's own.
    """

    diagnosis: Diagnosis | None = None
    case: Case | None = None
    measurements: Measurements | None = None
    letter: Letter | None = None
    day: dt.date | None = None
    others: tuple[str, ...] = ()  # texts of the letters of other cases

    @property
    def read_notice(self) -> Diagnosis | None:
        """The notice to be answered: the one given, else the case's newest."""
        return self.diagnosis or (self.case.diagnosis if self.case else None)

    @property
    def measured(self) -> Measurements | None:
        """What the reports say: those given, else the case's."""
        return self.measurements or (self.case.measurements if self.case else None)

    @property
    def causes(self) -> tuple[str, ...]:
        """The causes to answer."""
        if self.case and self.case.causes:
            return self.case.causes
        found = self.diagnosis.causes if self.diagnosis else ()
        return tuple(c.code for c in found if c.score >= 0.7)

    @property
    def route(self) -> str:
        """What Amazon wants; `unknown` where nothing says it. A written letter's kind decides first."""
        if self.letter and self.letter.kind in _ROUTE_OF_KIND:
            return _ROUTE_OF_KIND[self.letter.kind]
        return self.asked_route

    @property
    def asked_route(self) -> str:
        """What the notice, as the seller confirmed it, wants; whatever the letter is."""
        if self.case and self.case.route != "unknown":
            return self.case.route
        return self.diagnosis.route if self.diagnosis else "unknown"

    @property
    def store(self) -> str | None:
        """Amazon's two letters of the store, as the seller confirmed it, else as the notice says it."""
        notice = self.read_notice
        return (self.case.understanding.marketplace if self.case else None) or (
            notice.marketplace if notice else None
        )

    @property
    def wants_plan(self) -> bool:
        """Whether a plan of action is known to be wanted."""
        return self.route in _PLAN_ROUTES

    @property
    def letter_day(self) -> dt.date | None:
        """The day on which the letter stands."""
        if self.day:
            return self.day
        if self.letter and self.letter.day:
            return dt.date.fromisoformat(self.letter.day)
        return self.case.wishes.day if self.case else None


_ROUTE_OF_KIND = {
    "plan_of_action": "plan_of_action",
    "document_cover": "documents",
    "dispute": "dispute",
    "related_account": "reactivate_other_account",
    "intellectual_property": "documents",
    "listing_appeal": "other_letter",
    "supplement": "other_letter",
    "implementation_proof": "other_letter",
    "compliance_evidence": "dispute",
    "status_request": "other_letter",
    "escalation": "other_letter",
    "funds_request": "other_letter",
}
