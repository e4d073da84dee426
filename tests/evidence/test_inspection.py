"""What a file is, whatever its name says."""

from __future__ import annotations

import hashlib
import io
import zipfile

import pypdfium2
import pytest
from docx import Document
from PIL import Image

from appeal_core.evidence import inspect_file
from appeal_core.language import BadInput

# a one-page PDF that asks for the password "birch" (RC4, 40 bit), made for this test
LOCKED = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\n4 0 obj<</Filter/Standard/V 1/R 2/P -4"
    b"/O<" + b"11" * 32 + b">/U<" + b"22" * 32 + b">>>endobj\n"
    b"trailer<</Root 1 0 R/Encrypt 4 0 R/ID[<00><00>]/Size 5>>\n%%EOF"
)


def pdf() -> bytes:
    document = pypdfium2.PdfDocument.new()
    document.new_page(200, 200)
    document.new_page(200, 200)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def picture(form: str) -> bytes:
    out = io.BytesIO()
    Image.effect_noise((40, 30), 80).convert("L" if form == "GIF" else "RGB").save(out, form)
    return out.getvalue()


def word() -> bytes:
    out = io.BytesIO()
    Document().save(out)
    return out.getvalue()


def archive() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        made.writestr("a.txt", "a")
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "name", "kind", "name_matches"),
    [
        (pdf(), "invoice.PDF", "pdf", True),
        (pdf(), "invoice.jpg", "pdf", False),
        (picture("PNG"), "scan.png", "png", True),
        (picture("JPEG"), "scan.jpeg", "jpeg", True),
        (picture("JPEG"), "scan.pdf", "jpeg", False),
        (picture("GIF"), "scan.gif", "gif", True),
        (picture("TIFF"), "scan.tif", "tiff", True),
        (picture("WEBP"), "scan.webp", "webp", True),
        (word(), "letter.docx", "docx", True),
        (word(), "letter.pdf", "docx", False),
        (archive(), "all.zip", "zip", True),
        (b"PK\x03\x04 and no more", "x.zip", "other", True),
        (b"plain words", "note.txt", "other", True),
    ],
)
def test_a_file_is_known_by_its_content(data: bytes, name: str, kind: str, name_matches: bool) -> None:
    facts = inspect_file(data, name)
    assert (facts.type, facts.name_matches) == (kind, name_matches)
    assert facts.size == len(data)
    assert facts.sha256 == hashlib.sha256(data).hexdigest()


def test_a_pdf_tells_its_pages_and_that_it_is_a_scan() -> None:
    facts = inspect_file(pdf(), "a.pdf")
    assert (facts.pages, facts.has_text, facts.encrypted) == (2, False, False)


def test_a_picture_tells_its_measures() -> None:
    facts = inspect_file(picture("PNG"), "a.png")
    assert (facts.width, facts.height) == (40, 30)


def test_a_pdf_with_a_password_is_read_as_such_and_not_refused() -> None:
    facts = inspect_file(LOCKED, "bill.pdf")
    assert facts.encrypted
    assert facts.pages is None


@pytest.mark.parametrize(
    ("data", "part"),
    [
        (b"", "is empty"),
        (b"%PDF-1.7\nnothing of a document", "cannot be opened"),
        (picture("PNG")[:300], "cannot be opened"),
        (picture("JPEG")[: len(picture("JPEG")) // 2], "cannot be opened"),
    ],
)
def test_an_unusable_file_is_refused_with_a_sentence(data: bytes, part: str) -> None:
    with pytest.raises(BadInput) as refused:
        inspect_file(data, "paper.bin")
    assert part in refused.value.message.in_("en")
    assert "paper.bin" in refused.value.message.in_("zh")
    assert refused.value.message.in_("zh") != refused.value.message.in_("en")


@pytest.mark.parametrize(
    ("data", "places"),
    [(word(), range(-1200, 0)), (picture("TIFF"), range(-170, 0)), (picture("PNG"), range(8, 60))],
)
def test_a_file_with_a_changed_byte_is_known_or_refused_in_words(data: bytes, places: range) -> None:
    read = 0
    for place in places:
        for change in (0xFF, 0x01):
            changed = bytearray(data)
            changed[place] ^= change
            try:
                read += inspect_file(bytes(changed), "paper").type != ""
            except BadInput as told:
                assert "paper" in told.message.in_("zh")
    assert read
