"""Whatever a seller types, pastes or uploads: it comes out as words, or a sentence says what to do. Nothing runs."""

from __future__ import annotations

import datetime as dt
import io
import random
import re
import zipfile
from functools import cache
from typing import Any

import pytest
from docx import Document
from pypdfium2 import PdfDocument

from appeal_core.case import Block, Case, Exhibit, Letter, Section, Table, Words
from appeal_core.evidence import inspect_file
from appeal_core.export.docx import to_docx
from appeal_core.export.docx_back import read_edited
from appeal_core.export.evidence import evidence_zip, exhibit_file_name
from appeal_core.export.packing import repacked
from appeal_core.export.pdf import to_pdf
from appeal_core.export.txt import to_txt
from appeal_core.export.word import package
from appeal_core.journey.exhibits import with_exhibit
from appeal_core.language import BadInput, Bilingual
from appeal_core.letter import boxes, compose, plain_text
from tests.export.test_docx_back import own_letter
from tests.export.test_house import as_template, house, with_entry
from tests.journey.answered import answered

TYPED = {  # what is typed -> what the documents show
    "control characters": ("one\x00 two\x07\x0b three\x1b", "one two three"),
    "right-to-left marks": ("pay \u202eevil\u202c \u200fnow\u2066", "pay evil now"),
    "unseen characters": ("\ufeffzero\u200bwidth\u2060", "zerowidth"),
    "names with signs": ("A & B <Sons> {{Ltd}}", "A & B <Sons> {{Ltd}}"),
    "a template": ("{{ 7 * 7 }} {% for x in y %} {{ store }}", "{{ 7 * 7 }} {% for x in y %} {{ store }}"),
    "a Word field": ('{ INCLUDETEXT "x" } =1+1', '{ INCLUDETEXT "x" } =1+1'),
    "Typst code": ('#read("x") #panic() $a$ *b*', '#read("x") #panic() $a$ *b*'),
    "a rare character": ("𠮷野家 café ½", "𠮷野家 café ½"),
}


@cache
def answered_case() -> Case:
    return answered("late_shipment_rate", door="acknowledge")


def typing(words: str) -> Case:
    """A case whose seller typed these words in every free field."""
    case = answered_case()
    said = Words(en=words, zh=words)
    roots = {k: a.model_copy(update={"found": said}) for k, a in case.root_causes.items()}
    measures = {k: a.model_copy(update={"what": said}) for k, a in case.measures.items()}
    exhibits = {
        k: e.model_copy(update={"title": said, "where_to_look": said}) for k, e in case.exhibits.items()
    }
    seller = case.seller.model_copy(update={"store_name": words, "signatory": words})
    return case.replace(root_causes=roots, measures=measures, exhibits=exhibits, seller=seller)


def word_text(data: bytes) -> str:
    document = Document(io.BytesIO(data))
    cells = [c.text for t in document.tables for r in t.rows for c in r.cells]
    return "\n".join(
        [*(p.text for p in document.paragraphs), *cells, document.sections[0].header.paragraphs[0].text]
    )


@pytest.mark.parametrize("name", TYPED)
def test_what_is_typed_stays_words_in_every_document(name: str) -> None:
    typed, shown = TYPED[name]
    letter = compose(typing(typed))
    assert word_text(to_docx(letter, "en", draft=False)).count(shown) >= 6
    pdf = PdfDocument(to_pdf(letter, "en", draft=False))
    words = "".join(page.get_textpage().get_text_range() for page in pdf)
    assert re.sub(r"\s", "", shown) in re.sub(r"\s", "", words)
    assert shown in to_txt(plain_text(letter, "en")).decode()
    assert any(shown in to_txt(box).decode() for box in boxes(letter, "en").values())


def test_an_emoji_stays_in_word_and_the_pdf_names_it_where_no_font_has_it() -> None:
    letter = compose(typing("thanks 👍🏽"))
    assert "thanks 👍🏽" in word_text(to_docx(letter, "en", draft=False))
    try:
        assert to_pdf(letter, "en", draft=False).startswith(b"%PDF")
    except BadInput as refused:
        assert "👍" in refused.message.in_("en") and "Typst" not in refused.message.in_("en")
        assert "无法显示字符" in refused.message.in_("zh")


def test_twenty_thousand_words_are_written_whole() -> None:
    long = "word " * 19_999 + "last"
    blocks = (
        Block(id="b", text=Bilingual(en=long)),
        Block(id="t", kind="table", table=Table(header=(Bilingual(en="H"), Bilingual(en="I")),
                                               rows=((Bilingual(en=long), Bilingual(en="2")),))),
    )  # fmt: skip
    letter = own_letter().model_copy(update={"sections": (Section(id="opening", blocks=blocks),)})
    data = to_docx(letter, "en", draft=True)
    assert word_text(data).count("word ") == 2 * 19_999 and read_edited(data, letter).changes == ()
    short = letter.model_copy(update={"sections": (Section(id="opening", blocks=blocks[:1]),)})
    assert len(PdfDocument(to_pdf(short, "en", draft=False))) > 20


def test_a_name_of_a_thousand_letters_does_not_fill_every_page() -> None:
    letter = own_letter(store="Long " * 200)
    header = Document(io.BytesIO(to_docx(letter, "en", draft=False))).sections[0].header.paragraphs[0].text
    assert len(header) < 160 and "…" in header


@pytest.mark.parametrize(
    "data", [b"\x89PNG\r\n\x1a\n not a picture", b"\xff\xd8\xff\xe0 broken", b"%PDF-1.7 broken"]
)
def test_a_file_that_is_not_what_it_says_is_refused_with_a_sentence(data: bytes) -> None:
    with pytest.raises(BadInput, match="cannot be opened") as refused:
        with_exhibit(answered_case(), "new", "invoice", data, "invoice.pdf")
    assert "invoice.pdf" in refused.value.message.in_("zh")


LOCKED = (  # asks for a password
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\n4 0 obj<</Filter/Standard/V 1/R 2/P -4"
    b"/O<" + b"11" * 32 + b">/U<" + b"22" * 32 + b">>>endobj\n"
    b"trailer<</Root 1 0 R/Encrypt 4 0 R/ID[<00><00>]/Size 5>>\n%%EOF"
)


def test_a_locked_pdf_is_known_as_locked_and_kept_untouched() -> None:
    assert inspect_file(LOCKED, "locked.pdf").encrypted
    exhibit = Exhibit(
        kind="invoice", title=Words(en="Invoice"), file_name="locked.pdf", issued_on=dt.date(2026, 1, 1)
    )
    with zipfile.ZipFile(io.BytesIO(evidence_zip([("A", exhibit, LOCKED)]))) as archive:
        assert archive.read("A - Invoice.pdf") == LOCKED


def test_three_hundred_megabytes_are_packed_untouched_or_refused() -> None:
    large = bytes(300 << 20)
    with pytest.raises(BadInput, match="larger than 30 MB"):
        read_edited(large, own_letter())
    with pytest.raises(BadInput, match="larger than 30 MB"):
        to_docx(own_letter(), "en", draft=False, house=large)
    facts = inspect_file(large, "huge.pdf")
    assert (facts.size, facts.type, facts.name_matches) == (300 << 20, "other", True)


def test_a_file_name_that_climbs_or_breaks_is_tamed() -> None:
    exhibit = Exhibit(kind="invoice", title=Words(en="../../etc\\<x>\x00|\u202e"), file_name="a.pdf")
    assert not set("/\\<>|\x00\u202e") & set(exhibit_file_name("A", exhibit))


UPLOADS: dict[str, tuple[bytes, str]] = {
    "a file with macros": (as_template(house(), b"ms-word.document.macroEnabled.main+xml"), "holds macros"),
    "hidden macros": (with_entry(house(), "word/vbaProject.bin", b"x"), "holds macros"),
    "a locked file": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "password"),
    "a bomb": (
        with_entry(house(), "word/media/x.bin", bytes(package.LARGEST_UNPACKED + 1)),
        "unpacks to more",
    ),
    "a picture": (b"\x89PNG\r\n\x1a\n", "not a Word document"),
    "nothing": (b"", "not a Word document"),
    "another document": (house(), "does not look like the letter"),
    "another case": (to_docx(own_letter(of_case="case-2"), "en", draft=False), "another case"),
}


@pytest.mark.parametrize("name", UPLOADS)
def test_an_edited_file_that_cannot_be_taken_is_refused_with_a_sentence(name: str) -> None:
    data, sentence = UPLOADS[name]
    with pytest.raises(BadInput, match=sentence) as refused:
        read_edited(data, own_letter())
    assert re.search("[\u4e00-\u9fff]", refused.value.message.in_("zh"))


def test_signs_of_xml_in_an_edited_file_come_back_as_words() -> None:
    block = Block(id="b", text=Bilingual(en="A & B <w:p/> {{ x }}"))
    letter = own_letter().model_copy(update={"sections": (Section(id="opening", blocks=(block,)),)})
    other: Letter = letter.model_copy(
        update={
            "sections": (
                Section(id="opening", blocks=(block.model_copy(update={"text": Bilingual(en="Plain")}),)),
            )
        }
    )
    changes: tuple[Any, ...] = read_edited(to_docx(other, "en", draft=False), letter).changes
    assert changes == ()  # nobody edited: the facts moved
    assert read_edited(to_docx(letter, "en", draft=False), letter).changes == ()


def test_a_word_file_with_damaged_bytes_is_refused_with_a_sentence_or_read() -> None:
    """In the packed file, and inside a part that is packed well: no other fault than a sentence."""
    made, letter = random.Random(8), own_letter()
    whole = to_docx(letter, "en", draft=False)
    with zipfile.ZipFile(io.BytesIO(whole)) as archive:
        text = archive.read("word/document.xml")
    refused = 0
    for turn in range(160):
        source = bytearray(whole if turn % 2 else text)
        for _ in range(made.choice((1, 3, 30))):
            source[made.randrange(len(source))] = made.randrange(256)
        data = bytes(source) if turn % 2 else repacked(whole, {"word/document.xml": bytes(source)})
        try:
            read_edited(data, letter)
        except BadInput:
            refused += 1
    assert refused > 80
