"""The questions that one route alone asks, as data."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cache
from typing import Literal

from pydantic import model_validator

from appeal_core.catalog.entries import Code, Entry
from appeal_core.catalog.loader import FOLDER, read_entries
from appeal_core.language import Bilingual


class RouteQuestion(Entry):
    """A question of a route. `when` names the answers to another question under which it is asked."""

    code: Code
    route: Code
    kind: Literal["choice", "name", "date", "text"]
    label: Bilingual
    why: Bilingual
    options: dict[Code, Bilingual] = {}
    when: dict[Code, tuple[Code, ...]] = {}
    asks: tuple[Code, ...] = ()  # asked only where the notice demands one of these
    required: bool = True

    @model_validator(mode="after")
    def _choices_have_options(self) -> RouteQuestion:
        if (self.kind == "choice") != bool(self.options):
            raise ValueError("a question of kind 'choice' needs `options`, and no other kind has them")
        return self

    def asked(self, answers: Mapping[str, str], demands: Collection[str] = ()) -> bool:
        """Whether it is asked, given the answers so far (code -> plain value) and the notice's demands."""
        if self.asks and not set(self.asks) & set(demands):
            return False
        return all(answers.get(code) in values for code, values in self.when.items())


@cache
def route_questions(route: str) -> tuple[RouteQuestion, ...]:
    """The questions of a route, in their order; most routes have none."""
    found = read_entries(FOLDER / "route_questions.yaml", RouteQuestion)
    return tuple(q for q in found.values() if q.route == route)
