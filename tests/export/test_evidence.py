"""The zip of exhibits: untouched files, telling names, an index that no spreadsheet runs."""

from __future__ import annotations

import csv
import datetime as dt
import hashlib
import io
import zipfile

import pytest

from appeal_core.case import Exhibit, Words
from appeal_core.export.evidence import evidence_zip, exhibit_file_name
from appeal_core.language import BadInput

INVOICE = b"%PDF-1.7 invoice \x00\xff"


def given() -> list[tuple[str, Exhibit, bytes]]:
    invoice = Exhibit(
        kind="invoice",
        title=Words(en="Supplier invoice", zh="供应商发票"),
        file_name="扫描件 001.PDF",
        sha256=hashlib.sha256(INVOICE).hexdigest(),
        issued_on=dt.date(2026, 1, 12),
        where_to_look=Words(en="line 3", zh="第 3 行"),
    )
    log = Exhibit(kind="system_log", title=Words(en='=HYPERLINK("http://x.invalid")'), file_name="log.txt")
    return [("A", invoice, INVOICE), ("B", log, b"log")]


def opened(data: bytes) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(data))


def test_every_file_is_there_untouched_under_a_name_that_says_what_it_is() -> None:
    with opened(evidence_zip(given())) as archive:
        assert archive.namelist()[:3] == ["index.txt", "index.csv", "A - Supplier invoice.pdf"]
        assert archive.read("A - Supplier invoice.pdf") == INVOICE


def test_the_index_tells_what_where_and_which_bytes() -> None:
    with opened(evidence_zip(given())) as archive:
        text = archive.read("index.txt").decode()
    for part in (
        "Exhibit A: Supplier invoice",
        "January 12, 2026",
        "line 3",
        hashlib.sha256(INVOICE).hexdigest(),
    ):
        assert part in text


def test_the_index_in_chinese() -> None:
    with opened(evidence_zip(given(), "zh")) as archive:
        assert "A - 供应商发票.pdf" in archive.namelist()
        assert "附件 A：供应商发票" in archive.read("index.txt").decode()


def test_the_index_cannot_be_run_by_a_spreadsheet() -> None:
    with opened(evidence_zip(given())) as archive:
        rows = list(csv.reader(io.StringIO(archive.read("index.csv").decode("utf-8-sig"))))
    assert [len(row) for row in rows] == [7, 7, 7]
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@"))]


def test_the_same_exhibits_give_the_same_bytes() -> None:
    assert evidence_zip(given()) == evidence_zip(given())


def test_a_file_that_is_not_the_one_added_is_refused() -> None:
    ((letter, exhibit, _), _) = given()
    with pytest.raises(BadInput, match="not the one that was added"):
        evidence_zip([(letter, exhibit, b"another")])


@pytest.mark.parametrize(
    ("title", "file_name", "name"),
    [
        ("Carrier letter", "x.JPG", "C - Carrier letter.jpg"),
        ("", "a/b\\c:d.pdf", "C - a b c d.pdf"),
        ("../../etc/passwd", "x.pdf", "C - etc passwd.pdf"),
        ("a\u202egnp", "x.exe", "C - a gnp.exe"),
        ("", "", "C"),
        ("Log", "no ending", "C - Log"),
        ("t" * 200, "x.pdf", f"C - {'t' * 80}.pdf"),
    ],
)
def test_names_are_safe_on_every_system(title: str, file_name: str, name: str) -> None:
    exhibit = Exhibit(kind="other", title=Words(en=title), file_name=file_name)
    assert exhibit_file_name("C", exhibit) == name
