"""Reads the cue files, each once."""

from __future__ import annotations

from functools import cache
from typing import TypeVar

from pydantic import BaseModel

from appeal_core.catalog import cue_entries as kinds
from appeal_core.catalog.loader import FOLDER, CatalogError, read_entry, read_yaml

_Kind = TypeVar("_Kind", bound=BaseModel)


@cache
def cause_cues() -> dict[str, kinds.CauseCues]:
    """How each cause is stated, by code."""
    found = {}
    for path in sorted((FOLDER / "cues").glob("*.yaml")):
        entry = read_entry(path, kinds.CauseCues)
        if entry.code != path.stem:
            raise CatalogError(f"{path}: the file's name is not its code {entry.code!r}")
        found[entry.code] = entry
    return found


@cache
def notice_structure() -> kinds.NoticeStructure:
    """Headings and standard paragraphs."""
    return read_entry(FOLDER / "notice_structure.yaml", kinds.NoticeStructure)


@cache
def notice_states() -> kinds.NoticeStates:
    """Stages and scopes."""
    return read_entry(FOLDER / "notice_states.yaml", kinds.NoticeStates)


@cache
def ask_cues() -> kinds.AskCues:
    """Demands, deadlines, forms."""
    return read_entry(FOLDER / "ask_cues.yaml", kinds.AskCues)


@cache
def warnings() -> dict[str, kinds.WarningCues]:
    """Things to beware of, by code."""
    return {w.code: w for w in _listed("warnings.yaml", kinds.WarningCues)}


@cache
def questions() -> tuple[kinds.QuestionEntry, ...]:
    """What settles an open diagnosis."""
    return _listed("questions.yaml", kinds.QuestionEntry)


@cache
def replies() -> tuple[kinds.ReplyCues, ...]:
    """Outcomes in the order in which they are tried."""
    return _listed("replies.yaml", kinds.ReplyCues)


@cache
def reply_meanings() -> kinds.ReplyMeanings:
    """What a reply means where none of its phrases is known."""
    return read_entry(FOLDER / "reply_meanings.yaml", kinds.ReplyMeanings)


@cache
def no_notice_path() -> kinds.NoNoticePath:
    """Questions and rules of the path without a notice."""
    return read_entry(FOLDER / "no_notice.yaml", kinds.NoNoticePath)


def _listed(name: str, kind: type[_Kind]) -> tuple[_Kind, ...]:
    path = FOLDER / name
    return tuple(read_entry(path, kind, item) for item in read_yaml(path))
