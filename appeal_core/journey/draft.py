"""A draft that somebody wrote, checked beside the notice that it answers and the reports behind it.

Nothing is stored here: what was read of the reports goes into the case when the draft becomes one.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from appeal_core.case import Case, ReportSummary
from appeal_core.journey import asked, begin, composing, notices, reports, taking_over
from appeal_core.journey.composing import Reviewed
from appeal_core.journey.reports import Load, Progress, ReadFiles, Upload


@dataclass(frozen=True)
class Draft:
    """A draft as it was given. `notice`: the text of the notice that it answers, where there is one."""

    data: bytes
    name: str
    notice: str = ""
    uploads: tuple[Upload, ...] = ()


@dataclass(frozen=True)
class Checked:
    """What was found in a draft. `stated`: the cause that its notice surely states, else empty.

    `reports`, `files`: what the uploads gave beside the case's own reports, buyers' columns dropped; `unread`: those
    that were not recognised.
    """

    found: Reviewed
    stated: str = ""
    reports: tuple[ReportSummary, ...] = ()
    files: tuple[bytes, ...] = ()
    unread: tuple[ReportSummary, ...] = ()


def checked(
    draft: Draft,
    case: Case | None,
    now: dt.datetime,
    load: Load,
    mapping_of: Callable[[str], dict[str, str] | None] = lambda _: None,
    progress: Progress = lambda _share, _name: None,
) -> Checked:
    """The review of a draft against the open case, its notice and its reports. Raises `BadInput`.

    `now` is an aware moment; `load`, `mapping_of` and `progress` as for `reports.read_uploads`.
    """
    diagnosis = asked.diagnosis_of(draft.notice.encode(), "notice.txt") if draft.notice.strip() else None
    if not draft.uploads:
        found = composing.draft_findings(draft.data, draft.name, case, diagnosis)
        return Checked(found, taking_over.stated_cause(diagnosis))
    read = reports.read_uploads(_beside(draft, case, now), draft.uploads, load, mapping_of, progress)
    measured = read.measurements if read.reports else None
    found = composing.draft_findings(draft.data, draft.name, case, diagnosis, measured)
    fresh = _fresh(read, case)
    return Checked(found, taking_over.stated_cause(diagnosis), fresh, _files(read, fresh), tuple(read.unread))


def joined(case: Case, given: Checked, load: Load) -> ReadFiles | None:
    """The case's own and the draft's reports, measured for the case's store and causes; `None` without any."""
    if not given.reports:
        return None
    files = {_sha(data): data for data in given.files}
    known = {r.sha256 for r in given.reports if r.sha256}
    kept = [r for r in case.reports if r.sha256 not in known and r not in given.reports]
    whole = case.replace(reports=(*kept, *given.reports))
    read = reports.measured_again(whole, lambda sha: files[sha] if sha in files else load(sha))
    return ReadFiles(read.reports, read.measurements, read.defect_counts, [*given.files, *read.files])


def _beside(draft: Draft, case: Case | None, now: dt.datetime) -> Case:
    """The case, never stored, whose store and causes the reports are read for."""
    base = case or begin.new_case("draft", now)
    if base.notices:
        return base
    if draft.notice.strip():
        return notices.with_notice_text(base, draft.notice)
    text = composing.draft_text(draft.data, draft.name)
    store = taking_over.read_draft(text, now.date()).marketplace
    return base.with_value("seller.marketplace", store) if store else base


def _fresh(read: ReadFiles, case: Case | None) -> tuple[ReportSummary, ...]:
    held: Sequence[ReportSummary] = case.reports if case else ()
    return tuple(r for r in read.reports if r not in held)


def _files(read: ReadFiles, fresh: Sequence[ReportSummary]) -> tuple[bytes, ...]:
    """The kept columns of these reports; the list of defects is made anew for the case."""
    wanted = {r.sha256 for r in fresh}
    return tuple(data for data in read.files if _sha(data) in wanted)


def _sha(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
