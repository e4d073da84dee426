"""Plain text files: the letter for a form without tables, and one file for each box of a form."""

from __future__ import annotations

from collections.abc import Mapping

from appeal_core.export.segments import clean


def to_txt(text: str) -> bytes:
    """A text as UTF-8 bytes with one newline at its end, so that it pastes cleanly anywhere."""
    return (clean(text).strip("\n") + "\n").encode()


def box_files(boxes: Mapping[str, str]) -> dict[str, bytes]:
    """One file for each box that has text, `root_cause` -> `root_cause.txt`."""
    return {f"{name}.txt": to_txt(text) for name, text in boxes.items() if text.strip()}
