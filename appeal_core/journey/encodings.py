"""Which characters a report is read with, where the seller chose them: remembered by the file's own hash."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping

from appeal_core.case import Case, ReportSummary
from appeal_core.language import Bilingual

Remembered = Callable[[str], Mapping[str, str] | None]
_FIELD = "encoding"
ENCODINGS = {
    "utf-8": Bilingual(en="UTF-8", zh="UTF-8"),
    "gb18030": Bilingual(en="Simplified Chinese (GB18030, GBK)", zh="简体中文（GB18030、GBK）"),
    "cp950": Bilingual(en="Traditional Chinese (Big5)", zh="繁体中文（Big5）"),
    "cp932": Bilingual(en="Japanese (Shift-JIS)", zh="日文（Shift-JIS）"),
    "cp1252": Bilingual(en="Western European (Windows-1252)", zh="西欧语言（Windows-1252）"),
    "cp1250": Bilingual(en="Central European (Windows-1250)", zh="中欧语言（Windows-1250）"),
    "cp1254": Bilingual(en="Turkish (Windows-1254)", zh="土耳其语（Windows-1254）"),
    "utf-16": Bilingual(en="UTF-16", zh="UTF-16"),
}


def key_of(data: bytes) -> str:
    """The name under which a choice for these bytes is kept; no header's signature is as long."""
    return hashlib.sha256(data).hexdigest()


def choice(encoding: str) -> dict[str, str]:
    """A choice as it is kept."""
    return {_FIELD: encoding}


def chosen(data: bytes, remembered: Remembered) -> str | None:
    """The encoding chosen for exactly this file, if one was; `None`: it is found by evidence."""
    found = remembered(key_of(data)) or {}
    name = found.get(_FIELD)
    return name if name in ENCODINGS else None


def encoding_name(code: str | None) -> Bilingual:
    """What people call an encoding; empty for files that have none (workbooks)."""
    return ENCODINGS.get(code or "", Bilingual(en=code or "", zh=code or ""))


def read_from(case: Case, name: str) -> tuple[ReportSummary, ...]:
    """The reports that the upload `name` gave: itself, or the files of the archive."""
    return tuple(r for r in case.reports if r.file == name or r.file.startswith(f"{name}/"))
