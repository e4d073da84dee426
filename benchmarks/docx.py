"""A letter's documents against what others would make them with: one letter, one run, ratios.

    python benchmarks/docx.py [ROUNDS]

Composing and writing the DOCX against docxtpl rendering a template of the same content (goal: at most 2 of its time);
composing alone against the same (goal: under a tenth); the PDF against LibreOffice converting the DOCX (goal: at most
a quarter; left out where there is no LibreOffice). Both sides draw the chart, with the same code. The sides take turns
in one process, after one round that is not counted. The letter is that of the sample `shipped_late` with its annex:
three pages, more than three tables, charts; docxtpl is given its finished texts, so that only our side pays for
composing.
"""

from __future__ import annotations

import io
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

# the program's folder in place of this one, where this file would stand for the library `docx`
sys.path[0] = str(Path(__file__).resolve().parents[1])

from docx import Document
from docx.shared import Mm
from docxtpl import DocxTemplate, InlineImage

from appeal_core.case import Case, Letter
from appeal_core.export.chart import chart_image
from appeal_core.export.docx import to_docx
from appeal_core.export.pdf import to_pdf
from appeal_core.journey.samples import open_sample
from appeal_core.letter import compose

GOAL, GOAL_COMPOSE, GOAL_PDF = 2.0, 0.1, 0.25
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


def by_libreoffice(office: str, profile: Path) -> Callable[[bytes], bytes]:
    """The other peer: LibreOffice converting the DOCX; its profile stands already after the first round."""

    def convert(document: bytes) -> bytes:
        source = profile / "letter.docx"
        source.write_bytes(document)
        command = [
            office,
            f"-env:UserInstallation=file://{profile}/user",
            "--headless",
            "--convert-to",
            "pdf",
        ]
        subprocess.run([*command, "--outdir", str(profile), str(source)], check=True, capture_output=True)
        return (profile / "letter.pdf").read_bytes()

    return convert


def medians(*sides: Callable[[], object], rounds: int) -> list[float]:
    """The median time of each side in milliseconds, the sides taking turns."""
    times: list[list[float]] = [[] for _ in sides]
    for _ in range(rounds + 1):
        for side, spent in zip(sides, times, strict=True):
            start = time.perf_counter()
            side()
            spent.append((time.perf_counter() - start) * 1000)
    return [statistics.median(spent[1:]) for spent in times]


def the_case() -> Case:
    """The sample with its annex; stops where its letter has no chart or too few tables."""
    case = open_sample(SAMPLE, "en", "benchmark").case
    case = case.replace(wishes=case.wishes.model_copy(update={"annex": True}))
    blocks = compose(case).blocks()
    if not any(b.chart for b in blocks) or sum(b.table is not None for b in blocks) < 3:
        sys.exit(
            f"error: the letter of {SAMPLE} has no chart or fewer than three tables; choose another sample"
        )
    return case


def line(what: str, ours: float, peer: str, theirs: float, goal: float) -> bool:
    """Prints one ratio; whether it meets its goal."""
    ratio = ours / theirs
    print(f"{what}: {ours:.1f} ms; {peer}: {theirs:.1f} ms; ratio {ratio:.3f} (goal: at most {goal:g})")
    return ratio <= goal


def main(rounds: int = 15) -> int:
    """Prints the ratios; exit status 1 where one misses its goal."""
    case, source = the_case(), template()
    letter = compose(case)
    both, alone, peer = medians(
        lambda: to_docx(compose(case), "en", draft=False),
        lambda: compose(case),
        lambda: by_docxtpl(source, letter),
        rounds=rounds,
    )
    met = [
        line("compose and write DOCX", both, "docxtpl", peer, GOAL),
        line("compose alone", alone, "docxtpl", peer, GOAL_COMPOSE),
    ]
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        print("PDF: no LibreOffice on this computer to compare with")
        return int(not all(met))
    document = to_docx(letter, "en", draft=False)
    with tempfile.TemporaryDirectory() as folder:
        convert = by_libreoffice(office, Path(folder))
        ours, theirs = medians(
            lambda: to_pdf(letter, "en", draft=False), lambda: convert(document), rounds=min(rounds, 5)
        )
    met.append(line("PDF by Typst", ours, "LibreOffice", theirs, GOAL_PDF))
    return int(not all(met))


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:2])))
