"""Changes that came back from Word, taken into the case as the seller's own words."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection

from appeal_core.case import Block, BlockChange, Case, EditedDocument, Letter
from appeal_core.catalog import roles
from appeal_core.language import BadInput, Lang
from appeal_core.letter.edits import edited as own_edit
from appeal_core.text.dates import days_in

_CHOSEN = {"root": "root_causes", "action": "actions"}
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")


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
    for change in (c for c in taken if c.path):
        case = _with_cell(case, letter, edited.language, change)
    for change in (c for c in taken if c.kind == "removed" and not c.path):
        case = _without(case, letter, blocks[change.block])
    texts = {c.block: c.new for c in taken if c.kind == "changed" and not c.path}
    for change in (c for c in taken if c.kind == "added"):
        text = texts.get(change.block, blocks[change.block].text.in_(edited.language)).strip()
        both = (change.new, text) if change.before else (text, change.new)
        texts[change.block] = "\n\n".join(filter(None, both))
    for block_id, text in texts.items():
        case = _with_words(case, letter, blocks[block_id], **{edited.language: text})
    return case


def _with_words(case: Case, letter: Letter, block: Block, **words: str) -> Case:
    edit = own_edit(block, case.edits.get(block.id), letter.facts, **words)
    return case.replace(edits={**case.edits, block.id: edit})


def _without(case: Case, letter: Letter, block: Block) -> Case:
    """A root cause or an action is no longer chosen, a chart no longer wished; other words become empty."""
    part, _, key = block.id.partition(":")
    field = _CHOSEN.get(part, "")
    answers = getattr(case, field) if field else {}
    if key in answers:
        return case.replace(**{field: {**answers, key: answers[key].model_copy(update={"chosen": False})}})
    if block.chart:
        return case.replace(wishes=case.wishes.model_copy(update={"chart": False}))
    return _with_words(case, letter, block, en="", zh="")


def _with_cell(case: Case, letter: Letter, lang: Lang, change: BlockChange) -> Case:
    """The field of a cell holds what the cell says now; the field of a row that is gone is off."""
    if change.kind == "removed":
        return case.with_value(change.path, False)
    now = case.get(change.path)
    stands = now.get("en", "") if isinstance(now, dict) else now
    words = isinstance(now, dict) or change.path.startswith("answers.")
    if (stands is None and not words) or _ISO.fullmatch(stands or ""):
        day = _day(change, letter).isoformat()
        return case.with_value(f"{change.path}.en" if words else change.path, day)
    if not words:
        return case.with_value(change.path, _role(change.new, lang))
    plain = change.path.startswith("answers.") and not change.path.startswith("answers.ask_")
    return case.with_value(change.path, {**(now or {}), "en" if plain else lang: change.new})


def _day(change: BlockChange, letter: Letter) -> dt.date:
    """The one day that the cell names, in the letter's year where it gives none."""
    days = days_in(change.new, "mdy" if letter.spelling == "american" else "dmy")
    year = days[0].year or dt.date.fromisoformat(letter.day).year if len(days) == 1 else 0
    day = days[0].on(year) if year else None
    if day is None:
        raise BadInput(
            "“{cell}” in the column “{column}” is not read as a day. Leave this change out and set the day on its page.",
            cell=change.new,
            column=change.column,
        )
    return day


def _role(text: str, lang: Lang) -> str:
    """The code of a role that is so called, else the name as it was typed."""
    return next((r.code for r in roles().values() if r.name.in_(lang).lower() == text.lower()), text)


def refused(edited: EditedDocument, keys: Collection[str]) -> tuple[BlockChange, ...]:
    """The changes that were not taken, in their order."""
    return tuple(c for c in edited.changes if c.key not in keys)
