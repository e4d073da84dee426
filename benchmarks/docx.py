"""Writing a letter's DOCX against docxtpl rendering a template of the same content, both drawing the chart.

    python benchmarks/docx.py [ROUNDS]

Prints both medians and their ratio (goal: at most 3). Both sides run in turn, in one process, after one
round that is not counted. The letter is an invented plan of action of about 600 words with three
tables and the chart of a rolling rate.
"""

# ruff: noqa: E402 - the path is set before the imports

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

from appeal_core.case import Block, Chart, ChartPoint, Letter, Section, Table
from appeal_core.export.chart import chart_image
from appeal_core.export.docx import to_docx
from appeal_core.language import Bilingual

GOAL = 3.0
SENTENCE = (
    "The item was set to one day of handling while our carrier collected on Mondays and Thursdays only, "
    "so that orders of the other days could not be handed over by their expected ship date."
)


def text(words: str) -> Bilingual:
    """A text whose Chinese does not matter here."""
    return Bilingual(en=words)


def table(columns: int, rows: int) -> Table:
    """A table of invented cells."""
    header = tuple(text(f"Column {c}") for c in range(columns))
    cells = tuple(
        tuple(text(f"Cell {r} of column {c}, in words") for c in range(columns)) for r in range(rows)
    )
    return Table(header=header, rows=cells)


def letter() -> Letter:
    """The letter that is written."""
    points = tuple(ChartPoint(day=f"2026-10-{d:02d}", rate=0.02 + d / 500) for d in range(1, 31))
    chart = Chart(
        title=text("Late shipment rate"), alt=text("Rising line"), points=points, target=0.04,
        target_label=text("Target: under 4%"),
    )  # fmt: skip
    parts = [
        Section(id="root_cause", title=text(f"{n}. Part {n}"), blocks=tuple(
            Block(id=f"{n}.{i}", kind="point", number=f"{n}.{i}", heading=text("Cause"), text=text(SENTENCE))
            for i in range(1, 7)
        ))
        for n in range(1, 4)
    ]  # fmt: skip
    figures = (
        Block(id="f", kind="table", table=table(5, 3)),
        Block(id="c", kind="chart", chart=chart),
        Block(id="p", kind="table", table=table(4, 6)),
        Block(id="e", kind="table", table=table(3, 6)),
    )
    return Letter(
        kind="plan_of_action", title=text("Plan of action"), reference=text("An invented shop"),
        store="An invented shop", case_id="9000000001", day="2026-10-31", author="Nobody",
        sections=(Section(id="figures", blocks=figures), *parts),
    )  # fmt: skip


def template() -> bytes:
    """A docxtpl template that lays out the same content."""
    document = Document()
    document.add_heading("{{ letter.title.en }}", 0)
    document.add_paragraph("{{ letter.reference.en }}")
    document.add_paragraph("{{ chart }}")
    document.add_paragraph("{%p for table in tables %}")
    grid = document.add_table(3, 3)
    grid.cell(0, 0).text = "{%tr for row in table %}"
    for place, words in enumerate(("{%tc for cell in row %}", "{{ cell }}", "{%tc endfor %}")):
        grid.cell(1, place).text = words
    grid.cell(2, 0).text = "{%tr endfor %}"
    document.add_paragraph("{%p endfor %}")
    document.add_paragraph("{%p for section in sections %}")
    document.add_heading("{{ section.title.en }}", 1)
    document.add_paragraph("{%p for block in section.blocks %}")
    document.add_paragraph("{{ block.number }} {{ block.heading.en }}. {{ block.text.en }}")
    document.add_paragraph("{%p endfor %}")
    document.add_paragraph("{%p endfor %}")
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def by_docxtpl(source: bytes, given: Letter) -> bytes:
    """The peer: the template filled in, its chart drawn by the same code."""
    peer = DocxTemplate(io.BytesIO(source))
    chart = next(b.chart for b in given.blocks() if b.chart)
    tables = [
        [[c.en for c in row] for row in (b.table.header, *b.table.rows)] for b in given.blocks() if b.table
    ]
    picture = InlineImage(peer, io.BytesIO(chart_image(chart, "en")), width=Mm(160))
    peer.render({"letter": given, "sections": given.sections[1:], "tables": tables, "chart": picture})
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
    given, source = letter(), template()
    ours, peer = medians(
        lambda: to_docx(given, "en", draft=False), lambda: by_docxtpl(source, given), rounds=rounds
    )
    ratio = ours / peer
    print(
        f"DOCX with chart: {ours:.0f} ms; docxtpl: {peer:.0f} ms; ratio {ratio:.2f} (goal: at most {GOAL:.0f})"
    )
    return int(ratio > GOAL)


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:2])))
