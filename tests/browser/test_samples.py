"""Each sample opens with one click, and its letter can be downloaded as it is."""

import io

import docx
import pytest
from playwright.sync_api import expect

from appeal_core.journey import samples

CASES = [(s.name, "en" if i % 2 == 0 else "zh") for i, s in enumerate(samples.overview())]


@pytest.mark.parametrize(("name", "lang"), CASES)
def test_a_sample_opens_and_its_letter_is_ready(server, open_wizard, name, lang):
    wizard = open_wizard(server.url, lang).on("cases")
    sample = samples.sample(name)
    card = wizard.main.get_by_test_id("stColumn").filter(has_text=wizard.read(sample.title))
    wizard.press(wizard.t("Open this sample"), card)
    wizard.on("notice").go_to("letter")
    expect(wizard.findings("must be mended")).to_have_count(0)
    wizard.go_to("submit")
    document = docx.Document(io.BytesIO(wizard.download(wizard.t("Word (.docx)"))))
    words = "\n".join(p.text for p in document.paragraphs)
    assert "[missing" not in words and "DRAFT" not in words
    assert sample.case["seller"]["signatory"] in words
    assert document.tables
