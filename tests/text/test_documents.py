"""Files of six formats become text; what cannot be read is told in one sentence."""

import datetime as dt
import io
import struct
import zipfile
from email.message import EmailMessage

import docx
import pytest
import typst

from appeal_core.language import BadInput
from appeal_core.text import read_document, read_text

SAID = "Your late shipment rate exceeded 4%."


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("您的卖家账户已被停用，因为您的迟发率超过了目标。", "gb18030"),
        ("您的卖家账户已被停用，因为您的迟发率超过了目标。", "utf-16"),
        ("您的卖家账户已被停用。", "utf-8-sig"),
        ("お客様のアカウントは停止いたしました。改善計画をご提出ください。", "cp932"),
        ("Ihr Verkäuferkonto wurde gesperrt. Maßnahmen für künftige Bestellungen – „Plan“.", "cp1252"),
        ("Votre compte a été désactivé. Déclaration à envoyer.", "cp1252"),
        (SAID, "ascii"),
        (SAID, "utf-16-le"),
    ],
)
def test_a_text_file_is_read_in_its_own_encoding(text: str, encoding: str) -> None:
    assert read_document(text.encode(encoding), "notice.txt").text == text


def test_a_text_cut_off_inside_a_character_is_still_read() -> None:
    assert read_document("您的账户已停用".encode()[:-1], "n.txt").text == "您的账户已停"


def test_control_and_zero_width_characters_go_and_line_breaks_become_one_kind() -> None:
    assert read_text("a\u200bb\x00c\r\nd\x0ce\ufeff").text == "abc\nd\ne"


def _mail(**parts: str) -> bytes:
    mail = EmailMessage()
    mail["From"] = "Amazon <seller-performance@amazon.com>"
    mail["Subject"] = "您的卖家账户"
    mail["Date"] = "Mon, 02 Nov 2026 09:14:00 -0800"
    if "plain" in parts:
        mail.set_content(parts["plain"])
    if "html" in parts:
        if "plain" in parts:
            mail.add_alternative(parts["html"], subtype="html")
        else:
            mail.set_content(parts["html"], subtype="html")
    mail.add_attachment(b"%PDF-", maintype="application", subtype="pdf", filename="form.pdf")
    return mail.as_bytes()


def test_a_mail_gives_its_text_and_its_envelope() -> None:
    found = read_document(_mail(plain=SAID, html=f"<p>{SAID}</p>"), "notice.eml")
    assert (found.text, found.kind, found.subject) == (SAID, "mail", "您的卖家账户")
    assert "seller-performance@amazon.com" in found.sender
    assert found.sent_at == dt.datetime(2026, 11, 2, 9, 14, tzinfo=dt.timezone(dt.timedelta(hours=-8)))
    assert found.attachments == ("form.pdf",)


def test_a_stub_in_the_plain_part_gives_way_to_the_html() -> None:
    long = f"<html><body><p>{SAID}</p><p>{'More is said here. ' * 20}</p></body></html>"
    assert SAID in read_document(_mail(plain="View this mail in a browser.", html=long), "n.eml").text


def test_a_mail_in_an_unknown_charset_is_read_by_its_evidence() -> None:
    body = "您的账户已被停用，请提交申诉。".encode("gb18030")
    raw = (
        b'From: a@amazon.com\r\nSubject: x\r\nContent-Type: text/plain; charset="x-unheard-of"\r\nContent-Transfer-Encoding: 8bit\r\n\r\n'
        + body
    )
    assert read_document(raw, "n.eml").text == "您的账户已被停用，请提交申诉。"


def test_html_keeps_sentences_whole_and_drops_hidden_text() -> None:
    page = "<html><head><title>x</title></head><body><p>Your <b>late shipment</b> rate exceeded 4%.</p><div style='display:none'>secret</div></body></html>"
    found = read_document(page.encode(), "n.html")
    assert SAID in found.text and "secret" not in found.text


def test_deep_html_does_not_break_the_reader() -> None:
    page = "<div>" * 5000 + SAID + "</div>" * 5000
    assert SAID in read_document(page.encode(), "n.html").text


def test_a_pdf_with_text_is_read_and_a_scan_is_told() -> None:
    assert SAID in read_document(typst.compile(SAID.encode()), "n.pdf").text
    with pytest.raises(BadInput, match="scan"):
        read_document(typst.compile(b"#rect(width: 3cm, height: 3cm, fill: gray)"), "scan.pdf")


def test_a_word_file_gives_paragraphs_and_cells_in_order() -> None:
    word = docx.Document()
    word.add_paragraph("First.")
    table = word.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "A", "B"
    word.add_paragraph("Last.")
    file = io.BytesIO()
    word.save(file)
    assert read_document(file.getvalue(), "n.docx").text == "First.\nA\tB\nLast."


def _zip(**names: int) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, size in names.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), b"0" * size)
    return file.getvalue()


PNG = b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + b"IHDR" + b"\0" * 40


@pytest.mark.parametrize(
    ("data", "name", "says"),
    [
        (b"", "n.txt", "is empty"),
        (b" \r\n\x00", "n.txt", "is empty"),
        (bytes(range(256)) * 20, "n.txt", "not a text file"),
        (b"\x7fELF\x02\x01\x01" + b"\x00\x01" * 400, "n.txt", "not a text file"),
        (PNG, "screenshot.png", "picture"),
        (PNG, "notice.pdf", "picture"),
        (b"\xff\xd8\xff\xe0" + b"x" * 50, "photo.jpg", "WeChat"),
        (b"%PDF-1.7\n1 0 obj\n<<", "n.pdf", "damaged or cut off"),
        (b"plain text", "n.pdf", "not what its name says"),
        (b"plain text", "n.docx", "not what its name says"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, "n.msg", "damaged or cut off"),
        (_zip(other_xml=5), "n.docx", "not a Word document"),
        (_zip(word__document_xml=31 * 1024 * 1024), "n.docx", "unpacks to more"),
        (_zip(word__document_xml=5), "n.docx", "damaged"),
        (b"PK\x03\x04" + b"\x00" * 40, "n.docx", "damaged or cut off"),
        (b"no headers here at all", "n.eml", "not a saved e-mail"),
        (b"a" * (25 * 1024 * 1024 + 1), "n.txt", "larger than"),
        (b"a " * 300_000, "n.txt", "characters"),
    ],
)
def test_what_cannot_be_read_is_told_in_both_languages(data: bytes, name: str, says: str) -> None:
    with pytest.raises(BadInput, match=says) as told:
        read_document(data, name)
    assert told.value.message.in_("zh") != told.value.message.in_("en")


def test_a_word_file_with_a_changed_byte_is_read_or_refused_in_words() -> None:
    word = docx.Document()
    word.add_paragraph("Your account was deactivated.")
    file = io.BytesIO()
    word.save(file)
    told = read = 0
    for place in (*range(-700, 0, 2), *range(60, len(file.getvalue()), 700)):
        changed = bytearray(file.getvalue())
        changed[place] ^= 0xFF
        try:
            read += bool(read_document(bytes(changed), "n.docx").text)
        except BadInput as refused:
            told += refused.message.in_("zh") != refused.message.in_("en")
    assert told > 50
    assert read > 5


def test_a_file_name_with_a_folder_is_shown_without_it() -> None:
    with pytest.raises(BadInput) as told:
        read_document(b"", "C:\\Users\\someone\\notice.txt")
    assert "someone" not in str(told.value)
