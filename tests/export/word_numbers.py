"""The numbers that Word shows before its list paragraphs, worked out from the definitions."""

from __future__ import annotations

from typing import Any

from docx.oxml.ns import qn


def shown_numbers(document: Any) -> dict[int, str]:
    """By the paragraph's place among `document.paragraphs`."""
    root = document.part.numbering_part._element
    counters: dict[str, list[int | None]] = {}
    shown: dict[int, str] = {}
    for place, paragraph in enumerate(document.paragraphs):
        number = paragraph._p.xpath("string(w:pPr/w:numPr/w:numId/@w:val)")
        if not number or number == "0":
            continue
        level = int(paragraph._p.xpath("string(w:pPr/w:numPr/w:ilvl/@w:val)"))
        definition = root.xpath(f"w:num[@w:numId={number}]/w:abstractNumId/@w:val")[0]
        levels = root.xpath(f"w:abstractNum[@w:abstractNumId={definition}]/w:lvl")
        starts = [int(v.find(qn("w:start")).get(qn("w:val"))) for v in levels]
        count = counters.setdefault(number, [None] * len(levels))
        before = count[level]
        count[level] = starts[level] if before is None else before + 1
        count[level + 1 :] = [None] * (len(levels) - level - 1)
        text = levels[level].find(qn("w:lvlText")).get(qn("w:val"))
        for index, start in enumerate(starts):
            value = count[index]
            text = text.replace(f"%{index + 1}", str(start if value is None else value))
        shown[place] = text
    return shown
