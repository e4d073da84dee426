"""Bytes to characters, and characters freed of what no reader sees."""

from __future__ import annotations

import re

from appeal_core.language import BadInput

_BOMS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
# C0 and C1 controls, the soft hyphen, zero-width and direction marks, the byte order mark, lone surrogates,
# non-characters, invisible tags.
_UNSEEN = re.compile(
    r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufffe\uffff\ud800-\udfff\U000e0000-\U000e007f]"
)
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")  # no text has many of these
_MARKED_LINE = re.compile(
    r"^\+(?=[^\s+])([^\n]*[^\s+])\+$", re.MULTILINE
)  # how an older forum marks what it quotes
_SAMPLE = 100_000  # characters that are enough to know an encoding by
_COMMON_HAN = set(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取完举色的您"
)


def decode(data: bytes, name: str = "") -> str:
    """The characters of a text file: its byte order mark, strict UTF-8, else the likeliest of the old sets.

    Raises `BadInput` when the bytes are no text.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    if b"\x00" in data[:4096]:
        return _wide(data, name)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.start > len(data) - 4 and error.reason == "unexpected end of data":
            text = data[: error.start].decode("utf-8")  # cut off inside its last character
        else:
            text = _legacy(data)
    if _share_of_controls(text) > 0.02:
        raise _not_text(name)
    return text


def _wide(data: bytes, name: str) -> str:
    """UTF-16 without its mark: every second byte of Western text is zero."""
    for encoding, zeros in (("utf-16-le", data[1:4096:2]), ("utf-16-be", data[0:4096:2])):
        if zeros.count(0) > 0.6 * len(zeros):
            text = data[: len(data) // 2 * 2].decode(encoding, errors="replace")
            if _share_of_controls(text) < 0.02:
                return text
    raise _not_text(name)


def _not_text(name: str) -> BadInput:
    return BadInput("{name} is not a text file. Paste the text of the notice instead.", name=name or "-")


def _share_of_controls(text: str) -> float:
    sample = text[:20_000]
    return len(_CONTROLS.findall(sample)) / max(1, len(sample))


def _legacy(data: bytes) -> str:
    """Of gb18030, cp932 and cp1252 the one whose characters are common in real letters."""
    best, best_score = "", -1e9
    for encoding in ("gb18030", "cp932", "big5", "cp1252"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            text = data.decode(encoding, errors="replace")
        score = _plausible(text[:_SAMPLE])
        if score > best_score:
            best, best_score = text, score
    return best


def _plausible(text: str) -> float:
    """How much like a letter: kana and common characters speak for, rare ones and breaks against."""
    score = 0.0
    seen = 0
    for char in text:
        code = ord(char)
        if code < 0x80:
            continue
        seen += 1
        if char == "\ufffd" or 0xE000 <= code <= 0xF8FF or 0xFF61 <= code <= 0xFF9F:
            score -= 4
        elif 0x3041 <= code <= 0x30FE:
            score += 1.2
        elif char in _COMMON_HAN or char in "，。、：；？“”（）":
            score += 1.5
        elif 0x4E00 <= code <= 0x9FFF:
            score += 0.1
        elif char in "äöüßÄÖÜéèàçêâîôûñíóúá’‘–—€£":
            score += 0.9
        else:
            score -= 1
    return score / max(1, seen)


def clean(text: str) -> str:
    """The text with one kind of line break, without control and zero-width characters."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = re.sub("[\x0b\x0c\x85\u2028\u2029]", "\n", text)
    text = _UNSEEN.sub("", text)
    text = _MARKED_LINE.sub(r"\1", text)
    text = re.sub(r"(?<![ \t\u00a0])[ \t\u00a0]+\n", "\n", text)  # looks at a run of blanks but once
    return re.sub(r"\n{4,}", "\n\n\n", text).strip("\n")
