"""Beginning a case: empty, from a case file, or a copy under a new id."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from appeal_core.case import Case
from appeal_core.case.file import CaseFile, read_case_file, read_case_folder
from appeal_core.catalog.loader import FOLDER
from appeal_core.language import BadInput, Lang


def new_case(case_id: str, now: dt.datetime, language: Lang = "en") -> Case:
    """An empty case. The id and the clock are given, so that the same call gives the same case."""
    return Case(id=case_id, created_at=now, language=language)


def opened(data: bytes, case_id: str) -> CaseFile:
    """A case file's case under a fresh id (two people may open the same file). Raises `BadInput`."""
    found = read_case_file(data, known_cause)
    return CaseFile(found.case.replace(id=case_id), found.files)


def known_cause(code: str) -> bool:
    """Whether the catalogue has a cause of that code."""
    return code.isidentifier() and (FOLDER / "causes" / f"{code}.yaml").exists()


def case_at(path: Path) -> CaseFile:
    """The case file at `path`: a `.zip`, or a `case.json` with its files beside it. Raises `BadInput`."""
    try:
        if path.suffix.lower() == ".zip":
            return read_case_file(path.read_bytes(), known_cause)
        return read_case_folder(path, known_cause)
    except OSError as error:
        raise BadInput("The case file {path} cannot be read ({why}). Look at its name and try again.",
                       path=str(path), why=error.strerror or str(error)) from error  # fmt: skip
