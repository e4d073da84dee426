"""Changes that came back from Word, taken into the case as the seller's own words."""

from __future__ import annotations

from collections.abc import Collection

from appeal_core.case import Block, BlockChange, Case, Edit, EditedDocument, Letter
from appeal_core.language import BadInput

_CHOSEN = {"root": "root_causes", "action": "actions"}


def with_changes(case: Case, letter: Letter, edited: EditedDocument, keys: Collection[str]) -> Case:
    """The case with those changes of `edited` whose keys are given; all others stay refused.

    `letter` is the letter that `edited` was read against. Raises `BadInput` for a key that is not there or
    that cannot be taken.
    """
    known = {c.key: c for c in edited.changes}
    for key in keys:
        if key not in known or not known[key].can_be_taken:
            raise BadInput("One of these changes cannot be taken. Give the Word file again.")
    blocks = {b.id: b for b in letter.blocks()}
    taken = [c for c in edited.changes if c.key in keys]
    for change in (c for c in taken if c.kind == "removed"):
        case = _without(case, blocks[change.block])
    texts = {c.block: c.new for c in taken if c.kind == "changed"}
    for change in (c for c in taken if c.kind == "added"):
        text = texts.get(change.block, blocks[change.block].text.in_(edited.language)).strip()
        both = (change.new, text) if change.before else (text, change.new)
        texts[change.block] = "\n\n".join(filter(None, both))
    for block_id, text in texts.items():
        case = _with_text(case, blocks[block_id], edited, text)
    return case


def _with_text(case: Case, block: Block, edited: EditedDocument, text: str) -> Case:
    before = case.edits.get(block.id, Edit(offered_en=block.text.en))
    edit = before.model_copy(update={edited.language: text, "facts": block.digest})
    return case.replace(edits={**case.edits, block.id: edit})


def _without(case: Case, block: Block) -> Case:
    """A root cause or an action is no longer chosen, a chart no longer wished; other words become empty."""
    part, _, key = block.id.partition(":")
    field = _CHOSEN.get(part, "")
    answers = getattr(case, field) if field else {}
    if key in answers:
        return case.replace(**{field: {**answers, key: answers[key].model_copy(update={"chosen": False})}})
    if block.chart:
        return case.replace(wishes=case.wishes.model_copy(update={"chart": False}))
    empty = Edit(en="", zh="", facts=block.digest, offered_en=block.text.en)
    return case.replace(edits={**case.edits, block.id: empty})


def refused(edited: EditedDocument, keys: Collection[str]) -> tuple[BlockChange, ...]:
    """The changes that were not taken, in their order."""
    return tuple(c for c in edited.changes if c.key not in keys)
