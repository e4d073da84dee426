"""Bookmarks: each with its own number, each name once in a document."""

from __future__ import annotations

from typing import Any

from appeal_core.export.word.xml import el


class Bookmarks:
    """Gives every bookmark of a document its id, and each name only once."""

    def __init__(self) -> None:
        self._names: set[str] = set()

    def around(self, name: str, content: list[Any]) -> list[Any]:
        """`content` between the ends of the bookmark `name`, unless it stands already."""
        if name in self._names:
            return content
        start, end = self._ends(name)
        return [start, *content, end]

    def over(self, name: str, paragraphs: list[Any]) -> None:
        """Lays the bookmark `name` over whole paragraphs (elements with their properties first)."""
        if name in self._names or not paragraphs:
            return
        start, end = self._ends(name)
        paragraphs[0].insert(1, start)
        paragraphs[-1].append(end)

    def _ends(self, name: str) -> tuple[Any, Any]:
        self._names.add(name)
        number = len(self._names)
        return el("bookmarkStart", id=number, name=name), el("bookmarkEnd", id=number)
