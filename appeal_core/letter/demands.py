"""What a notice demands beside a plan's own parts, and what of the case answers it: papers, or a sentence."""

from __future__ import annotations

from dataclasses import dataclass

from appeal_core import catalog
from appeal_core.case import Case, Exhibit, Words
from appeal_core.language import Bilingual
from appeal_core.letter import knowledge
from appeal_core.letter.template import read_data

LINE = "ask_"  # `answers.ask_<code>` holds the sentence that answers a demand


@dataclass(frozen=True)
class Demand:
    """A demand and its answer: ids of exhibits, and the seller's own sentence.

    `in_a_line`: a sentence is its usual answer; else a paper is. `asked`: by the notice (or, without one, by the
    cause); an exhibit may answer one that is not.
    """

    code: str
    exhibits: tuple[str, ...]
    said: Words
    in_a_line: bool
    asked: bool = True

    @property
    def name(self) -> Bilingual:
        """What people call it."""
        return ask_name(self.code)

    @property
    def path(self) -> str:
        """Where the sentence stands in the case."""
        return f"answers.{LINE}{self.code}"

    @property
    def answered(self) -> bool:
        """Whether a paper or a sentence meets it."""
        return bool(self.exhibits or self.said.en.strip() or self.said.zh.strip())


def demands(case: Case) -> tuple[Demand, ...]:
    """Each demand once, in the notice's order; then those that only an exhibit names.

    The parts of a plan are left out, and what a notice offers to those in the right unless it is answered.
    """
    parts, offered = parts_of_a_plan(), set(read_data("documents.yaml")["offered"])
    asked = [code for code in asks_of(case) if code not in parts]
    named = [e.answers for e in case.exhibits.values() if e.answers and e.answers not in {*asked, *parts}]
    found = [demand_for(case, code, asked=code in asked) for code in dict.fromkeys([*asked, *named])]
    return tuple(d for d in found if d.answered or d.code not in offered)


def demand_for(case: Case, code: str, *, asked: bool = False) -> Demand:
    """The demand `code` with what of the case answers it, whether or not the notice asks for it."""
    return Demand(
        code=code,
        exhibits=tuple(key for key, exhibit in case.exhibits.items() if _meets(exhibit, code)),
        said=case.answers.get(f"{LINE}{code}", Words()),
        in_a_line=code in read_data("documents.yaml")["in_a_line"],
        asked=asked,
    )


def asks_of(case: Case) -> tuple[str, ...]:
    """The codes of what the notice asks; without a notice's word, what its causes usually ask."""
    found = [a.code for a in case.diagnosis.asks] if case.diagnosis else []
    if not found and case.understanding.asks is None:
        entries = (knowledge.cause(c) for c in case.causes)
        found = [code for entry in entries if entry for code in entry.asks]
    return tuple(dict.fromkeys(found))


def ask_name(code: str) -> Bilingual:
    """What people call a demand."""
    known = catalog.vocabulary("asks").get(code)
    if known:
        return known.name
    others: dict[str, dict[str, str]] = read_data("documents.yaml")["names"]
    return Bilingual.model_validate(others.get(code, {"en": code.replace("_", " ").capitalize()}))


def _meets(exhibit: Exhibit, code: str) -> bool:
    """By the seller's word; where the seller has not said, by the kind of paper."""
    same: dict[str, list[str]] = read_data("documents.yaml")["same_ask"]
    codes = {code, *same.get(code, ())}
    if exhibit.answers and exhibit.answers not in parts_of_a_plan():
        return exhibit.answers in codes
    return any(exhibit.kind in knowledge.papers_for(c) for c in codes)


def parts_of_a_plan() -> set[str]:
    """The demands that a plan's own sections answer."""
    return set(read_data("documents.yaml")["parts_of_a_plan"])
