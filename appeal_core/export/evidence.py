"""The exhibits in one zip: every file untouched under a name that says what it is, and an index."""

from __future__ import annotations

import csv
import hashlib
import io
import re
from collections.abc import Sequence
from typing import NamedTuple

from appeal_core.case import Exhibit
from appeal_core.export.formulas import harmless
from appeal_core.export.packing import zip_bytes
from appeal_core.export.segments import clean
from appeal_core.export.txt import to_txt
from appeal_core.language import BadInput, Lang, date_text, say

_FORBIDDEN = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2066-\u2069]+')


class _Line(NamedTuple):
    letter: str
    file: str
    title: str
    issued: str
    where: str
    original: str
    sha256: str


def evidence_zip(
    exhibits: Sequence[tuple[str, Exhibit, bytes]], lang: Lang = "en", *, marketplace: str = "US"
) -> bytes:
    """A zip of `(letter, exhibit, content)` with `index.txt` and `index.csv` in `lang`.

    The files keep their bytes and are named like `A - supplier invoice.pdf`. Raises `BadInput`
    when a content is not the one that the exhibit was added with.
    """
    lines = [_line(letter, exhibit, data, lang, marketplace) for letter, exhibit, data in exhibits]
    index = [("index.txt", to_txt(_index_text(lines, lang))), ("index.csv", _index_csv(lines, lang))]
    contents = (data for _, _, data in exhibits)
    return zip_bytes([*index, *((line.file, data) for line, data in zip(lines, contents, strict=True))])


def exhibit_file_name(letter: str, exhibit: Exhibit, lang: Lang = "en") -> str:
    """`A - supplier invoice.pdf`: letter, title (else the file's own name), the file's own ending."""
    stem, dot, ending = exhibit.file_name.rpartition(".")
    if not dot or not re.fullmatch(r"[A-Za-z0-9]{1,5}", ending):
        stem, ending = exhibit.file_name, ""
    title = (exhibit.title.zh or exhibit.title.en) if lang == "zh" else (exhibit.title.en or exhibit.title.zh)
    name = clean(_FORBIDDEN.sub(" ", title or stem))
    name = re.sub(r"\s+", " ", name).strip(" .")[:80].rstrip(" .")
    whole = f"{letter} - {name}" if name else letter
    return f"{whole}.{ending.lower()}" if ending else whole


def _line(letter: str, exhibit: Exhibit, data: bytes, lang: Lang, marketplace: str) -> _Line:
    digest = hashlib.sha256(data).hexdigest()
    if exhibit.sha256 and exhibit.sha256 != digest:
        raise BadInput(
            "The file of exhibit {letter} ({name}) is not the one that was added. Add it anew.",
            letter=letter, name=exhibit.file_name,
        )  # fmt: skip
    title, where = exhibit.title, exhibit.where_to_look
    return _Line(
        letter=letter,
        file=exhibit_file_name(letter, exhibit, lang),
        title=(title.zh or title.en) if lang == "zh" else (title.en or title.zh),
        issued=date_text(exhibit.issued_on, lang, marketplace=marketplace) if exhibit.issued_on else "",
        where=(where.zh or where.en) if lang == "zh" else (where.en or where.zh),
        original=exhibit.file_name,
        sha256=digest,
    )


def _heads(lang: Lang) -> _Line:
    return _Line(
        say("Exhibit", lang), say("File name", lang), say("Document", lang), say("Issued on", lang),
        say("Where to look", lang), say("Original file name", lang), "SHA-256",
    )  # fmt: skip


def _index_text(lines: Sequence[_Line], lang: Lang) -> str:
    heads, colon = _heads(lang), "：" if lang == "zh" else ": "
    parts = [say("Exhibits: every file is as it came; nothing in it was changed.", lang)]
    for line in lines:
        rows = [f"{heads.letter} {line.letter}{colon}{line.title or line.original}"]
        for head, value in zip(heads[1:], line[1:], strict=True):
            if value and head != heads.title:
                rows.append(f"  {head}{colon}{value}")
        parts.append("\n".join(rows))
    return "\n\n".join(parts)


def _index_csv(lines: Sequence[_Line], lang: Lang) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(_heads(lang))
    writer.writerows([harmless(clean(value)) for value in line] for line in lines)
    return b"\xef\xbb\xbf" + out.getvalue().encode()  # a spreadsheet needs the mark to read UTF-8
