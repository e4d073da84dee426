"""A real server on a free port with a database of its own, and a real browser."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from http.client import HTTPException
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from appeal_core.journey import samples
from appeal_core.store import open_store
from tests.browser.wizard import COUNT_RUNS, WAIT, Wizard

SAMPLE = "sample-late"
ROOT = Path(__file__).resolve().parents[2]
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MAC = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"
QUIET = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip


def pytest_collection_modifyitems(items):
    """Everything in this folder drives a browser."""
    for item in items:
        if Path(item.fspath).is_relative_to(Path(__file__).parent):
            item.add_marker(pytest.mark.browser)


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


BARE = (
    "-m",
    "streamlit",
    "run",
    "app.py",
)  # where only the pages' guard stands between a link and a bare page


@dataclass
class Server:
    """The wizard as `make run` starts it, on its own port and database."""

    database: Path
    launcher: tuple[str, ...] = ("start.py",)  # as `make run`
    port: int = field(default_factory=free_port)
    process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        """Where it listens."""
        return f"http://localhost:{self.port}"

    def start(self) -> Server:
        """Starts it and waits until it answers; where another took the free port meanwhile, on a new one."""
        restarted = self.process is not None  # a tab waits at its port
        for _ in range(3):
            self._launch()
            if self._answers():
                return self
            self.kill()
            self.port = self.port if restarted else free_port()
        raise AssertionError(f"the server did not start: {self.log()}")

    def _launch(self) -> None:
        env = {**os.environ, "CANDOR_DATABASE": f"sqlite:///{self.database}"}
        command = [sys.executable, *self.launcher, "--server.port", str(self.port)]
        with (self.database.parent / "server.log").open("ab") as log:
            self.process = subprocess.Popen(command, cwd=ROOT, env=env, stdout=log, stderr=log)

    def _answers(self) -> bool:
        """Whether it answers within a minute and a half; False at once where it ended."""
        deadline = time.monotonic() + 90
        while time.monotonic() < deadline and self.process and self.process.poll() is None:
            try:
                with urllib.request.urlopen(f"{self.url}/_stcore/health", timeout=5) as answer:
                    if answer.read() == b"ok":
                        return True
            except (OSError, HTTPException):
                time.sleep(0.05)
        return False

    def kill(self) -> None:
        """Ends it as a crash would."""
        if self.process and self.process.poll() is None:
            self.process.send_signal(signal.SIGKILL if os.name == "posix" else signal.SIGTERM)
            self.process.wait()

    def log(self) -> str:
        """What it wrote."""
        return (self.database.parent / "server.log").read_text(errors="replace")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """An installed Chromium or Chrome."""
    path = next((p for name in BROWSERS if (p := shutil.which(name))), MAC)
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=path, args=list(QUIET))
        yield found
        found.close()


@pytest.fixture(scope="module")
def server(tmp_path_factory) -> Iterator[Server]:
    """One server for a file of tests."""
    found = Server(tmp_path_factory.mktemp("server") / "candor.db").start()
    yield found
    found.kill()
    assert "Traceback" not in found.log(), found.log()


@pytest.fixture
def open_page(browser) -> Iterator[object]:
    """Opens a page: `open_page(url, lang="zh", width=390)`; each is a browser of its own."""
    contexts = []

    def opener(url: str, lang: str = "en", width: int = 1360, height: int = 900) -> Page:
        locale = "zh-CN" if lang == "zh" else "en-US"
        context = browser.new_context(
            locale=locale, viewport={"width": width, "height": height}, accept_downloads=True
        )
        contexts.append(context)
        context.add_init_script(COUNT_RUNS)
        page = context.new_page()
        page.set_default_timeout(WAIT)
        page.goto(url)
        return page

    yield opener
    for context in contexts:
        context.close()


def settled(page: Page) -> Page:
    """Waits until the page's script has run to its end."""
    page.locator("[data-testid=stApp]").wait_for()
    page.wait_for_function(
        "() => document.querySelector('[data-testid=stApp]').dataset.testScriptState === 'notRunning'"
        " && !document.querySelector('[data-testid=stSkeleton]')"
    )
    return page


@pytest.fixture
def open_wizard(open_page):
    """Opens a page and drives it: `open_wizard(url, lang="zh")`."""

    def opener(url: str, lang: str = "en", **size: int) -> Wizard:
        return Wizard(open_page(url, lang, **size), lang).settled()

    return opener


@pytest.fixture(scope="session")
def sample_database(tmp_path_factory) -> Path:
    """A database that holds the sample `shipped_late` under the id SAMPLE."""
    path = tmp_path_factory.mktemp("sample") / "candor.db"
    opened = samples.open_sample("shipped_late", "en", SAMPLE)
    open_store(f"sqlite:///{path}").add(opened.case, opened.files)
    return path


def _sample_server(sample: Path, folder: Path, launcher: tuple[str, ...]) -> Server:
    database = folder / "candor.db"
    # not a copy of the files: the log beside the database vanishes when its last connection is collected
    with closing(sqlite3.connect(sample)) as source, closing(sqlite3.connect(database)) as target:
        source.backup(target)
    return Server(database, launcher).start()


@pytest.fixture
def sample_server(sample_database, tmp_path) -> Iterator[Server]:
    """A server of one test's own that nobody has visited yet, with the sample in its database."""
    yield from _watched(_sample_server(sample_database, tmp_path, ("start.py",)))


@pytest.fixture
def bare_server(sample_database, tmp_path) -> Iterator[Server]:
    """The same, started as plain Streamlit starts any app: its first request is the trap."""
    yield from _watched(_sample_server(sample_database, tmp_path, BARE))


@pytest.fixture(scope="module")
def shared_server(sample_database, tmp_path_factory) -> Iterator[Server]:
    """One server with the sample for a file's tests that neither kill it nor need it untouched."""
    folder = tmp_path_factory.mktemp("shared")
    yield from _watched(_sample_server(sample_database, folder, ("start.py",)))


def _watched(found: Server) -> Iterator[Server]:
    yield found
    found.kill()
    assert "Traceback" not in found.log(), found.log()
