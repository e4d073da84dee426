"""Takes the pictures of the README and of documents.md anew: the wizard in both languages, and letters' pages.

    python docs/take_pictures.py             # all
    python docs/take_pictures.py documents   # the letters alone

Needs what `make test` installs, and for the pages of Word files LibreOffice (`soffice`). Each sample is opened in a database of its own; nothing of yours is touched.
"""

from __future__ import annotations

import io
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[0] = str(ROOT)

import pypdfium2  # noqa: E402
from docx import Document  # noqa: E402
from docx.enum.text import WD_ALIGN_PARAGRAPH  # noqa: E402
from docx.shared import Pt, RGBColor  # noqa: E402
from PIL import Image, ImageOps  # noqa: E402
from playwright.sync_api import sync_playwright  # noqa: E402

from appeal_core.journey import exporting, samples  # noqa: E402
from appeal_core.journey.composing import letter  # noqa: E402
from appeal_core.store import open_store  # noqa: E402
from tests.browser.conftest import BROWSERS, MAC, QUIET, Server, settled  # noqa: E402
from tests.export.gallery import letter_named  # noqa: E402

PICTURES = ROOT / "docs" / "pictures"
SHOTS = (
    ("notice", "shipped_late", "en"),
    ("reports", "shipped_late", "en"),
    ("letter", "item_not_as_described", "zh"),
    ("causes", "item_not_as_described", "zh"),
)


def main(only: str = "") -> None:
    """Writes every picture, or those of the letters alone."""
    PICTURES.mkdir(exist_ok=True)
    if only != "documents":
        _pages()
    _letter()
    _documents()


def _pages() -> None:
    with tempfile.TemporaryDirectory() as folder:
        server = Server(Path(folder) / "candor.db")
        store = open_store(f"sqlite:///{server.database}")
        for _, name, lang in SHOTS:
            case_id = f"{name}-{lang}"
            if case_id not in {c.id for c in store.overview()}:
                opened = samples.open_sample(name, lang, case_id)
                store.add(opened.case, opened.files)
        server.start()
        try:
            _wizard(server)
        finally:
            server.kill()


def _wizard(server: Server) -> None:
    path = next((p for b in BROWSERS if (p := shutil.which(b))), MAC)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(QUIET))
        for page_name, sample, lang in SHOTS:
            page = browser.new_page(
                locale="zh-CN" if lang == "zh" else "en-US",
                viewport={"width": 1360, "height": 1560 if page_name == "reports" else 900},
            )
            page.goto(f"{server.url}/{page_name}?case={sample}-{lang}&lang={lang}")
            page.get_by_role("heading", level=1).wait_for()
            settled(page).wait_for_load_state("networkidle")
            page.screenshot(path=PICTURES / f"{page_name}-{lang}.png")
        browser.close()


def _letter() -> None:
    opened = samples.open_sample("shipped_late", "en", "picture")
    pdf = pypdfium2.PdfDocument(exporting.pdf(letter(opened.case), draft=False))
    for number in range(min(2, len(pdf))):
        pdf[number].render(scale=1.3).to_pil().save(PICTURES / f"appeal-page-{number + 1}.png", optimize=True)


def _documents() -> None:
    """The four documents of documents.md: Word, the Chinese copy as PDF, a supplement, a house style."""
    plan, supplement = letter_named("shipped_late"), letter_named("supplement")
    chinese = plan.model_copy(update={"language": "zh"})
    _sheets(exporting.pdf(chinese, draft=False), "letter-plan-zh", 2)
    if not (office := shutil.which("soffice")):
        print("LibreOffice is not installed: the pictures of the Word files stay as they are.")
        return
    for name, data, pages in (
        ("letter-plan-en", exporting.docx(plan, draft=False), 2),
        ("letter-supplement-en", exporting.docx(supplement, draft=False), 1),
        ("letter-house-draft", exporting.docx(plan, draft=True, house=_letterhead()), 1),
    ):
        with tempfile.TemporaryDirectory() as folder:
            word = Path(folder) / "letter.docx"
            word.write_bytes(data)
            subprocess.run(
                [office, "--headless", "--convert-to", "pdf", "--outdir", folder, word], check=True
            )
            _sheets(word.with_suffix(".pdf").read_bytes(), name, pages)


def _sheets(pdf: bytes, name: str, count: int) -> None:
    """The first pages side by side, each in a grey frame."""
    pages = pypdfium2.PdfDocument(pdf)
    sheets = [
        ImageOps.expand(pages[n].render(scale=1.25).to_pil().convert("RGB"), 2, "#c8c8c8")
        for n in range(count)
    ]
    whole = Image.new("RGB", (sum(s.width for s in sheets), max(s.height for s in sheets)), "white")
    for n, sheet in enumerate(sheets):
        whole.paste(sheet, (n * sheets[0].width, 0))
    whole.save(PICTURES / f"{name}.png", optimize=True)


def _letterhead() -> bytes:
    """An invented team's own Word style."""
    document = Document()
    document.styles["Normal"].font.name = "DejaVu Serif"
    document.styles["Normal"].font.size = Pt(10)
    for style in ("Title", "Heading 1", "Subtitle"):
        document.styles[style].font.name = "DejaVu Sans"
        document.styles[style].font.color.rgb = RGBColor(0x1F, 0x3A, 0x68)
    for number, (words, size) in enumerate(
        (
            ("TIDEWATER CAMP SUPPLY", 12),
            ("Ningbo Tidewater Outdoor Trading Co., Ltd. · Harbour Road 8, Ningbo", 8),
        )
    ):
        header = document.sections[0].header
        line = header.add_paragraph() if number else header.paragraphs[0]
        line.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        run = line.add_run(words)
        run.bold, run.font.size = not number, Pt(size)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


if __name__ == "__main__":
    main(*sys.argv[1:2])
