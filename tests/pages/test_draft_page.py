"""The draft page run without a browser: marks, reports of this session, what becomes a case."""

from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from appeal_core.journey import samples
from appeal_core.language import say
from appeal_core.store import open_store

SIGNS = {"blocker": "■", "warning": "▲", "advice": "●"}
APP = str(Path(__file__).resolve().parents[2] / "app.py")
SAMPLE = samples.sample("shipped_late")
FILES = samples.report_files(SAMPLE)
DRAFT = """Dear team, <script>alert(1)</script> & we <b>are</b> sorry.

Root cause
1. Handling time too short: two bulky items were set to one day. 60 of 412 orders were shipped late.

Actions taken
1. On November 13, 2026 we raised the handling time of both items to three days.
2. We trained the clerk.

Preventive steps
1. Stock is counted every Monday.
"""


class DraftPage:
    """The page in one language, over a database of its own."""

    def __init__(self, folder: Path, lang: str) -> None:
        self.lang = lang
        self.store = open_store(f"sqlite:///{folder / 'candor.db'}")
        self.app = AppTest.from_file(APP, default_timeout=60)
        self.app.query_params["lang"] = lang
        self.app.run()
        self.app.switch_page("pages/draft.py").run()

    def t(self, text, **values):
        return say(text, self.lang, **values)

    def run(self):
        self.app.run()
        assert not self.app.exception, [e.value for e in self.app.exception]
        return self

    def write(self, label, text):
        next(a for a in self.app.text_area if a.label == self.t(label)).set_value(text)
        return self.run()

    def reports(self, *files):
        self.app.file_uploader(key="draft_reports").set_value([(n, data, "text/plain") for n, data in files])
        return self.run()

    def press(self, label):
        next(b for b in self.app.button if b.label == self.t(label)).click()
        return self.run()

    def tick(self, label):
        box = next(b for b in self.app.checkbox if label in b.label)
        box.set_value(not box.value)
        return self.run()

    def checked(self, *files):
        notice = (SAMPLE.folder / f"notice.{self.lang}.txt").read_text(encoding="utf-8")
        self.write("Or paste it here", DRAFT).write("The notice that it answers (optional)", notice)
        return self.reports(*files).press("Check it")

    @property
    def html(self):
        return "".join(e.proto.body for e in self.app.get("html"))

    @property
    def said(self):
        kinds = ("markdown", "caption", "warning", "header")
        return "\n".join(str(e.value) for kind in kinds for e in self.app.get(kind))

    @property
    def cases(self):
        return [self.store.load(c.id) for c in self.store.overview()]


@pytest.fixture(params=["en", "zh"])
def page(request, tmp_path, monkeypatch):
    monkeypatch.setenv("CANDOR_DATABASE", f"sqlite:///{tmp_path / 'candor.db'}")
    st.cache_resource.clear()
    yield DraftPage(tmp_path, request.param)
    st.cache_resource.clear()


def given(path):
    return path.name, path.read_bytes()


def test_figures_are_checked_against_reports_that_stay_out_of_the_database_until_there_is_an_appeal(page):
    page.checked(*map(given, FILES))
    assert page.t("Checked against these reports too") in page.said
    assert any("412" in str(m.value) for m in page.app.markdown)
    kept = page.cases[0]
    assert kept.reports == () and page.store.files_of(kept.id) == []
    page.tick("Stock is counted every Monday")  # unticked: it stays out
    page.tick(page.t("I have read these sentences. What they say of my shop is true"))
    page.press("Make an appeal of it")
    case = page.cases[0]
    assert {r.file for r in case.reports} == {p.name for p in FILES}
    assert case.measurements.metrics and case.causes == ("late_shipment_rate",)
    texts = [a.text.en for a in case.actions.values()]
    assert texts == ["we raised the handling time of both items to three days.", "We trained the clerk."]
    assert not case.measures
    assert set(page.store.files_of(case.id)) >= {r.sha256 for r in case.reports if r.sha256}


def test_marks_carry_the_numbers_of_their_cards_and_no_markup_of_the_text(page):
    page.checked()
    assert "<script>" not in page.html and "&lt;script&gt;alert(1)&lt;/script&gt;" in page.html
    marked = page.html[page.html.index('role="region"') :]
    found = page.app.session_state[f"draft_checked|{page.cases[0].id}"].found.findings
    numbers = [n for n, f in enumerate(found, 1) if f.match]
    assert numbers and all(f"{SIGNS[found[n - 1].severity]}{n}<" in marked for n in numbers)
    assert all(f"{SIGNS[f.severity]} {n} " in page.said for n, f in enumerate(found, 1))


@pytest.mark.parametrize("page", ["en"], indirect=True)  # AppTest names options outside of the session
def test_a_table_of_another_make_is_asked_about_and_the_answer_is_read(page):
    lines = "Bestellung,Tag\n" + "".join(f"700-00000{n:02d}-1234567,2026-11-0{n % 9 + 1}\n" for n in range(9))
    page.checked(("mine.csv", lines.encode()))
    assert "mine" in page.said and page.t("Checked against these reports too") not in page.said
    for field, column in (("order_id", "Bestellung"), ("day", "Tag")):
        box = next(
            s for s in page.app.selectbox if (s.key or "").startswith("map|") and s.key.endswith(f"|{field}")
        )
        box.set_value(column)
    page.press("Read it with these columns")
    assert page.t("Checked against these reports too") in page.said


def test_hundreds_of_findings_are_drawn_in_portions(page):
    sentence = "We are so sorry, please give us a second chance. "
    page.write("Or paste it here", "Root cause\n\n" + "\n\n".join([sentence * 3] * 60)).press("Check it")
    whys = sum(1 for _ in page.app.get("popover"))
    more = page.t("Show more findings")
    assert more in [b.label for b in page.app.button]
    page.press("Show more findings")
    assert sum(1 for _ in page.app.get("popover")) > whys
