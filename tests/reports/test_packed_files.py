"""Packed reports are read like bare ones, and an archive that cannot be unpacked says so."""

import gzip
import io
import zipfile

import pytest

from appeal_core.language import BadInput
from appeal_core.reports import read_report, read_reports
from tests.reports.shop import shop

MADE = shop(orders=30)
ORDERS = MADE.all_orders()


def packed(**files: bytes) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return data.getvalue()


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("o.txt.gz", gzip.compress(ORDERS)),
        ("two members.gz", gzip.compress(ORDERS[:900]) + gzip.compress(ORDERS[900:])),
        (
            "o.zip",
            packed(**{"folder/o.txt": ORDERS, "__MACOSX/folder/._o.txt": b"x", "folder/.DS_Store": b"y"}),
        ),
        ("gz in zip.zip", packed(**{"o.txt.gz": gzip.compress(ORDERS)})),
    ],
)
def test_a_packed_report_is_read_like_the_bare_one(name, data):
    bare, report = read_report(ORDERS, name), read_report(data, name)
    assert report.summary == bare.summary and report.frame.equals(bare.frame)
    assert [r.summary for r in read_reports(data, name)] == [bare.summary]


def test_every_file_of_an_archive_is_read_and_accounted_for():
    data = packed(**{"o.txt": ORDERS, "l.csv": MADE.late_report(), "readme.pdf": b"%PDF-1.7"})
    found = [(r.summary.file, r.summary.kind) for r in read_reports(data, "all.zip")]
    assert found == [
        ("all.zip/o.txt", "all_orders"), ("all.zip/l.csv", "late_shipment_report"), ("all.zip/readme.pdf", None),
    ]  # fmt: skip
    assert "several files" in read_report(data, "all.zip").summary.problem.in_("en")


def locked() -> bytes:
    """A ZIP whose only entry says that it is encrypted."""
    data = bytearray(packed(**{"o.txt": ORDERS}))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (packed(), "holds no files"),
        (packed(**{"o.txt": ORDERS})[:300], "damaged or cut off"),
        (gzip.compress(ORDERS)[:300], "damaged or cut off"),
        (b"\x1f\x8b" + bytes(40), "damaged or cut off"),
        (locked(), "password"),
        (packed(**{f"{i}.txt": b"x" for i in range(201)}), "more than 200"),
        (packed(**{"inner.zip": packed(**{"o.txt": ORDERS})}), "ZIP archive"),
    ],
)
def test_an_archive_that_cannot_be_unpacked_says_why(data, why):
    (report,) = read_reports(data, "x.zip")
    assert report.summary.kind is None and why in report.summary.problem.in_("en")
    assert read_report(data, "x.zip").summary.problem is not None


def test_an_archive_larger_than_its_limit_is_not_unpacked(monkeypatch):
    from appeal_core.reports import archives

    monkeypatch.setattr(archives, "LIMIT", 1000)
    for data in (packed(**{"o.txt": ORDERS}), gzip.compress(ORDERS)):
        assert "larger" in read_report(data, "x").summary.problem.in_("en")


def test_the_encoding_can_be_overridden_and_a_wrong_name_is_refused():
    text = "item-name\tlisting-id\tseller-sku\tprice\tquantity\nLöwe\tL1\tMF-1\t5\t3\n"
    read = read_report(text.encode("cp1252"), "l.txt", encoding="cp1250")
    assert (read.summary.encoding, read.frame["item_name"].tolist()) == ("cp1250", ["Löwe"])
    for name in ("nonsense", "base64", "zip", "idna"):
        with pytest.raises(BadInput, match="no encoding"):
            read_report(text.encode(), "l.txt", encoding=name)
