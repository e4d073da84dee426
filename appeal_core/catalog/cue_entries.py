"""The schema of the cue files: phrases by which a notice's sentence is known.

A cue is written as one string: `pattern @weight !! unless`. The weight (0 to 1, default 0.9) says how
surely the sentence states the thing; `unless` is a pattern whose presence in the same sentence takes
the cue back. The pattern language is described in `appeal_core.text.cues`.
"""

from __future__ import annotations

import re
from typing import Any, Literal

from pydantic import Field, field_validator, model_validator

from appeal_core.catalog.entries import Code, Entry
from appeal_core.language import Bilingual, Frozen

Tongue = Literal["en", "zh", "ja", "de", "es", "fr", "it", "any"]
Heading = Literal["cause", "how", "consequence", "error", "help", "list"]
_WEIGHT = re.compile(r"\s@(0?\.\d+|1(?:\.0)?)\s*$")


class Cue(Frozen):
    """One phrase with its weight."""

    pattern: str = Field(min_length=1)
    weight: float = Field(default=0.9, gt=0, le=1)
    unless: str = ""

    @model_validator(mode="before")
    @classmethod
    def _from_string(cls, value: Any) -> Any:
        if not isinstance(value, str):
            return value
        body, _, unless = value.partition(" !! ")
        if _WEIGHT.search(unless):
            raise ValueError(f"the weight stands before the `!!`: {value!r}")
        weight = _WEIGHT.search(body)
        found: dict[str, Any] = {"pattern": _WEIGHT.sub("", body).strip(), "unless": unless.strip()}
        return {**found, "weight": float(weight[1])} if weight else found

    @field_validator("pattern", "unless")
    @classmethod
    def _compiles(cls, value: str) -> str:
        if value.startswith((".*", "|")) or value.endswith("|"):
            raise ValueError(f"the pattern {value!r} would match anything")
        return value


Cues = dict[Tongue, tuple[Cue, ...]]


class CauseCues(Entry):
    """How a cause is stated. `outranks`: causes that are only its wider name in the same sentence."""

    code: Code
    outranks: tuple[Code, ...] = ()
    anywhere: bool = False  # standard paragraphs count too (a payout reserve is one)
    cues: Cues
    must_match: tuple[str, ...] = Field(min_length=1)
    must_not_match: tuple[str, ...] = ()


class HeadingCues(Frozen):
    """Headings that open a section of a notice."""

    section: Heading
    cues: Cues


class CodedCues(Frozen):
    """Phrases for a code of a vocabulary (a stage, a scope, an ask, an outcome)."""

    code: Code
    cues: Cues
    conditional: bool = False  # counts in a sentence with a condition ("if you do not …") as well
    must_match: tuple[str, ...] = ()
    must_not_match: tuple[str, ...] = ()


class NoticeStructure(Entry):
    """How notices are built: headings, and standard paragraphs that never name a cause."""

    headings: tuple[HeadingCues, ...]
    boilerplate: tuple[CodedCues, ...]
    policy_link: Cues
    rule_statement: Cues
    in_order: Cues  # what is said to be as it should be
    conditional: Cues
    amazon_words: Cues


class NoticeStates(Entry):
    """Stages in the order in which they are tried, and scopes."""

    stages: tuple[CodedCues, ...]
    scopes: tuple[CodedCues, ...]


class AskCues(Entry):
    """How notices word their demands, deadlines and the form of the answer."""

    asks: tuple[CodedCues, ...]
    deadline: Cues
    before_last_day: Cues  # words that end where the day begins
    after_last_day: Cues  # words that begin where the day ends
    the_day_before: Cues  # such words that leave the day itself out
    not_wanted: Cues  # a sentence that says what need not be sent
    no_deadline: Cues
    detail: Cues  # group `what`: the matter on which more is wanted
    document_window: Cues  # group `n`: days that a paper may be old
    file_sentence: Cues
    language_sentence: Cues
    languages: dict[str, Cues]


class WarningCues(Entry):
    """Something to beware of, with what is said of it."""

    code: Code
    text: Bilingual
    cues: Cues = {}
    must_match: tuple[str, ...] = ()
    must_not_match: tuple[str, ...] = ()


class QuestionEntry(Entry):
    """A question that settles what a notice leaves open. `when`: what is unknown."""

    id: Code
    when: Literal["no_cause", "unsure_cause", "runner_up", "stage", "scope", "marketplace", "deadline"]
    text: Bilingual
    why: Bilingual


class ReplyCues(Entry):
    """An outcome of a reply: its phrases, in the order in which outcomes are tried, and what follows."""

    code: Code
    cues: Cues
    next_letter: str
    wait_business_days: int | None = None
    advice: Bilingual


class ReplyMeaning(Frozen):
    """Kinds of words that state an outcome where they stand together, in whatever order.

    `apart`: in two sentences that follow each other as well; `whole`: anywhere in the message. `unless`: kinds that
    take it back.
    """

    code: Code
    all: tuple[Code, ...] = Field(min_length=1)
    unless: tuple[Code, ...] = ()
    apart: bool = False
    whole: bool = False


class ReplyMeanings(Entry):
    """Kinds of words in each language, as regular expressions, and the meanings made of them, in order."""

    words: dict[Tongue, dict[Code, str]]
    meanings: tuple[ReplyMeaning, ...]

    @model_validator(mode="after")
    def _kinds_exist(self) -> ReplyMeanings:
        for tongue, kinds in self.words.items():
            for kind, pattern in kinds.items():
                try:
                    re.compile(pattern)
                except re.error as fault:
                    raise ValueError(f"{tongue}: {kind}: no regular expression: {fault}") from fault
        known = {kind for kinds in self.words.values() for kind in kinds}
        for meaning in self.meanings:
            if strange := {*meaning.all, *meaning.unless} - known:
                raise ValueError(f"{meaning.code}: no kind of words: {', '.join(sorted(strange))}")
        return self


class NoNoticeChoice(Frozen):
    """An answer to a question of the path without a notice."""

    code: Code
    name: Bilingual


class NoNoticeQuestion(Frozen):
    """A question of the path without a notice."""

    id: Code
    text: Bilingual
    why: Bilingual
    choices: tuple[NoNoticeChoice, ...]


class NoNoticeRule(Frozen):
    """Where all answers of `when` are given (one of the listed), this is the finding."""

    when: dict[Code, tuple[Code, ...]]
    cause: Code | None = None
    scope: Code = "unknown"
    stage: Code = "unknown"
    text: Bilingual


class NoNoticePath(Entry):
    """The path without a notice: questions in order, rules in order; the first that fits wins."""

    questions: tuple[NoNoticeQuestion, ...]
    rules: tuple[NoNoticeRule, ...]
    otherwise: Bilingual
