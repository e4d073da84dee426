"""What an entry of the catalogue must hold. The loader checks every YAML file against these."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from appeal_core.language import Bilingual, Frozen

Status = Literal["verified", "one_source", "unverified"]
Code = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$")]


class Entry(Frozen):
    """An entry with its source: where the fact was read, when, and how sure it is."""

    source: str = Field(min_length=3)
    checked_on: dt.date
    status: Status


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
