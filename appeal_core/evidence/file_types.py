"""Kinds of files and of papers, from the catalogue: extensions, what is usually accepted, what answers an ask."""

from __future__ import annotations

from functools import cache

from appeal_core.catalog.entries import Code, Entry
from appeal_core.catalog.loader import FOLDER, read_entries


class FileType(Entry):
    """A kind of file; `usual` when most of Amazon's lists of accepted files have it."""

    code: Code
    extensions: tuple[str, ...]
    usual: bool


class AskPapers(Entry):
    """The kinds of papers that can answer an ask."""

    code: Code
    kinds: tuple[Code, ...]


@cache
def file_types() -> dict[str, FileType]:
    """Kinds of files, by code."""
    return read_entries(FOLDER / "file_types.yaml", FileType)


@cache
def ask_papers() -> dict[str, AskPapers]:
    """For each ask that wants a paper, the kinds that can answer it."""
    return read_entries(FOLDER / "ask_papers.yaml", AskPapers)


def type_of_name(name: str) -> str:
    """The code of the kind that a file's extension (or a bare `.jpg`, `jpg`) names; empty if none."""
    extension = name.rsplit(".", 1)[-1].strip().lower()
    return next((t.code for t in file_types().values() if extension in t.extensions), "")


def accepted_types(accepted_files: tuple[str, ...]) -> tuple[str, ...]:
    """The codes of a notice's own list of extensions; what is usual where it has none."""
    named = tuple(dict.fromkeys(t for t in map(type_of_name, accepted_files) if t))
    return named or tuple(t.code for t in file_types().values() if t.usual)
