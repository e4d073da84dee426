"""The draft page: marks, reports of this session, what becomes a case."""

import pytest

from appeal_core.journey import samples

SIGNS = {"blocker": "■", "warning": "▲", "advice": "●"}
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


@pytest.fixture
def page(pages):
    return pages.open("draft")


def checked(page, *files, draft=DRAFT):
    """The page after a draft, the sample's notice and these reports were given and checked."""
    notice = (SAMPLE.folder / f"notice.{page.lang}.txt").read_text(encoding="utf-8")
    page.write("text_area", "Or paste it here", draft)
    page.write("text_area", "The notice that it answers (optional)", notice)
    page.app.file_uploader(key="draft_reports").set_value([(n, data, "text/plain") for n, data in files])
    return page.run().press("Check it")


def cases(page):
    return [page.store.load(c.id) for c in page.store.overview()]


def given(path):
    return path.name, path.read_bytes()


def test_figures_are_checked_against_reports_that_stay_out_of_the_database_until_there_is_an_appeal(page):
    checked(page, *map(given, FILES))
    assert page.t("Checked against these reports too") in page.said
    assert any("412" in str(m.value) for m in page.app.markdown)
    kept = cases(page)[0]
    assert kept.reports == () and page.store.files_of(kept.id) == []
    page.tick("Stock is counted every Monday")  # unticked: it stays out
    page.tick(page.t("I have read these sentences. What they say of my shop is true"))
    page.press("Make an appeal of it")
    case = cases(page)[0]
    assert {r.file for r in case.reports} == {p.name for p in FILES}
    assert case.measurements.metrics and case.causes == ("late_shipment_rate",)
    texts = [a.text.en for a in case.actions.values()]
    assert texts == ["we raised the handling time of both items to three days.", "We trained the clerk."]
    assert not case.measures
    assert set(page.store.files_of(case.id)) >= {r.sha256 for r in case.reports if r.sha256}


def test_marks_carry_the_numbers_of_their_cards_and_no_markup_of_the_text(page):
    checked(page)
    assert "<script>" not in page.html and "&lt;script&gt;alert(1)&lt;/script&gt;" in page.html
    marked = page.html[page.html.index('role="region"') :]
    found = page.app.session_state[f"draft_checked|{cases(page)[0].id}"].found.findings
    numbers = [n for n, f in enumerate(found, 1) if f.match]
    assert numbers and all(f"{SIGNS[found[n - 1].severity]}{n}<" in marked for n in numbers)
    assert all(f"{SIGNS[f.severity]} {n} " in page.said for n, f in enumerate(found, 1))


@pytest.mark.parametrize("pages", ["en"], indirect=True)  # AppTest names options outside of the session
def test_a_table_of_another_make_is_asked_about_and_the_answer_is_read(page):
    lines = "Bestellung,Tag\n" + "".join(f"700-00000{n:02d}-1234567,2026-11-0{n % 9 + 1}\n" for n in range(9))
    checked(page, ("mine.csv", lines.encode()))
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
    checked(page, draft="Root cause\n\n" + "\n\n".join([sentence * 3] * 60))
    whys = sum(1 for _ in page.app.get("popover"))
    page.press("Show more findings")
    assert sum(1 for _ in page.app.get("popover")) > whys
