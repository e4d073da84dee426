"""From the case to its letter and the review's findings, and the seller's edits of blocks."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from appeal_core.case import Block, Case, Diagnosis, Edit, Finding, Letter, Measurements
from appeal_core.language import Bilingual, Lang
from appeal_core.letter import KINDS, compose, kind_for, kind_name, plain_text, spans
from appeal_core.letter.edits import edited


@dataclass(frozen=True)
class Reviewed:
    """A draft's text with what was found in it."""

    text: str
    findings: tuple[Finding, ...]
    words: int
    characters: int

    @property
    def language(self) -> Lang:
        """The language that carries the text."""
        from appeal_core.review.draft import language_of

        return language_of(self.text)


def has_letter(case: Case) -> bool:
    """Whether the case's route wants a letter at all."""
    return kind_for(case) != "none"


def default_kind(case: Case) -> str:
    """The kind that route, stage and replies demand, whatever the seller wished."""
    kind = kind_for(case.replace(wishes=case.wishes.model_copy(update={"kind": None})))
    return kind if kind in KINDS else KINDS[0]


def kind_names() -> dict[str, Bilingual]:
    """Every letter kind with its name."""
    return {kind: kind_name(kind) for kind in KINDS}


def letter(case: Case, kind: str | None = None) -> Letter:
    """The case's letter. Raises `BadInput` for an unknown kind."""
    if kind:
        case = case.replace(wishes=case.wishes.model_copy(update={"kind": kind}))
    return compose(case)


def plain(composed: Letter, lang: Lang) -> str:
    """The letter as running text."""
    return plain_text(composed, lang)


def findings(case: Case, composed: Letter, others: Collection[frozenset[str]] = ()) -> tuple[Finding, ...]:
    """What the review finds in the composed letter; places count characters of `plain`.

    `others`: the marks of other cases' sentences (`originality.marks`).
    """
    from appeal_core.journey.originality import shared_with
    from appeal_core.review import placed
    from appeal_core.review.engine import review_draft
    from appeal_core.review.letters import draft_of_letter

    draft = draft_of_letter(composed, case, composed.language)
    context = draft.context.model_copy(update={"others": shared_with(draft, others)})
    found = review_draft(replace(draft, context=context))
    return placed(found, plain_text(composed, composed.language), spans(composed, composed.language))


def draft_text(data: bytes, name: str) -> str:
    """The text of anybody's draft (.txt .md .docx .pdf). Raises `BadInput`."""
    from appeal_core.text import read_document

    return read_document(data, name).text


def draft_findings(
    data: bytes,
    name: str,
    case: Case | None = None,
    diagnosis: Diagnosis | None = None,
    measurements: Measurements | None = None,
) -> Reviewed:
    """What the review finds in anybody's draft (.txt .md .docx .pdf). Raises `BadInput`."""
    from appeal_core.review import Context, count_words, review_text

    text = draft_text(data, name)
    context = Context(diagnosis=diagnosis, case=case, measurements=measurements)
    return Reviewed(text, review_text(text, context=context), count_words(text), len(text))


def with_edit(case: Case, composed: Letter, block: Block, lang: Lang, text: str) -> Case:
    """The case with the seller's own words for a block in one language; both languages are kept."""
    fresh = block.offered if block.edited else block.text
    before = case.edits.get(block.id)
    if text.strip() not in ("", fresh.in_(lang).strip()):
        edit = edited(block, before, composed.facts, **{lang: text})
    else:
        edit = (before or Edit()).model_copy(update={lang: None})
    if edit.en is None and edit.zh is None:
        return without_edit(case, block.id)
    return case.replace(edits={**case.edits, block.id: edit})


def with_edit_kept(case: Case, composed: Letter, block: Block) -> Case:
    """The case in which the seller's words of a block have been read against today's facts, and stand."""
    before = case.edits.get(block.id)
    if before is None:
        return case
    return case.replace(edits={**case.edits, block.id: edited(block, before, composed.facts)})


def without_edit(case: Case, block_id: str) -> Case:
    """The case with the composed wording of a block again."""
    return case.replace(edits={k: v for k, v in case.edits.items() if k != block_id})
