"""Makes damaged and hostile notices, the same for the same seed: mails, pages, Word and PDF files, plain text."""

from __future__ import annotations

import base64
import io
import json
import random
import struct
import zipfile
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import NamedTuple

import docx
import typst
import yaml

MEGABYTE = 1024 * 1024


class File(NamedTuple):
    """A file as it comes."""

    data: bytes
    name: str


@cache
def notices() -> list[str]:
    """The texts of the invented notices."""
    items = yaml.safe_load((Path(__file__).parent / "labelled.yaml").read_text(encoding="utf-8"))
    return [item["text"] for item in items]


def hostile(seed: int, size: int = 40_000) -> File:
    """The file of a seed; `size`: characters of those that are long."""
    dice = random.Random(seed)
    return _MAKERS[seed % len(_MAKERS)](dice, dice.choice(notices()), size)


def _controls(dice: random.Random, text: str, size: int) -> File:
    signs = [chr(c) for c in (*range(32), 0x7F, 0x85, 0x9B, 0xAD, 0x200B, 0x200E, 0x2028, 0xFEFF, 0xFFFE)]
    return File(_sprinkled(dice, text, signs, 60).encode(), "controls.txt")


def _direction(dice: random.Random, text: str, size: int) -> File:
    marks = [chr(c) for c in (0x202A, 0x202B, 0x202D, 0x202E, 0x2066, 0x2067, 0x2069, 0x061C, 0x200F)]
    return File(_sprinkled(dice, text, marks, 80).encode(), "direction.txt")


def _sprinkled(dice: random.Random, text: str, signs: list[str], times: int) -> str:
    letters = list(text)
    for _ in range(times):
        letters.insert(dice.randrange(len(letters) + 1), dice.choice(signs))
    return "".join(letters)


def _null_bytes(dice: random.Random, text: str, size: int) -> File:
    data = bytearray(text.encode(dice.choice(["utf-8", "utf-16-le", "utf-16-be", "utf-32"])))
    for _ in range(dice.choice([1, 30, 400])):
        data.insert(dice.randrange(len(data) + 1), 0)
    return File(bytes(data), "null.txt")


def _encodings(dice: random.Random, text: str, size: int) -> File:
    codes = ["gb18030", "big5", "cp932", "cp1252", "utf-7", "utf-16", "utf-8", "latin-1", "utf-32-be"]
    first, second = dice.sample(codes, 2)
    cut = dice.randrange(len(text))
    return File(text[:cut].encode(first, "replace") + text[cut:].encode(second, "ignore"), "mixed.txt")


def _noise(dice: random.Random, text: str, size: int) -> File:
    name = dice.choice(["x.txt", "x.eml", "x.msg", "x.html", "x.pdf", "x.docx", "x", "x.exe", ".eml", ""])
    heads = [
        b"",
        b"%PDF-1.7\n",
        b"PK\x03\x04",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        b"From: a@b\n\n",
        b"<html>",
        b"\x89PNG",
    ]
    return File(dice.choice(heads) + dice.randbytes(dice.choice([0, 1, 7, 300, 9000])), name)


def _long_line(dice: random.Random, text: str, size: int) -> File:
    return File((text.replace("\n", " ") + " ").encode() * max(1, size // len(text)), "line.txt")


def _much(dice: random.Random, text: str, size: int) -> File:
    """The same notice over and over, in a format that must be decoded or taken apart first."""
    whole = (text + "\n\n") * max(1, size // len(text))
    kind = dice.choice(["gb18030", "cp932", "utf-16", "html", "mail", "mail page", "word"])
    if kind == "html":
        return File(f"<html><body>{whole.replace(chr(10), '<br>')}</body></html>".encode(), "much.html")
    if kind == "word":
        return File(_word_file(whole[:200_000]), "much.docx")
    if kind.startswith("mail"):
        body = base64.encodebytes(whole.encode()).decode()
        html = "html" if kind == "mail page" else "plain"
        head = (
            f"From: a@amazon.com\nContent-Type: text/{html}; charset=utf-8\nContent-Transfer-Encoding: base64"
        )
        return File(f"{head}\n\n{body}".encode(), "much.eml")
    return File(whole.encode(kind, "replace"), "much.txt")


def _repeats(dice: random.Random, text: str, size: int) -> File:
    pieces = ["a", "-", "=", ">", "_", "*", "\n", " ", "\t", "a@", "http://", "1.", "1,", "100% ", "B0", "(", "，", "的", "- ",
              "From: ", "on x wrote:\n", "> ", "Sent: a\n", "within 1 ", "invoices ", "orders late ", "3月", "march 1 ",
              "account named ", "related to account ", "complaint id ", "amazon.", "...", "1 of 2 ", "a-to-z ", ". ", "if you "]  # fmt: skip
    unit = "".join(dice.sample(pieces, dice.choice([1, 1, 2, 3])))
    return File((text[:200] + unit * (size // len(unit)) + text[200:]).encode(), "repeats.txt")


def _forwarded(dice: random.Random, text: str, size: int) -> File:
    for level in range(50):
        head = dice.choice(["-----Original Message-----\nFrom: a@amazon.com\nSent: Mon, 2 Nov 2026\nSubject: x\n\n",
                            "On Mon, Nov 2, 2026 at 4:11 PM Amazon <a@amazon.com> wrote:\n", "发件人: 亚马逊\n发送时间: 2026年11月2日\n主题: 通知\n\n"])  # fmt: skip
        quoted = "\n".join("> " + line for line in text.splitlines())
        text = f"level {level}\n{head}{quoted if level < 12 else text}"[:size]
    return File(text.encode(), dice.choice(["forwarded.txt", "forwarded.eml"]))


def _nested_mail(dice: random.Random, text: str, size: int) -> File:
    body = "Content-Type: text/plain; charset=utf-8\n\n" + text
    for level in range(dice.choice([3, 60, 150, 1200])):
        kind = dice.choice(["mixed", "alternative", "related"])
        if dice.random() < 0.3:
            body = f"Content-Type: message/rfc822\n\nFrom: a@amazon.com\nSubject: {level}\n{body}"
        else:
            body = (
                f'Content-Type: multipart/{kind}; boundary="b{level}"\n\n--b{level}\n{body}\n--b{level}--\n'
            )
    return File(("From: a@amazon.com\nSubject: x\nMIME-Version: 1.0\n" + body).encode(), "nested.eml")


def _mail_headers(dice: random.Random, text: str, size: int) -> File:
    charset = dice.choice(
        ["utf-8", "x-unknown", "utf-7", "\x00", "idna", "punycode", "rot13", "hex", "undefined", "zlib"]
    )
    coding = dice.choice(["8bit", "base64", "quoted-printable", "x-uuencode", "7bit", "nonsense"])
    subject = dice.choice(
        [
            "=?utf-8?b?////?=",
            "=?x-none?q?a?=",
            "a" * 5000,
            "=?utf-8?q?=0A=0Dx?=",
            "\ud800x",
            "",
            "=?utf-8*zh?b?5L2g?=",
        ]
    )
    date = dice.choice(
        [
            "Mon, 99 Foo 2026",
            "Thu, 1 Jan 0000 00:00:00 +9999",
            "",
            "Mon, 2 Nov 2026 09:14:00 -0800",
            "1" * 4000,
        ]
    )
    kind = dice.choice(
        ["text/plain", "text/html", "text", "/", "application/octet-stream", "text/plain; =x; charset*0*=a"]
    )
    body = base64.b64encode(text.encode()).decode() if coding == "base64" and dice.random() < 0.5 else text
    mail = (f"From: {dice.choice(['a@amazon.com', '=?', '<' * 900, 'a@[', 'Amazon <a@b@c>', ''])}\nSubject: {subject}\nDate: {date}\n"
            f"Content-Type: {kind}; charset={charset}\nContent-Transfer-Encoding: {coding}\n\n{body}")  # fmt: skip
    return File(mail.encode("utf-8", "surrogatepass"), "headers.eml")


def _page(dice: random.Random, text: str, size: int) -> File:
    script = "<script>alert('x')</script><img src=x onerror=alert(1)><svg/onload=alert(1)><iframe src='javascript:1'></iframe>"
    deep = dice.choice(
        ["div", "span", "table><tr><td", "font", "a href=x", "section", "svg", "x-y", "ul><li", "sub"]
    )
    times = dice.choice([0, 50, 3000, size // 10])
    odd = dice.choice(["", "<!--", "<![CDATA[", "&#x0;&#xD800;&#99999999;", "<style>" + "a{" * 99, "<td rowspan=999999 colspan=999999>",
                       "<p>" * 999, "<plaintext>", "<table width=1e9>" + "<tr>" * 200, "<ol start=999999999999>" + "<li>x" * 50])  # fmt: skip
    return File((f"<html><body>{script}{f'<{deep}>' * times}{odd}<p>{text}</p></body>").encode(), "page.html")


def _page_bomb(dice: random.Random, text: str, size: int) -> File:
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    page = f'<?xml version="1.0" encoding="utf-32"?><!DOCTYPE x [<!ENTITY l0 "lol">{entities}]><html><p>&l11;{text}</p></html>'
    return File(page.encode(), dice.choice(["bomb.html", "bomb.eml"]))


def _word(dice: random.Random, text: str, size: int) -> File:
    return File(_broken(dice, _word_file(text)), "broken.docx")


@cache
def _word_file(text: str) -> bytes:
    document = docx.Document()
    for line in text.splitlines():
        document.add_paragraph(line)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _word_bomb(dice: random.Random, text: str, size: int) -> File:
    """A small file that unpacks to much; or XML that expands, or nests without end."""
    many = dice.choice([2, 250]) * MEGABYTE if size > MEGABYTE else 2 * MEGABYTE
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    main = dice.choice([
        b"<w:p>" * (many // 5), b" " * many, f'<!DOCTYPE x [<!ENTITY l0 "lol">{entities}]><x>&l11;</x>'.encode(),
        b'<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]><x>&f;</x>', b"<a>" * 5000 + b"</a>" * 5000, b"",
    ])  # fmt: skip
    out = io.BytesIO(_word_file(text))
    bomb = io.BytesIO()
    with zipfile.ZipFile(out) as given, zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as made:
        for item in given.infolist():
            made.writestr(item.filename, main if item.filename == "word/document.xml" else given.read(item))
    return File(bomb.getvalue(), "bomb.docx")


def _pdf(dice: random.Random, text: str, size: int) -> File:
    return File(_broken(dice, _pdf_file(text[:1500])), "broken.pdf")


@cache
def _pdf_file(text: str) -> bytes:
    return bytes(typst.compile(f"#text({json.dumps(text, ensure_ascii=False)})".encode()))


def _outlook(dice: random.Random, text: str, size: int) -> File:
    return File(_broken(dice, _outlook_file(text)), "broken.msg")


def _outlook_file(text: str) -> bytes:
    """The least that an OLE file with a mail's body needs: a header, a table of sectors, a directory, a stream."""
    body = text.ljust(2048).encode("utf-16-le")
    body += b"\x00" * (-len(body) % 512)
    sectors = len(body) // 512
    head = (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
        + b"\x00" * 16
        + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6)
        + b"\x00" * 6
    )
    head += (
        struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)
        + struct.pack("<I", 0)
        + b"\xff" * 432
    )
    table = (
        struct.pack("<II", 0xFFFFFFFD, 0xFFFFFFFE)
        + b"".join(struct.pack("<I", n + 3) for n in range(sectors - 1))
        + struct.pack("<I", 0xFFFFFFFE)
    )
    root = _ole_entry("Root Entry", 5, 1, 0xFFFFFFFE, 0)
    stream = _ole_entry("__substg1.0_1000001F", 2, 0xFFFFFFFF, 2, len(body))
    return head[:512] + table.ljust(512, b"\xff")[:512] + (root + stream).ljust(512, b"\x00") + body


def _ole_entry(name: str, kind: int, child: int, start: int, length: int) -> bytes:
    words = name.encode("utf-16-le")
    none = 0xFFFFFFFF
    return (
        words.ljust(64, b"\x00")
        + struct.pack("<HBBIII", len(words) + 2, kind, 1, none, none, child)
        + b"\x00" * 36
        + struct.pack("<IQ", start, length)
    )


def _broken(dice: random.Random, data: bytes) -> bytes:
    """A file cut, with bytes changed, doubled or left out; now and then whole."""
    changed = bytearray(data)
    what = dice.randrange(5)
    if what == 1:
        del changed[dice.randrange(len(changed)) :]
    elif what == 2:
        for _ in range(dice.choice([1, 20, 400])):
            changed[dice.randrange(len(changed))] = dice.randrange(256)
    elif what == 3:
        at = dice.randrange(len(changed))
        del changed[at : at + dice.choice([1, 100, 3000])]
    elif what == 4:
        at = dice.randrange(len(changed))
        changed[at:at] = changed[at : at + dice.choice([1, 100, 3000])]
    return bytes(changed)


def _marked_text(dice: random.Random, text: str, size: int) -> File:
    marks = ["<script>alert(1)</script>", "{{7*7}}", "{x}", "%s%n", "${jndi:ldap://x}", "'; DROP TABLE x;--", "=cmd|'/C calc'!A0",
             "[a](javascript:alert(1))", "![](http://x)", "$$\\frac{1}{0}$$", ":red[x]", "\ud83d\ude00", "&lt;b&gt;", "\u0000", "{0}{1}"]  # fmt: skip
    return File(_sprinkled(dice, text, marks, 12).encode("utf-8", "replace"), "marks.txt")


_MAKERS: tuple[Callable[[random.Random, str, int], File], ...] = (
    _controls, _direction, _null_bytes, _encodings, _noise, _long_line, _repeats, _forwarded, _nested_mail,
    _mail_headers, _page, _page_bomb, _word, _word_bomb, _pdf, _much, _outlook, _marked_text,
)  # fmt: skip
