"""Runs and paragraphs: words, line breaks, visible gaps, links to exhibits."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from appeal_core.export.segments import Segment, clean
from appeal_core.export.word.xml import el


def run(text: str, style: str = "", *, bold: bool = False) -> Any:
    """A run; a newline in `text` breaks the line."""
    properties = el("rPr", el("rStyle", val=style) if style else None, el("b") if bold else None)
    element = el("r", properties if len(properties) else None)
    for index, line in enumerate(clean(text).split("\n")):
        if index:
            element.append(el("br"))
        if line:
            element.append(el("t", text=line))
    return element


def runs(pieces: Iterable[Segment], styles: dict[str, str], *, bold: bool = False) -> list[Any]:
    """The runs of a text: a gap marked, a mention of an exhibit linked to its row."""
    found = []
    for piece in pieces:
        if piece.kind == "gap":
            found.append(run(piece.text, styles["gap"]))
        elif piece.kind == "link":
            found.append(_link(piece, styles["hyperlink"]))
        else:
            found.append(run(piece.text, bold=bold))
    return found


def _link(piece: Segment, style: str) -> Any:
    return el("hyperlink", run(piece.text, style), anchor=bookmark_name(piece.target), history=1)


def bookmark_name(letter: str) -> str:
    """The name of the place where exhibit `letter` is listed."""
    return f"exhibit_{letter}"


def paragraph(style: str, *content: Any, before: Iterable[Any] = (), after: Iterable[Any] = ()) -> Any:
    """A paragraph of `style`; further properties stand `before` (keepNext, numPr) or `after` (jc)."""
    return el("p", el("pPr", el("pStyle", val=style), *before, *after), *content)
