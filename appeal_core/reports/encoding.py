"""From a file's bytes to UTF-8: a byte order mark, strict UTF-8, then what the marketplace writes.

The marketplace decides before any guess, because German in Latin-1 decodes as Japanese without an error.
"""

from __future__ import annotations

import codecs
import re

from appeal_core.catalog.loader import marketplaces

STEP = 16 << 20
SAMPLE = 2 << 20
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"),
)  # fmt: skip
_HIGH_RUN = re.compile(rb"[\x80-\xff]+")


def to_utf8(data: bytes, marketplace: str) -> tuple[bytes, str]:
    """The text as UTF-8 without a byte order mark, and the encoding that it was read in.

    `marketplace` is a code of `marketplaces.yaml`. Bytes that fit nothing become U+FFFD.
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            body = data[len(mark) :]
            return (_whole(body) if name == "utf-8" and _fits(body, name) else _recoded(body, name)), name
    if data.isascii() or _fits(data, "utf-8"):
        return _whole(data), "utf-8"
    name = _by_evidence(data[:SAMPLE], marketplaces()[marketplace].encodings, data)
    return _recoded(data, name), name


def _by_evidence(sample: bytes, encodings: tuple[str, ...], data: bytes) -> str:
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
