"""Zip files whose bytes depend on their content alone, not on the clock."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping

_EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest day a zip entry can bear


def zip_bytes(files: Iterable[tuple[str, bytes]]) -> bytes:
    """A zip of `(name, content)` in the order given; the same files give the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files:
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, content)
    return out.getvalue()


def repacked(package: bytes, replaced: Mapping[str, bytes] | None = None) -> bytes:
    """An Office package without the times of its entries; `replaced` gives entries new content."""
    new = replaced or {}
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        return zip_bytes((name, new.get(name) or archive.read(name)) for name in archive.namelist())
