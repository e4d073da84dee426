"""Packed files ─► the files in them: .gz with one, .zip with any number, unpacked in memory within limits."""

from __future__ import annotations

import gzip
import io
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import PurePosixPath

from appeal_core.language import BadInput
from appeal_core.reports.sniff import LIMIT

_GZIP = b"\x1f\x8b"
_ZIP = b"PK\x03\x04"
_EMPTY_ZIP = b"PK\x05\x06"
MOST_MEMBERS = 200


@dataclass(frozen=True)
class Member:
    """One file out of an archive; `name` is its own, without folders."""

    name: str
    data: bytes


def is_archive(data: bytes) -> bool:
    """Whether these bytes are packed; a workbook, although a ZIP inside, is none."""
    if data.startswith((_GZIP, _EMPTY_ZIP)):
        return True
    return data.startswith(_ZIP) and not _is_workbook(data)


def unpacked(data: bytes, name: str) -> tuple[Member, ...]:
    """The files of an archive, folders and a computer's own files left out; other data as it is.

    A packed file inside a packed file is unpacked once more when it is a .gz; a .zip within a .zip is not.
    Raises `BadInput` for archives that are damaged, locked, too large, or hold nothing.
    """
    if data.startswith(_GZIP):
        return (Member(_without_gz(name), _gunzipped(data, name)),)
    if not is_archive(data):
        return (Member(name, data),)
    members = _of_zip(data, name)
    if not members:
        raise BadInput("{file} holds no files. Pack the reports again, or add them one by one.", file=name)
    return members


def _of_zip(data: bytes, name: str) -> tuple[Member, ...]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = [e for e in archive.infolist() if not e.is_dir() and not _is_litter(e.filename)]
            _check_size(entries, name)
            found = [Member(PurePosixPath(e.filename).name, archive.read(e)) for e in entries]
    except BadInput:
        raise
    except RuntimeError as error:  # what zipfile raises for a password
        raise BadInput(
            "{file} is locked with a password. Unpack it and add the reports.", file=name
        ) from error
    except Exception as error:  # a damaged archive fails in many ways
        raise BadInput(
            "{file} cannot be unpacked: it is damaged or cut off. Download it again.", file=name
        ) from error
    return tuple(m if not m.data.startswith(_GZIP) else unpacked(m.data, m.name)[0] for m in found)


def _check_size(entries: list[zipfile.ZipInfo], name: str) -> None:
    if len(entries) > MOST_MEMBERS:
        raise BadInput(
            "{file} holds more than {most} files. Pack the reports alone.", file=name, most=MOST_MEMBERS
        )
    if sum(e.file_size for e in entries) > LIMIT:
        raise BadInput("{file} is larger than 1 GB when unpacked.", file=name)


def _gunzipped(data: bytes, name: str) -> bytes:
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(data)) as file:
            found = file.read(LIMIT + 1)
    except (OSError, EOFError, zlib.error) as error:
        raise BadInput(
            "{file} cannot be unpacked: it is damaged or cut off. Download it again.", file=name
        ) from error
    if len(found) > LIMIT:
        raise BadInput("{file} is larger than 1 GB when unpacked.", file=name)
    return found


def _is_workbook(data: bytes) -> bool:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return any(n.startswith("xl/") for n in archive.namelist())
    except Exception:
        return b"xl/" in data  # cut off: its directory stands at its end


def _is_litter(path: str) -> bool:
    parts = PurePosixPath(path).parts
    return not parts or "__MACOSX" in parts or parts[-1].startswith(".") or parts[-1] == "Thumbs.db"


def _without_gz(name: str) -> str:
    return name[:-3] if name.lower().endswith(".gz") else name
