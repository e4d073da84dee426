"""The seller's own words for a block: they stay, and the new wording is offered beside them."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from appeal_core.case import Block, Edit, FactMove, LetterFact, Stood, Table
from appeal_core.language import Bilingual, message
from appeal_core.letter.ledger import Ledger


def digest(block: Block, facts: Mapping[str, LetterFact]) -> str:
    """Sixteen hexadecimal digits over the block's wording and its facts; numbering does not count."""
    parts = [block.heading.en, block.heading.zh, block.text.en, block.text.zh]
    if block.table:
        parts += [cell.en + "\x1f" + cell.zh for row in block.table.rows for cell in row]
    for fact in sorted(block.facts):
        parts += [fact, *(facts[fact].values if fact in facts else ())]
    return hashlib.sha256("\x1e".join(parts).encode()).hexdigest()[:16]


def edited(block: Block, before: Edit | None, facts: Mapping[str, LetterFact], **words: str | None) -> Edit:
    """The edit of a block after `words` (`en`, `zh`; `None`: as composed), with the facts that stand under it now.

    `facts` are the letter's. Without `words` the seller's text is kept over facts that have moved.
    """
    stood = {f: Stood(label=facts[f].label, values=facts[f].values) for f in block.facts if f in facts}
    edit = before or Edit(offered_en=block.text.en)
    return edit.model_copy(update={**words, "facts": block.digest, "stood": stood})


def _moves(block: Block, edit: Edit, facts: Mapping[str, LetterFact]) -> tuple[FactMove, ...]:
    """Which facts are others than those that stood there; none where the edit has not noted them."""
    if not edit.stood:
        return ()
    now = {f: facts[f] for f in block.facts if f in facts}
    moves = []
    for fact in dict.fromkeys((*edit.stood, *now)):
        old = edit.stood[fact].values if fact in edit.stood else ()
        new = now[fact].values if fact in now else ()
        if old != new:
            label = now[fact].label if fact in now else edit.stood[fact].label
            moves.append(FactMove(label=label, old=old, new=new))
    return tuple(moves)


def with_edit(block: Block, edit: Edit | None, ledger: Ledger) -> Block:
    """The block with the seller's words in place of its own; an edited table becomes a paragraph.

    `moved` says that the facts or their wording have changed since the edit was made, `moves` which facts.
    """
    if edit is None or (edit.en is None and edit.zh is None):
        return block
    fresh = wording(block)
    english = message("English for the words that you changed in Chinese")
    gap = ledger.gap(f"edits.{block.id}.en", english, "letter", f"edits.{block.id}.en")
    lacking = edit.en is None
    en = f"{fresh.en} {gap.en}" if edit.en is None else edit.en
    moved = bool(edit.facts) and edit.facts != block.digest
    zh = edit.zh if edit.zh is not None else _untranslated(edit.en or "")
    return block.model_copy(
        update={
            "kind": "paragraph" if block.table else block.kind,
            "table": None,
            "text": Bilingual(en=en, zh=zh),
            "gaps": gap.gaps if lacking else (),
            "edited": True,
            "moved": moved,
            "moves": _moves(block, edit, ledger.facts) if moved else (),
            "offered": fresh,
        }
    )


def _untranslated(english: str) -> str:
    return message("[the seller's English, not yet translated] {text}", text=english).in_("zh")


def wording(block: Block) -> Bilingual:
    """A block's words; a table as lines."""
    if block.table is None:
        return block.text
    return Bilingual(en=table_lines(block.table, "en"), zh=table_lines(block.table, "zh"))


def table_lines(table: Table, lang: str) -> str:
    """A table as text: a line a row, its first cell, then `header: cell` for the others."""
    chinese = lang == "zh"
    colon, comma, stop = ("：", "；", "。") if chinese else (": ", "; ", ".")
    lines = []
    for row in table.rows:
        cells = [c.zh if chinese else c.en for c in row]
        heads = [h.zh if chinese else h.en for h in table.header]
        rest = [f"{h}{colon}{_unstopped(c)}" for h, c in zip(heads[1:], cells[1:], strict=False) if c]
        text = f"{_unstopped(cells[0])}{stop}" + ("" if chinese else " ") + comma.join(rest)
        lines.append("- " + (text + stop if rest else text.strip()))
    return "\n".join(lines)


def _unstopped(cell: str) -> str:
    return cell.rstrip(".。 ")
