"""The letter as plain text: whole, by the form's boxes, and with each block's place."""

from __future__ import annotations

from typing import Literal

from appeal_core.case import Block, Letter, Section
from appeal_core.language import Lang
from appeal_core.letter.edits import table_lines

_LONG_TITLE = 50  # characters: without a blank line such a line reads as the first of a paragraph
Box = Literal["root_cause", "actions", "prevention", "other"]

_ASCII = str.maketrans(
    {"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-", "…": "...", "·": "|", "\u00a0": " "}
)
_BOXES: dict[str, Box] = {"root_cause": "root_cause", "actions": "actions", "prevention": "prevention"}


def plain_text(letter: Letter, lang: Lang) -> str:
    """The whole letter; tables as lines, and in English ASCII punctuation."""
    return _written(letter, lang)[0]


def spans(letter: Letter, lang: Lang) -> dict[str, tuple[int, int]]:
    """Where each block stands in `plain_text`: its id -> start, end (exclusive)."""
    return _written(letter, lang)[1]


def boxes(letter: Letter, lang: Lang) -> dict[str, str]:
    """The text for each box of Amazon's form: root_cause, actions, prevention, other; none is empty.

    What happened stands before the root causes; a letter without them has everything in `other`.
    """
    whole = any(s.id == "root_cause" for s in letter.sections)
    found: dict[str, list[str]] = {"root_cause": [], "actions": [], "prevention": [], "other": []}
    for section in letter.sections:
        if section.id == "sources":
            continue  # the annex is for the documents
        box = _BOXES.get(
            section.id, "root_cause" if whole and section.id in ("opening", "figures") else "other"
        )
        found[box].append("\n".join(_section_lines(section, lang, titled=box == "other")))
    return {name: "\n\n".join(parts) for name, parts in found.items() if any(parts)}


def _section_lines(section: Section, lang: Lang, *, titled: bool) -> list[str]:
    lines = [ascii_text(section.title.in_(lang), lang)] if titled and section.title.en else []
    return lines + [text for b in section.blocks if (text := block_text(b, lang))]


def _written(letter: Letter, lang: Lang) -> tuple[str, dict[str, tuple[int, int]]]:
    text = ascii_text(f"{letter.title.in_(lang)}\n{letter.reference.in_(lang)}", lang) + "\n"
    places: dict[str, tuple[int, int]] = {}
    for section in letter.sections:
        text += "\n"
        if section.title.in_(lang):
            title = ascii_text(section.title.in_(lang), lang)
            text += title + ("\n\n" if len(title) >= _LONG_TITLE else "\n")
        for block in section.blocks:
            words = block_text(block, lang)
            if not words:
                continue
            places[block.id] = (len(text), len(text) + len(words))
            text += words + "\n"
    return text, places


def block_text(block: Block, lang: Lang) -> str:
    """One block: number, heading and text, or its table's lines; empty for a chart."""
    if block.kind == "chart" and not block.edited:
        return ""
    colon = "：" if lang == "zh" else ": "
    parts = []
    if heading := block.heading.in_(lang):
        parts.append(heading + ("。" if lang == "zh" else "" if heading.endswith(".") else "."))
    if block.table is not None:
        caption = block.table.caption.in_(lang)
        lines = table_lines(block.table, lang)
        return ascii_text(f"{caption}{colon.rstrip()}\n{lines}" if caption else lines, lang)
    parts.append(block.text.in_(lang))
    words = ("" if lang == "zh" else " ").join(p for p in parts if p)
    return ascii_text(f"{block.number} {words}".strip(), lang)


def ascii_text(text: str, lang: Lang) -> str:
    """English with plain quotes, dashes and bars, as a form takes it; Chinese as it is."""
    return text.translate(_ASCII) if lang == "en" else text
