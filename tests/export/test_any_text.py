"""Whatever a seller types comes out again, or is refused with a sentence."""

from __future__ import annotations

import io

from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st

from appeal_core.case import Block, Letter, Section, Table
from appeal_core.export.docx import to_docx
from appeal_core.export.pdf import to_pdf
from appeal_core.export.segments import clean
from appeal_core.language import BadInput, Bilingual

TEXTS = st.text(max_size=60)


def letter(words: str) -> Letter:
    """A letter with the same words in every place that takes a seller's."""
    text = Bilingual(en=words)
    table = Table(caption=text, header=(text, text), rows=((text, text), (text,)))
    blocks = (
        Block(id="a", text=text),
        Block(id="b", kind="point", number=words, heading=text, text=text),
        Block(id="c", kind="exhibits", table=table),
        Block(id="d", kind="signature", text=text),
    )
    return Letter(
        kind="dispute", title=text, reference=text, store=words, case_id=words, author=words, day="2026-10-15",
        sections=(Section(id="opening", title=Bilingual(en="T"), blocks=blocks),),
    )  # fmt: skip


@settings(max_examples=40, deadline=None, derandomize=True)
@given(TEXTS)
def test_any_text_can_be_written_to_word(words: str) -> None:
    document = Document(io.BytesIO(to_docx(letter(words), "en", draft=True)))
    assert document.tables[0].cell(1, 1).text == clean(words)


@settings(max_examples=25, deadline=None, derandomize=True)
@given(TEXTS)
def test_any_text_becomes_a_pdf_or_a_sentence(words: str) -> None:
    try:
        assert to_pdf(letter(words), "en", draft=True).startswith(b"%PDF")
    except BadInput as refused:
        assert "PDF" in refused.message.in_("en")
