"""The case file for hand-over: a zip of `case.json` and `files/<sha256>`; and its versions."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from appeal_core.case.document import FORMAT, Case
from appeal_core.language import BadInput

LIMIT = 2 << 30  # bytes unpacked
_EPOCH = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True)
class CaseFile:
    """A case and the content of its files, by SHA-256."""

    case: Case
    files: Mapping[str, bytes]


def case_to_zip(case: Case, files: Mapping[str, bytes]) -> bytes:
    """The case file as bytes; the same case gives the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        document = json.dumps(case.model_dump(mode="json", by_alias=True), ensure_ascii=False, indent=1)
        archive.writestr(zipfile.ZipInfo("case.json", _EPOCH), document, zipfile.ZIP_DEFLATED)
        for sha in sorted(files):
            archive.writestr(zipfile.ZipInfo(f"files/{sha}", _EPOCH), files[sha], zipfile.ZIP_DEFLATED)
    return out.getvalue()


def read_case_file(data: bytes, known_cause: Callable[[str], bool]) -> CaseFile:
    """A case file (`.zip`, or a bare `case.json`). Raises `BadInput`.

    `known_cause` says whether the catalogue has a cause; a file may come from a later catalogue.
    """
    if data[:2] != b"PK":
        return CaseFile(case_from_json(data, known_cause), {})
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(i.file_size for i in archive.infolist()) > LIMIT:
                raise BadInput("This case file is too large to open (over 2 GB unpacked).")
            names = archive.namelist()
            if "case.json" not in names:
                raise BadInput("This zip is not a case file: it holds no case.json.")
            case = case_from_json(archive.read("case.json"), known_cause)
            files = {}
            for name in names:
                if name.startswith("files/") and not name.endswith("/"):
                    content = archive.read(name)
                    files[hashlib.sha256(content).hexdigest()] = content
    except BadInput:
        raise
    except Exception as error:  # a damaged zip fails in many ways: zlib.error, ValueError, RuntimeError …
        raise BadInput("This case file is damaged and cannot be opened. Ask for it again.") from error
    return CaseFile(case, files)


def read_case_folder(path: Path, known_cause: Callable[[str], bool]) -> CaseFile:
    """A `case.json` on disk, with the files that lie beside it in `files/` and `exhibits/`."""
    case = case_from_json(path.read_bytes(), known_cause)
    files = {}
    for folder in ("files", "exhibits"):
        for file in sorted((path.parent / folder).glob("*")):
            if file.is_file():
                content = file.read_bytes()
                files[hashlib.sha256(content).hexdigest()] = content
    return CaseFile(case, files)


def case_from_json(data: bytes, known_cause: Callable[[str], bool]) -> Case:
    """A case from its JSON document. Raises `BadInput` for a newer version or unknown causes."""
    try:
        document: Any = json.loads(data)
    except (UnicodeDecodeError, ValueError, RecursionError) as error:
        raise BadInput("This is not a case file: it is not readable JSON.") from error
    if not isinstance(document, dict) or "format" not in document or "id" not in document:
        raise BadInput("This is not a case file: it lacks the fields of a case.")
    version = document["format"]
    if not isinstance(version, int) or version > FORMAT:
        raise BadInput(
            "This case file was written by a newer Candor (format {theirs}; this one reads up to "
            "{ours}). Update Candor and open it again.",
            theirs=str(version),
            ours=FORMAT,
        )
    try:
        case = Case.model_validate(document)
    except ValidationError as error:
        first = error.errors()[0]
        raise BadInput(
            "This case file cannot be read: the field {field} is wrong ({why}).",
            field=".".join(str(p) for p in first["loc"]),
            why=first["msg"],
        ) from error
    named = {*case.causes, *(a.cause for a in case.root_causes.values())}
    unknown = sorted(c for c in named if not known_cause(c))
    if unknown:
        raise BadInput(
            "This case file names causes that this Candor does not know: {causes}. Update Candor and "
            "open it again.",
            causes=", ".join(unknown),
        )
    return case
