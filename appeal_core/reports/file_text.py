"""A large table of UTF-8 text on disk, read stretch by stretch, so that the whole of it is never in memory."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from appeal_core.reports.archives import is_archive
from appeal_core.reports.layout import HEAD
from appeal_core.reports.sniff import problem_of, sort_of

LARGE = 32 << 20  # bytes, below which a file is read at once
LARGEST = 4 << 30  # bytes; more than any store's report of 30 days
_MARK = b"\xef\xbb\xbf"


class NotUtf8(Exception):
    """Some stretch is in another encoding: the file has to be read at once, and its encoding found."""


@dataclass(frozen=True)
class FileText:
    """`head`: the text's first bytes; `size` and all places count from behind a byte order mark (`mark` bytes)."""

    path: Path
    mark: int
    size: int
    head: bytes
    last: bytes

    def stretches(self, begin: int, step: int) -> Iterator[tuple[bytes, int]]:
        """Parts of at least `step` bytes that end with a line, from `begin` on, each with the place of its end.

        Raises `NotUtf8`.
        """
        with self.path.open("rb") as file:
            file.seek(self.mark + begin)
            while part := file.read(step):
                part += file.readline()
                if not is_utf8(part):
                    raise NotUtf8
                begin += len(part)
                yield part, begin


def file_text(path: Path) -> FileText | None:
    """The file when it is large and may be a plain table of UTF-8 text; else `None`. Raises `OSError`."""
    size = path.stat().st_size
    if not LARGE <= size <= LARGEST:
        return None
    with path.open("rb") as file:
        head = file.read(2 * HEAD)
        file.seek(size - 1)
        last = file.read(1)
    mark = len(_MARK) if head.startswith(_MARK) else 0
    if is_archive(head) or problem_of(head, path.name) or sort_of(head) != "text" or b"\x00" in head:
        return None
    return FileText(path, mark, size - mark, head[mark:], last)


def is_utf8(part: bytes) -> bool:
    """Whether these bytes, which do not end inside a letter, are UTF-8."""
    if part.isascii():
        return True
    try:
        part.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
