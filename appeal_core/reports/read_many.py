"""A file that may hold several reports (a .zip) ─► all of them."""

from __future__ import annotations

from pathlib import Path

from appeal_core.case.measurements import ReportSummary
from appeal_core.case.report_frame import Report
from appeal_core.language import BadInput
from appeal_core.reports.archives import Member, is_archive, unpacked
from appeal_core.reports.layout import HEAD
from appeal_core.reports.read import Progress, bytes_of, read_report


def read_reports(
    data: bytes | Path,
    name: str,
    *,
    marketplace: str = "US",
    mapping: dict[str, str] | None = None,
    encoding: str | None = None,
    progress: Progress | None = None,
) -> tuple[Report, ...]:
    """Reads every report in a file, packed or not; the arguments are those of `read_report`.

    The reports of an archive with several files are named `archive.zip/file.txt`. A file in it that is no report
    comes back like any such file: without `kind`, with its `problem`.
    """
    told = progress or (lambda _: None)
    try:
        members = _members(data, name)
    except BadInput as error:
        return (Report(ReportSummary(file=name, problem=error.message)),)
    if len(members) < 2:
        return (
            read_report(
                data, name, marketplace=marketplace, mapping=mapping, encoding=encoding, progress=told
            ),
        )
    found = []
    for at, member in enumerate(members):

        def share(part: float, done: int = at) -> None:
            told((done + part) / len(members))

        inner = f"{name}/{member.name}"
        found.append(
            read_report(
                member.data,
                inner,
                marketplace=marketplace,
                mapping=mapping,
                encoding=encoding,
                progress=share,
            )
        )
    return tuple(found)


def _members(data: bytes | Path, name: str) -> tuple[Member, ...]:
    """The files in an archive; none where it is no archive, and then a large file is not read here."""
    if isinstance(data, Path):
        try:
            with data.open("rb") as file:
                head = file.read(HEAD)
        except OSError:
            return ()  # `read_report` says what is wrong with it
        if not is_archive(head):
            return ()
    content = bytes_of(data) if isinstance(data, Path) else data
    return tuple(unpacked(content, name)) if is_archive(content) else ()
