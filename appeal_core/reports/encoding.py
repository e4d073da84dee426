"""From a file's bytes to UTF-8: a byte order mark, strict UTF-8, then what the marketplace writes.

The marketplace decides before any guess, because German in Latin-1 decodes as Japanese without an error. Only a
header whose names are known in another encoding alone is stronger: it is read as what it says.
"""

from __future__ import annotations

import codecs
import re

from appeal_core.catalog.loader import marketplaces
from appeal_core.language import BadInput
from appeal_core.reports.headers import known_headers

STEP = 16 << 20
SAMPLE = 2 << 20
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"),
)  # fmt: skip
_OTHERS = ("cp1252", "cp932", "gb18030", "cp1250", "cp1254", "cp1256")
HEAD = 64 << 10  # bytes in which a header is looked for
_CELLS = re.compile(r"[\t,;|\r\n]")
_HIGH_RUN = re.compile(rb"[\x80-\xff]+")


def known_encoding(name: str) -> str:
    """The encoding's own name in Python; raises `BadInput` when there is none such for text."""
    try:
        found = codecs.lookup(name)
        "".encode(found.name)
        codecs.getincrementaldecoder(name)("replace").decode(b"\xff\xfea\x00", False)
    except (LookupError, TypeError, ValueError) as error:
        raise BadInput(
            "{name} is no encoding that is known. Use utf-8, utf-16, cp1252, cp932 or gb18030.", name=name
        ) from error
    return found.name


def to_utf8(data: bytes, marketplace: str, encoding: str | None = None) -> tuple[bytes, str]:
    """The text as UTF-8 without a byte order mark, and the encoding that it was read in.

    `marketplace` is a code of `marketplaces.yaml`; `encoding` overrides every guess. Bytes that fit nothing become
    U+FFFD.
    """
    if encoding:
        if encoding in ("utf-16", "utf-32") and not data.startswith(
            (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
        ):
            encoding += "-le"
        return _recoded(data, encoding).removeprefix(codecs.BOM_UTF8), encoding
    if name := unmarked_utf16(data):
        return _recoded(data, name), name
    for mark, name in _MARKS:
        if data.startswith(mark):
            body = data[len(mark) :]
            return (_whole(body) if name == "utf-8" and _fits(body, name) else _recoded(body, name)), name
    if data.isascii() or _fits(data, "utf-8"):
        return _whole(data), "utf-8"
    name = _by_evidence(data[:SAMPLE], marketplaces()[marketplace].encodings, data)
    return _recoded(data, name), name


def unmarked_utf16(data: bytes) -> str | None:
    """UTF-16 without its byte order mark: every other byte of a header in Latin letters is zero."""
    head = data[:2048]
    if b"\x00" not in head or head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return None
    half = len(head) // 2
    high, low = head[1::2].count(0), head[0::2].count(0)
    if high > 0.7 * half and low < 0.1 * half:
        return "utf-16-le"
    return "utf-16-be" if low > 0.7 * half and high < 0.1 * half else None


def _by_header(data: bytes, encodings: tuple[str, ...]) -> str | None:
    """The encoding that alone makes more of the header's names known; `None` where all make the same."""
    if data[:HEAD].split(b"\n", 1)[0].isascii():
        return None
    known: dict[str, int] = {}
    for name in dict.fromkeys([*(e for e in encodings if e not in ("utf-8", "latin-1")), *_OTHERS]):
        head = data[:HEAD].decode(name, errors="replace").split("\n", 3)[:3]
        known[name] = max(known_headers(_CELLS.split(line)) for line in head)
    best = max(known, key=lambda name: known[name])
    usual = max((known[e] for e in encodings if e in known), default=0)
    return best if known[best] > usual and _fits(data, best) else None


def _by_evidence(sample: bytes, encodings: tuple[str, ...], data: bytes) -> str:
    if named := _by_header(data, encodings):
        return named
    if _is_chinese(sample, "cp932" in encodings):
        return "gb18030"
    return next((e for e in encodings if e != "utf-8" and _fits(data, e)), encodings[-1])


def _is_chinese(sample: bytes, japanese_store: bool) -> bool:
    """GBK writes a character as two high bytes, so its runs are even; a European accent stands alone.

    In a Japanese store the same bytes also decode as cp932: then to little but half-width letters.
    """
    runs = _HIGH_RUN.findall(sample)
    paired = sum(len(r) for r in runs if len(r) % 2 == 0)
    total = sum(len(r) for r in runs)
    if not total or paired < 0.9 * total or len(runs[0]) < 2 or not _fits(sample[: -1 or None], "gb18030"):
        return False
    text = sample.decode("gb18030", errors="replace")
    common = sum("\u4e00" <= c <= "\u9fff" or c in "，。：；（）、" for c in text)
    if common * 2 < 0.8 * total:
        return False
    if japanese_store:
        high = [c for c in sample.decode("cp932", errors="replace") if c > "\x7f"]
        kana = sum("\uff61" <= c <= "\uff9f" for c in high)
        return len(high) >= 8 and kana > 0.7 * len(high)
    return True


def _fits(data: bytes, encoding: str) -> bool:
    """Whether all bytes decode; a character cut off at the very end of the file is forgiven."""
    decoder = codecs.getincrementaldecoder(encoding)("strict")
    try:
        for at in range(0, len(data), STEP):
            decoder.decode(data[at : at + STEP])
    except UnicodeDecodeError:
        return False
    return True


def _whole(data: bytes) -> bytes:
    """UTF-8 without the character that the end of the file cuts off."""
    for back in range(1, min(4, len(data) + 1)):
        byte = data[-back]
        if byte < 0x80:
            break
        if byte >= 0xC0:
            length = 2 if byte < 0xE0 else 3 if byte < 0xF0 else 4
            return data[:-back] if length > back else data
    return data


def _recoded(data: bytes, encoding: str) -> bytes:
    decoder = codecs.getincrementaldecoder(encoding)("replace")
    parts = [decoder.decode(data[at : at + STEP]).encode("utf-8") for at in range(0, len(data), STEP)]
    return b"".join(parts)
