"""Moves the findings of a letter onto another writing of it (the plain text that is sent)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from appeal_core.case import Finding

_PLAIN = str.maketrans(
    {"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-", "…": "...", "·": "|", "\u00a0": " "}
)


def placed(
    findings: Iterable[Finding], text: str, blocks: Mapping[str, tuple[int, int]]
) -> tuple[Finding, ...]:
    """The findings with offsets of `text`, where each block stands at `blocks[id]` (end exclusive).

    Words that are written otherwise there (a table's row as lines) give the whole block; what has
    no place in `text` keeps none.
    """
    moved = [_moved(f, text, blocks) for f in findings]
    return tuple(sorted(moved, key=lambda f: (-1 if f.start is None else f.start, f.rule)))


def _moved(finding: Finding, text: str, blocks: Mapping[str, tuple[int, int]]) -> Finding:
    if finding.start is None or not finding.match:
        return finding
    left, right = blocks.get(finding.block, (0, len(text)))
    for words in (finding.match, finding.match.translate(_PLAIN)):
        start = text.find(words, left, right)
        if start >= 0:
            return _at(finding, text, start, start + len(words))
    if finding.block in blocks:
        return _at(finding, text, left, right)
    return finding.model_copy(update={"start": None, "end": None, "match": None})


def _at(finding: Finding, text: str, start: int, end: int) -> Finding:
    return finding.model_copy(update={"start": start, "end": end, "match": text[start:end]})
