"""A form with questions of its own: each gets its answer from the case, or what is missing is said."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, Literal

from appeal_core.case import Case, Gap, Letter
from appeal_core.catalog.cue_entries import CodedCues, Cues
from appeal_core.catalog.cue_loader import ask_cues
from appeal_core.language import Frozen, Lang, Message, message
from appeal_core.letter.compose import compose
from appeal_core.letter.demands import demand_for
from appeal_core.letter.ledger import Ledger
from appeal_core.letter.own_words import count_words
from appeal_core.letter.papers import document_row
from appeal_core.letter.pasted_questions import Question, questions_in
from appeal_core.letter.plain import ascii_text, block_text
from appeal_core.letter.said import Said
from appeal_core.letter.template import read_data
from appeal_core.text.folding import fold
from appeal_core.text.listen import Heard, spoken
from appeal_core.text.tongue import languages

_PLAN = ("root_cause", "corrective_actions", "prevention")
_SECTIONS = {
    "root_cause": ("root_cause", "grounds"), "corrective_actions": ("actions",), "prevention": ("prevention",),
    "plan_of_action": ("root_cause", "actions", "prevention"), "figures": ("figures",), "request": ("request",),
    "exhibits": ("exhibits",), "error_explanation": ("grounds",), "other_evidence": ("exhibits",),
}  # fmt: skip


class Answered(Frozen):
    """A question of the form and what the case says to it.

    `parts`: what it asks for (codes of asks.yaml, or of templates/questionnaire.yaml), in the order of the answer.
    `gaps`: what is missing, each with its page; `why` says so where the case can answer nothing at all. `length`
    is counted in the question's unit, `over` by how much it is too long.
    """

    question: str
    parts: tuple[str, ...] = ()
    text: str = ""
    gaps: tuple[Gap, ...] = ()
    why: Message | None = None
    limit: int | None = None
    unit: Literal["characters", "words"] = "characters"
    length: int = 0
    over: int = 0


def answered(case: Case, pasted: str, lang: Lang | None = None) -> tuple[Answered, ...]:
    """Every question of `pasted` (the form's own text) with its answer, in the form's order.

    `lang`: the language of the answers; without it the one that Amazon reads. Raises `BadInput` where no
    question is found, or the case's route has no letter.
    """
    letter = compose(case)
    book = _Book(case, letter, lang or letter.language)
    return tuple(book.answer(question) for question in questions_in(pasted))


@cache
def _cues() -> tuple[CodedCues, ...]:
    own = tuple(CodedCues(code=row["part"], cues=row["cues"]) for row in read_data("questionnaire.yaml"))
    return (*ask_cues().asks, *own)


def parts_asked(question: str) -> tuple[str, ...]:
    """What a question asks for; the parts of a plan in a plan's order, and before them nothing else."""
    heard, tongues = Heard(fold(question)), (*languages(question), "en", "zh")
    found = dict.fromkeys(rule.code for rule in _cues() if heard.weight(_spoken(rule.cues, tongues)))
    plan = [code for code in _PLAN if code in found]
    if plan:
        return (*plan, *(code for code in found if code in _papers()))
    specific = [code for code in found if code not in ("request", "other_evidence")]
    return tuple(specific or found)


@cache
def _papers() -> frozenset[str]:
    """The demands that a paper answers: beside a question for the plan only these are another question."""
    book = read_data("documents.yaml")
    loose = {*book["in_a_line"], *book["parts_of_a_plan"], *book["offered"], "other_evidence"}
    return frozenset(rule.code for rule in ask_cues().asks if rule.code not in loose)


def _spoken(cues: Cues, tongues: tuple[str, ...]) -> Any:
    return spoken(cues, tuple(dict.fromkeys(tongues)))


class _Book:
    """What a case can answer with: its letter, the plan that its answers make, its papers."""

    def __init__(self, case: Case, letter: Letter, lang: Lang) -> None:
        self._case, self._letter, self._lang = case, letter, lang
        self._plan: Letter | None = None

    def answer(self, question: Question) -> Answered:
        parts = parts_asked(question.text)
        texts, gaps = list[str](), dict[str, Gap]()
        for part in parts:
            text, missing = self._part(part)
            texts.append(text)
            gaps.update({g.id: g for g in missing})
        text = "\n\n".join(dict.fromkeys(filter(None, texts)))
        length = len(text) if question.unit == "characters" else count_words(text)
        return Answered(
            question=question.text,
            parts=parts,
            text=text,
            gaps=tuple(gaps.values()),
            why=None if text or gaps else _nothing(parts),
            limit=question.limit,
            unit=question.unit,
            length=length,
            over=max(0, length - question.limit) if question.limit else 0,
        )

    def _part(self, part: str) -> tuple[str, tuple[Gap, ...]]:
        if part == "store":
            seller = self._case.seller
            name = seller.store_name_zh if self._lang == "zh" and seller.store_name_zh else seller.store_name
            return ", ".join(filter(None, (name, seller.merchant_token))), ()
        if part == "asins":
            return ", ".join(self._case.diagnosis.asins if self._case.diagnosis else ()), ()
        if part in _SECTIONS:
            text, gaps = self._sections(_SECTIONS[part])
            if text or part not in ("error_explanation", "other_evidence"):
                return text, gaps
        return self._paper(part)

    def _sections(self, wanted: tuple[str, ...]) -> tuple[str, tuple[Gap, ...]]:
        """The blocks of those sections: of the case's letter, else of the plan that its answers make."""
        for letter in self._letters():
            sections = [s for s in letter.sections if s.id in wanted]
            if sections:
                titled = len(sections) > 1
                return "\n\n".join(self._written(s, titled) for s in sections), tuple(
                    g for s in sections for b in s.blocks for g in b.gaps
                )
        return "", ()

    def _written(self, section: Any, titled: bool) -> str:
        title = re.sub(r"^\d+\. ", "", section.title.in_(self._lang))
        lines = [ascii_text(title, self._lang)] if titled else []
        for block in section.blocks:
            text = block_text(block, self._lang)
            # the letter's own numbers mean nothing in a form
            lines.append(text.removeprefix(block.number).strip() if block.number else text)
        return "\n".join(filter(None, lines))

    def _letters(self) -> Iterator[Letter]:
        yield self._letter
        if self._letter.kind != "plan_of_action":
            if self._plan is None:
                wishes = self._case.wishes.model_copy(update={"kind": "plan_of_action"})
                self._plan = compose(self._case.replace(wishes=wishes))
            yield self._plan

    def _paper(self, code: str) -> tuple[str, tuple[Gap, ...]]:
        """What answers a demand: the papers with where to look in them, or the seller's sentence."""
        row: Mapping[str, Said] = document_row(
            Ledger(self._case, self._letter.kind), demand_for(self._case, code)
        )
        sent, where = row["sent"], row["where"]
        text = "" if sent.gaps else ascii_text(sent.in_(self._lang), self._lang)
        if text and where.exhibits:
            stop = "。" if self._lang == "zh" else ". "
            text = f"{text}{stop}{ascii_text(where.in_(self._lang), self._lang)}"
        return text, sent.gaps


def _nothing(parts: tuple[str, ...]) -> Message:
    if not parts:
        return message(
            "Nothing in the case is known to answer this question. Answer it in your own words, with facts."
        )
    return message("The case holds nothing yet that answers this question.")
