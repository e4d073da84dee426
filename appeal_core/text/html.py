"""HTML to text: sentences stay whole, hidden text goes (inscriptis)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from appeal_core.language import BadInput
from appeal_core.text.plain import clean, decode

if TYPE_CHECKING:
    from appeal_core.text.document import Document

_CHARSET = re.compile(rb"<meta[^>]+charset=[\"']?([\w-]+)", re.IGNORECASE)
LARGEST_PAGE = 8 * 1024 * 1024  # characters of markup
_MOST_TAGS = 40_000  # inscriptis takes a second for so many
_DEEPEST = 200  # nested elements; lxml and inscriptis walk them by recursion


def read_html(data: bytes, name: str) -> Document:
    """A saved web page or mail body."""
    from appeal_core.text.document import Document

    declared = _CHARSET.search(data[:4000])
    text = ""
    if declared and not data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        try:
            text = data.decode(declared[1].decode("ascii"))
        except (LookupError, UnicodeDecodeError):
            text = ""
    return Document(text=html_text(text or decode(data, name), name), kind="html")


def html_text(source: str, name: str = "") -> str:
    """The text of an HTML source. Raises `BadInput` when it cannot be read."""
    from inscriptis import get_text
    from inscriptis.css_profiles import CSS_PROFILES
    from inscriptis.model.config import ParserConfig

    if not source.strip():
        return ""
    if len(source) > LARGEST_PAGE:
        raise BadInput(
            "The page {name} is larger than {limit} MB. Copy its text and paste it.",
            name=name,
            limit=LARGEST_PAGE // 1024 // 1024,
        )
    source = re.sub(r"^\s*<\?xml[^>]*\?>", "", source)  # lxml refuses a declared charset in characters
    if source.count("<") > _MOST_TAGS or _depth(source) > _DEEPEST:
        source = re.sub(r"<[^<>]{0,5000}>", "\n", source)
    try:
        text = get_text(source, ParserConfig(css=CSS_PROFILES["strict"]))
    except Exception as error:
        raise BadInput("The page {name} cannot be read. Copy its text and paste it.", name=name) from error
    return clean("\n".join(line.strip() for line in text.splitlines()))


def _depth(source: str) -> int:
    depth = deepest = 0
    for mark in re.finditer(
        r"<(/?)(?:div|table|tbody|tr|td|span|p|ul|ol|li|blockquote|b|font)\b", source, re.IGNORECASE
    ):
        depth = max(0, depth - 1) if mark[1] else depth + 1
        deepest = max(deepest, depth)
    return deepest
