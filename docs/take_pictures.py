"""Takes the README's pictures anew: the wizard in both languages, and a letter's pages.

    python docs/take_pictures.py

Needs what `make test` installs. Each sample is opened in a database of its own; nothing of yours is touched.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[0] = str(ROOT)

from playwright.sync_api import sync_playwright  # noqa: E402

from appeal_core.journey import exporting, samples  # noqa: E402
from appeal_core.journey.composing import letter  # noqa: E402
from appeal_core.store import open_store  # noqa: E402
from tests.browser.conftest import BROWSERS, MAC, QUIET, Server, settled  # noqa: E402

PICTURES = ROOT / "docs" / "pictures"
SHOTS = (
    ("notice", "shipped_late", "en"),
    ("reports", "shipped_late", "en"),
    ("letter", "item_not_as_described", "zh"),
    ("causes", "item_not_as_described", "zh"),
)


def main() -> None:
    """Writes every picture."""
    PICTURES.mkdir(exist_ok=True)
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
    _letter()


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
    import pypdfium2

    opened = samples.open_sample("shipped_late", "en", "picture")
    pdf = pypdfium2.PdfDocument(exporting.pdf(letter(opened.case), draft=False))
    for number in range(min(2, len(pdf))):
        pdf[number].render(scale=1.3).to_pil().save(PICTURES / f"appeal-page-{number + 1}.png", optimize=True)


if __name__ == "__main__":
    main()
