"""Composing and writing a letter's DOCX against docxtpl rendering a template of the same content.

    python benchmarks/docx.py [ROUNDS]

Both draw the chart, with the same code. Prints both medians and their ratio (goal: at most 3). The two sides
take turns in one process, after one round that is not counted. The letter is that of the sample
`shipped_late`; the peer is given its finished texts, so that only our side pays for composing.
"""

from __future__ import annotations

import io
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

# the program's folder in place of this one, where this file would stand for the library `docx`
sys.path[0] = str(Path(__file__).resolve().parents[1])

from docx import Document
from docx.shared import Mm
from docxtpl import DocxTemplate, InlineImage

from appeal_core.case import Letter
from appeal_core.export.chart import chart_image
from appeal_core.export.docx import to_docx
from appeal_core.journey.samples import open_sample
from appeal_core.letter import compose

GOAL = 3.0
SAMPLE = "shipped_late"


def template() -> bytes:
    """A docxtpl template that lays out any letter: headings, texts, tables, the chart."""
    document = Document()
    document.add_heading("{{ title }}", 0)
    document.add_paragraph("{{ reference }}")
    document.add_paragraph("{%p for section in sections %}")
    document.add_heading("{{ section.title }}", 1)
    document.add_paragraph("{%p for block in section.blocks %}")
    document.add_paragraph("{{ block.number }} {{ block.heading }} {{ block.text }}")
    document.add_paragraph("{%p if block.chart %}")
    document.add_paragraph("{{ block.chart }}")
    document.add_paragraph("{%p endif %}")
    document.add_paragraph("{%p if block.rows %}")
    grid = document.add_table(3, 3)
    grid.cell(0, 0).text = "{%tr for row in block.rows %}"
    for place, words in enumerate(("{%tc for cell in row %}", "{{ cell }}", "{%tc endfor %}")):
        grid.cell(1, place).text = words
    grid.cell(2, 0).text = "{%tr endfor %}"
    for words in ("{%p endif %}", "{%p endfor %}", "{%p endfor %}"):
        document.add_paragraph(words)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def by_docxtpl(source: bytes, letter: Letter) -> bytes:
    """The peer: the template filled in."""
    peer = DocxTemplate(io.BytesIO(source))
    sections = [
        {
            "title": section.title.en,
            "blocks": [
                {
                    "number": block.number,
                    "heading": block.heading.en,
                    "text": block.text.en,
                    "rows": [[c.en for c in row] for row in (block.table.header, *block.table.rows)]
                    if block.table
                    else [],
                    "chart": InlineImage(peer, io.BytesIO(chart_image(block.chart, "en")), width=Mm(160))
                    if block.chart
                    else None,
                }
                for block in section.blocks
            ],
        }
        for section in letter.sections
    ]
    context = {"title": letter.title.en, "reference": letter.reference.en, "sections": sections}
    peer.render(context, autoescape=True)
    out = io.BytesIO()
    peer.save(out)
    return out.getvalue()


def medians(*sides: Callable[[], bytes], rounds: int) -> list[float]:
    """The median time of each side in milliseconds, the sides taking turns."""
    times: list[list[float]] = [[] for _ in sides]
    for _ in range(rounds + 1):
        for side, spent in zip(sides, times, strict=True):
            start = time.perf_counter()
            side()
            spent.append((time.perf_counter() - start) * 1000)
    return [statistics.median(spent[1:]) for spent in times]


def main(rounds: int = 15) -> int:
    """Prints the ratio; exit status 1 where it misses the goal."""
    case = open_sample(SAMPLE, "en", "benchmark").case
    letter, source = compose(case), template()
    if not any(block.chart for block in letter.blocks()):
        sys.exit(f"error: the letter of {SAMPLE} has no chart; choose a sample whose letter has one")
    ours, peer = medians(
        lambda: to_docx(compose(case), "en", draft=False), lambda: by_docxtpl(source, letter), rounds=rounds
    )
    ratio = ours / peer
    print(
        f"compose and write DOCX: {ours:.0f} ms; docxtpl: {peer:.0f} ms; ratio {ratio:.2f} (goal: at most {GOAL:.0f})"
    )
    return int(ratio > GOAL)


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:2])))
