"""A knowledge file laid open: its data, and the line on which each part of it stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import yaml

Place = tuple[str | int, ...]  # the way from the file's top: ("cues", "en", 3)
try:
    _Loader: Any = yaml.CSafeLoader
except AttributeError:  # a PyYAML without its C part
    _Loader = yaml.SafeLoader


class Laid:
    """A file that was read: `data` as Python values. Raises `OSError`, `ValueError` or `yaml.YAMLError`."""

    def __init__(self, path: Path) -> None:
        text = path.read_text(encoding="utf-8")
        self._root: Any = yaml.compose(text, Loader=_Loader)
        self.data: Any = yaml.load(text, Loader=_Loader)

    def line(self, place: Sequence[Any]) -> int | None:
        """The line, from 1, of what stands at `place`; of the nearest thing around it where that is not there."""
        node = self._root
        for step in place:
            node = _inside(node, step)
        return node.start_mark.line + 1 if node else None

    def repeated(self) -> Iterator[tuple[int, str]]:
        """Line and name of every key that stands twice in one mapping; YAML would keep the last one silently."""
        waiting, seen = [self._root], set()
        while waiting:
            node = waiting.pop()
            if node is None or id(node) in seen:  # an anchor's content is one node in several places
                continue
            seen.add(id(node))
            if isinstance(node, yaml.MappingNode):
                yield from _twice(node)
                waiting += [value for _, value in node.value]
            elif isinstance(node, yaml.SequenceNode):
                waiting += node.value


def _inside(node: Any, step: Any) -> Any:
    if isinstance(node, yaml.MappingNode):
        return next((v for k, v in node.value if k.value == str(step)), node)
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        return node.value[step]
    return node


def _twice(node: yaml.MappingNode) -> Iterator[tuple[int, str]]:
    names: set[str] = set()
    for key, _ in node.value:
        name = str(key.value)
        if name in names and name != "<<":
            yield key.start_mark.line + 1, name
        names.add(name)
