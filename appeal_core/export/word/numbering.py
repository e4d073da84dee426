"""Real Word numbering that begins where the letter's own numbers begin."""

from __future__ import annotations

from typing import Any

from appeal_core.export.word.xml import el


class Numbering:
    """Hands out list ids: a section's headings and points share one, so that 2.1 follows 2.

    Every list has a definition of its own whose levels start at the wanted number; so a list
    restarts in every word processor, and a point keeps its number without a heading before it.
    """

    def __init__(self, numbering: Any) -> None:
        self._root = numbering
        taken = [int(v) for v in numbering.xpath("w:abstractNum/@w:abstractNumId | w:num/@w:numId")]
        self._next = max(taken, default=0) + 1
        self._bullets: int | None = None

    def numbers(self, major: int, minor: int) -> int:
        """A list whose first level starts at `major` (`2.`), its second at `minor` (`2.1`)."""
        return self._add(_level(0, "decimal", "%1.", major, 397), _level(1, "decimal", "%1.%2", minor, 567))

    def bullets(self) -> int:
        """The list of points without numbers."""
        if self._bullets is None:
            self._bullets = self._add(_level(0, "bullet", "•", 1, 340))
        return self._bullets

    def _add(self, *levels: Any) -> int:
        number, self._next = self._next, self._next + 1
        kind = "multilevel" if len(levels) > 1 else "singleLevel"
        definition = el("abstractNum", el("multiLevelType", val=kind), *levels, abstractNumId=number)
        first = self._root.xpath("w:num")
        if first:  # definitions stand before instances
            first[0].addprevious(definition)
        else:
            self._root.append(definition)
        self._root.append(el("num", el("abstractNumId", val=number), numId=number))
        return number


def _level(index: int, form: str, text: str, start: int, indent: int) -> Any:
    return el(
        "lvl",
        el("start", val=start),
        el("numFmt", val=form),
        el("suff", val="tab"),
        el("lvlText", val=text),
        el("lvlJc", val="left"),
        el("pPr", el("tabs", el("tab", val="num", pos=indent)), el("ind", left=indent, hanging=indent)),
        ilvl=index,
    )


def list_properties(list_id: int, level: int) -> Any:
    """The paragraph property that puts a paragraph into a list."""
    return el("numPr", el("ilvl", val=level), el("numId", val=list_id))
