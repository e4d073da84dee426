"""The coverage tables in Word: as any letter, but a hole is red, not amber."""

from __future__ import annotations

import io

from docx import Document
from docx.oxml.ns import qn
from docx.shared import RGBColor
from docx.text.run import Run

from appeal_core.case import Letter
from appeal_core.export.docx import to_docx
from appeal_core.export.packing import repacked
from appeal_core.language import Lang

RED = RGBColor(0xB3, 0x26, 0x1E)


def to_coverage_docx(paper: Letter, lang: Lang) -> bytes:
    """The document as the bytes of a .docx; what stands in brackets is a hole and printed red and bold."""
    document = Document(io.BytesIO(to_docx(paper, lang, draft=False)))
    gap = next(s for s in document.styles if s.name == "Gap")
    gap.font.color.rgb = RED
    for shade in gap.element.rPr.findall(qn("w:shd")):
        gap.element.rPr.remove(shade)
    for run in (Run(r, document) for r in document.element.body.iter(qn("w:r"))):
        if run.style.name == gap.name:
            run.font.color.rgb = RED  # some programs let a table's own colour win over a style
    out = io.BytesIO()
    document.save(out)
    return repacked(out.getvalue())
