"""Which defects Amazon lets a seller contest, how and for how long: `contests.yaml`, checked."""

from __future__ import annotations

from functools import cache
from typing import Literal

from pydantic import Field, model_validator

from appeal_core.catalog.entries import Code, Entry, Status
from appeal_core.catalog.loader import FOLDER, metrics, read_entries
from appeal_core.language import Bilingual

Start = Literal["grant", "feedback", "chargeback", "none"]


class ContestRule(Entry):
    """One way to contest. `days` count from the day named by `starts`, that day not included."""

    code: Code
    metric: Code
    parts: tuple[str, ...] = ()  # kinds of defect and tracking faults, by their codes
    words: tuple[str, ...] = ()  # words of a reason
    every_row: bool = False  # any defect of the metric may qualify: the seller knows which
    fulfilments: tuple[Literal["seller", "amazon", ""], ...] = ("seller", "amazon", "")
    starts: Start
    days: int | None = Field(default=None, gt=0)
    days_status: Status | None = None
    leaves_rate: bool
    name: Bilingual
    why: Bilingual
    way: Bilingual
    bring: Bilingual
    grounds: tuple[Bilingual, ...] = ()
    caution: Bilingual

    @model_validator(mode="after")
    def _whole(self) -> ContestRule:
        if self.every_row == bool(self.parts or self.words):
            raise ValueError("either `every_row`, or `parts` and `words` by which rows are known")
        if (self.days is None) != (self.starts == "none") or (self.days is None) != (
            self.days_status is None
        ):
            raise ValueError("`days` and `days_status` stand together, and only where `starts` names a day")
        return self


@cache
def contest_rules() -> dict[str, ContestRule]:
    """Every way to contest, by code; each names a metric that exists."""
    found = read_entries(FOLDER / "contests.yaml", ContestRule)
    for rule in found.values():
        metrics()[rule.metric]
    return found
