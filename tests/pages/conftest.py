"""The wizard's pages run without a browser, each test over a database of its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from appeal_core.language import say
from appeal_core.store import open_store

APP = str(Path(__file__).resolve().parents[2] / "app.py")


class Pages:
    """The wizard in one language, driven by the words of its widgets."""

    def __init__(self, database: Path, lang: str) -> None:
        self.lang = lang
        self.store = open_store(f"sqlite:///{database}")
        self.app = AppTest.from_file(APP, default_timeout=60)
        self.app.query_params["lang"] = lang

    def open(self, page: str, case: str = "") -> Pages:
        """Opens a page, of a case where its id is given."""
        if case:
            self.app.query_params["case"] = case
        self.app.run()
        self.app.switch_page(f"pages/{page}.py")
        return self.run()

    def run(self) -> Pages:
        """Runs the page; its faults are raised."""
        self.app.run()
        assert not self.app.exception, [e.value for e in self.app.exception]
        return self

    def t(self, text: str, /, **values: Any) -> str:
        """A text of the program as this language shows it."""
        return say(text, self.lang, **values)

    def found(self, kind: str, label: str) -> Any:
        """The first widget of a kind whose label is, or begins with, a text of the program."""
        words = self.t(label)
        every = [w for w in self.app.get(kind) if getattr(w, "label", "")]
        exact = [w for w in every if w.label == words]
        return (exact or [w for w in every if w.label.startswith(words)])[0]

    def write(self, kind: str, label: str, text: str) -> Pages:
        """Fills a field of text."""
        self.found(kind, label).set_value(text)
        return self.run()

    def press(self, label: str) -> Pages:
        """Presses a button."""
        self.found("button", label).click()
        return self.run()

    def tick(self, label: str) -> Pages:
        """Turns a box whose label holds these words."""
        box = next(b for b in self.app.checkbox if label in b.label)
        box.set_value(not box.value)
        return self.run()

    @property
    def html(self) -> str:
        """The raw HTML of the page."""
        return "".join(e.proto.body for e in self.app.get("html"))

    @property
    def said(self) -> str:
        """The words of the page beside its widgets."""
        kinds = ("markdown", "caption", "warning", "header")
        return "\n".join(str(e.value) for kind in kinds for e in self.app.get(kind))

    @property
    def labels(self) -> str:
        """The names of what unfolds."""
        return "\n".join(e.label for e in self.app.get("expander"))


@pytest.fixture(params=["en", "zh"])
def pages(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Pages]:
    """The wizard in both languages."""
    database = tmp_path / "candor.db"
    monkeypatch.setenv("CANDOR_DATABASE", f"sqlite:///{database}")
    st.cache_resource.clear()
    yield Pages(database, request.param)
    st.cache_resource.clear()
