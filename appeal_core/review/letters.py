"""Reads a composed letter as a draft: its blocks keep their part, their id and their place."""

from __future__ import annotations

from appeal_core.case import Block, Case, Letter, Section
from appeal_core.language import Lang
from appeal_core.review.context import Context
from appeal_core.review.draft import Draft, Item, ItemKind, Part

_PARTS: dict[str, Part] = {"root_cause": "root_cause", "actions": "actions", "prevention": "prevention"}
_PAGES = {
    "figures": "reports",
    "root_cause": "causes",
    "actions": "actions",
    "prevention": "actions",
    "documents": "evidence",
    "exhibits": "evidence",
    "grounds": "evidence",
}


class _Paper:
    """A text that grows line by line, with the items that stand on it."""

    def __init__(self) -> None:
        self.text = ""
        self.items: list[Item] = []

    def line(
        self, text: str, part: Part, kind: ItemKind, block: str = "", columns: tuple[str, ...] = ()
    ) -> None:
        if not text.strip():
            return
        start = len(self.text)
        self.text += text
        self.items.append(Item(start, len(self.text), text, part, kind, block, columns))
        self.text += "\n"


def draft_of_letter(letter: Letter, case: Case | None, lang: Lang) -> Draft:
    """The draft of a letter in one language."""
    paper = _Paper()
    paper.line(letter.title.in_(lang), "other", "heading")
    paper.line(letter.reference.in_(lang), "other", "heading")
    for section in letter.sections:
        _section(paper, section, lang)
    return Draft(paper.text, tuple(paper.items), lang, Context(case=case, letter=letter))


def _section(paper: _Paper, section: Section, lang: Lang) -> None:
    part = _PARTS.get(section.id, "other")
    paper.text += "\n" if paper.text else ""
    paper.line(section.title.in_(lang), part, "heading")
    for block in section.blocks:
        _block(paper, block, part, lang)


def _block(paper: _Paper, block: Block, part: Part, lang: Lang) -> None:
    heading = block.heading.in_(lang).strip()
    words = " ".join(w for w in (block.number, heading, block.text.in_(lang).strip()) if w)
    kind: ItemKind = "point" if block.kind == "point" else "paragraph"
    if block.kind == "signature":
        kind = "heading"
    paper.line(words, part, kind, block.id)
    if block.table:
        columns = tuple(h.in_(lang).lower() for h in block.table.header)
        paper.line(block.table.caption.in_(lang), part, "heading", block.id)
        paper.line(" | ".join(h.in_(lang) for h in block.table.header), part, "header_row", block.id)
        for row in block.table.rows:
            paper.line(" | ".join(c.in_(lang) for c in row), part, "row", block.id, columns)


def place_of(item: Item | None, draft: Draft) -> tuple[str, str]:
    """The page and the case's field where a block of a letter is mended; empty for a plain text."""
    letter, case = draft.context.letter, draft.context.case
    if item is None or not item.block or letter is None:
        return "", ""
    block = next((b for b in letter.blocks() if b.id == item.block), None)
    section = next((s.id for s in letter.sections if any(b.id == item.block for b in s.blocks)), "")
    if block and block.edited:
        return "letter", f"edits.{item.block}"
    return _PAGES.get(section, "letter"), _field(item.block, case)


def _field(block: str, case: Case | None) -> str:
    """A block is named after the answer that it prints: its last word is the answer's key."""
    key = block.replace(":", ".").split(".")[-1]
    for group in ("root_causes", "actions", "measures", "exhibits"):
        if case and key in getattr(case, group):
            return f"{group}.{key}"
    return ""
