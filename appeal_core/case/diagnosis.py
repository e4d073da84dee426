"""What was read in a notice: each decision with the span of text that it stands on."""

from __future__ import annotations

import datetime as dt

from pydantic import Field

from appeal_core.language import Frozen, Message


class Span(Frozen):
    """A piece of a text; offsets count characters, `end` is exclusive."""

    start: int
    end: int
    text: str


class CauseFound(Frozen):
    """A cause that the notice states. `score` 0 to 1; 0.7 or more means sure."""

    code: str
    score: float = Field(ge=0, le=1)
    evidence: tuple[Span, ...] = ()


class Ask(Span):
    """A thing that the notice demands."""

    code: str


class DeadlineFound(Frozen):
    """A clock that the notice sets: hours from its arrival, or a last day, in the store's zone, that it names.

    Both are `None` where the day is written without its year and nothing tells the year.
    """

    hours: int | None = None
    text: str
    start: int
    end: int
    date: dt.date | None = None


class WindowStated(Span):
    """How old the notice lets a paper be, in days."""

    days: int


class Question(Frozen):
    """What would settle a diagnosis that the notice leaves open."""

    id: str
    text: Message
    why: Message


class Warning_(Frozen):  # noqa: N801 - `Warning` is Python's own
    """Something to beware of in the notice (a sender that is not Amazon …)."""

    code: str
    text: Message
    start: int | None = None
    end: int | None = None


class Diagnosis(Frozen):
    """All that was understood of a notice. Codes are those of the catalogue."""

    text: str
    language: str = "unknown"
    stage: str = "unknown"
    scope: str = "unknown"
    marketplace: str | None = None
    causes: tuple[CauseFound, ...] = ()
    route: str = "unknown"
    asks: tuple[Ask, ...] = ()
    asins: tuple[str, ...] = ()
    order_ids: tuple[str, ...] = ()
    complaint_ids: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    accounts: tuple[str, ...] = ()
    deadline: DeadlineFound | None = None
    accepted_files: tuple[str, ...] = ()
    plan_languages: tuple[str, ...] = ()
    windows: tuple[WindowStated, ...] = ()
    bullets: tuple[Span, ...] = ()  # its list of what the parts of a plan must hold
    details: tuple[Span, ...] = ()  # what "greater detail on ..." names
    figures: tuple[FigureStated, ...] = ()
    questions: tuple[Question, ...] = ()
    warnings: tuple[Warning_, ...] = ()


class FigureStated(Span):
    """A figure that the notice prints, such as a rate of 8.98% or 37 of 412 orders."""

    metric: str | None = None
    rate: float | None = None
    numerator: int | None = None
    denominator: int | None = None
    days: int | None = None


Diagnosis.model_rebuild()
