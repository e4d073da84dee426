"""What a file is by its first bytes, whatever its name says."""

from __future__ import annotations

from typing import Literal

from appeal_core.language import Message, message
from appeal_core.reports.encoding import unmarked_utf16

Sort = Literal["text", "json", "xml", "workbook", "other"]
LIMIT = 1 << 30  # bytes
_BLANK = b"\xef\xbb\xbf \t\r\n\x00"
_HEADS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


def sort_of(data: bytes) -> Sort:
    """`text` for anything that may be a table of text; `other` for what can never be a report."""
    head = data[:4096]
    if head.startswith(b"PK\x03\x04"):
        return "workbook"
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    if start[:1] in (b"{", b"["):
        return "json"
    if start[:1] == b"<":
        return "xml"
    if head.startswith(_HEADS[1:]) or unmarked_utf16(data):
        return _sort_of_wide(head)
    return "other" if b"\x00" in head or _is_binary(head) else "text"


def _sort_of_wide(head: bytes) -> Sort:
    """The same of UTF-16, whose first letter stands beside a zero."""
    start = head.replace(b"\x00", b"").lstrip(b"\xff\xfe \t\r\n")
    return "json" if start[:1] in (b"{", b"[") else "xml" if start[:1] == b"<" else "text"


def problem_of(data: bytes, name: str) -> Message | None:
    """Why a file cannot be a report at all; `None` when it may be one."""
    if len(data) > LIMIT:
        return message("{file} is larger than 1 GB. Download the report for a shorter time.", file=name)
    if not data[:4096].strip(_BLANK) and not data.strip(_BLANK):
        return message("{file} is empty. Download the report again.", file=name)
    head = data[:8]
    if head.startswith(b"%PDF"):
        return message("{file} is a PDF. Download the report as text, CSV or Excel instead.", file=name)
    if head.startswith(b"\xd0\xcf\x11\xe0"):
        return message(
            "{file} is an old Excel workbook (.xls). Open it and save it as .xlsx or CSV UTF-8.", file=name
        )
    if head.startswith(b"PK\x03\x04"):
        return _workbook_problem(data, name)
    if sort_of(data) == "other":
        return message("{file} is not a table of text. Choose the file as Seller Central gave it.", file=name)
    return None


def _workbook_problem(data: bytes, name: str) -> Message | None:
    if b"xl/" not in data:
        return message("{file} is a ZIP archive. Unpack it and add the reports inside.", file=name)
    if name.lower().endswith((".xlsx", ".xlsm")):
        return None
    return message(
        "{file} is an Excel workbook with another ending. Rename it to .xlsx, or save it as CSV UTF-8.",
        file=name,
    )


def _is_binary(head: bytes) -> bool:
    odd = sum(b < 9 or (13 < b < 32 and b != 27) for b in head)
    return odd > len(head) * 0.02
