"""Six invented cases: their notice, reports, answers and exhibits, filled into a case on demand."""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from appeal_core.case import Case
from appeal_core.catalog.loader import read_yaml
from appeal_core.journey import begin, notices, reports
from appeal_core.language import BadInput, Bilingual, Frozen, Lang

FOLDER = Path(__file__).resolve().parent.parent / "samples"


class Sample(Frozen):
    """A sample as it lies on disk."""

    name: str
    title: Bilingual
    story: Bilingual
    cause: str
    as_of: dt.date
    received_at: dt.datetime
    case: dict[str, Any]

    @property
    def folder(self) -> Path:
        """Where its notice, reports and exhibits lie."""
        return FOLDER / self.name


@dataclass(frozen=True)
class Opened:
    """A sample as a case, with the content of its files by SHA-256."""

    case: Case
    files: dict[str, bytes] = field(default_factory=dict)


@cache
def overview() -> tuple[Sample, ...]:
    """All samples, in the order of the causes that the wizard was first made for."""
    found = [sample(p.parent.name) for p in sorted(FOLDER.glob("*/sample.yaml"))]
    order = ["order_defect_rate", "late_shipment_rate", "cancellation_rate", "valid_tracking_rate"]
    return tuple(sorted(found, key=lambda s: (order.index(s.cause) if s.cause in order else 9, s.name)))


@cache
def sample(name: str) -> Sample:
    """One sample. Raises `BadInput` for an unknown name."""
    path = FOLDER / name / "sample.yaml"
    if not name.isidentifier() or not path.exists():
        names = ", ".join(sorted(p.parent.name for p in FOLDER.glob("*/sample.yaml")))
        raise BadInput("There is no sample “{name}”. Choose one of: {names}.", name=name, names=names)
    try:
        return Sample.model_validate(read_yaml(path))
    except ValidationError as error:
        first = error.errors()[0]
        raise BadInput("The sample {name} is wrong at {place}: {why}.", name=name,
                       place=".".join(map(str, first["loc"])), why=first["msg"]) from error  # fmt: skip


def open_sample(name: str, lang: Lang, case_id: str) -> Opened:
    """The sample as a case in `lang`, as if a person had gone through every page. Raises `BadInput`."""
    found = sample(name)
    files: dict[str, bytes] = {}
    case = begin.new_case(case_id, found.received_at, lang).replace(sample=name)
    notice = (found.folder / f"notice.{lang}.txt").read_text(encoding="utf-8")
    case = _filled(notices.with_notice_text(case, notice, found.received_at), found)
    case = _with_exhibit_files(case, found, files)
    uploads = [reports.Upload(p.name, p.read_bytes()) for p in report_files(found)]
    if uploads or case.typed:
        read = reports.read_uploads(case, uploads, files.__getitem__)
        files |= {hashlib.sha256(d).hexdigest(): d for d in read.files}
        if read.unread:
            raise BadInput("The sample {name} has a report that is not recognised: {file}.",
                           name=name, file=read.unread[0].file)  # fmt: skip
        case = reports.merged(case, read)
    return Opened(case, files)


def report_files(found: Sample) -> list[Path]:
    """The sample's report files, by name."""
    return sorted((found.folder / "reports").glob("*")) if (found.folder / "reports").is_dir() else []


def _filled(case: Case, found: Sample) -> Case:
    document = case.model_dump(mode="json", by_alias=True)
    for part, given in found.case.items():
        kept = document.get(part)
        document[part] = {**kept, **given} if isinstance(kept, dict) and isinstance(given, dict) else given
    try:
        return Case.model_validate(document)
    except ValidationError as error:
        first = error.errors()[0]
        raise BadInput("The sample {name} is wrong at {place}: {why}.", name=found.name,
                       place=".".join(map(str, first["loc"])), why=first["msg"]) from error  # fmt: skip


def _with_exhibit_files(case: Case, found: Sample, files: dict[str, bytes]) -> Case:
    exhibits = {}
    for key, exhibit in case.exhibits.items():
        data = (found.folder / "exhibits" / exhibit.file_name).read_bytes()
        sha = hashlib.sha256(data).hexdigest()
        files[sha] = data
        exhibits[key] = exhibit.model_copy(update={"sha256": sha, "size": len(data)})
    return case.replace(exhibits=exhibits)


def write_sample(name: str, out: Path, lang: Lang = "en") -> list[Path]:
    """Writes `case.json`, `notice.txt`, `reports/`, `exhibits/` and the kept columns into `out`.

    Raises `BadInput` for an unknown name or a folder that cannot be written.
    """
    found, opened = sample(name), open_sample(name, lang, f"sample-{name}")
    document = opened.case.model_dump_json(indent=1, by_alias=True).encode()
    content = {"case.json": document, "notice.txt": (found.folder / f"notice.{lang}.txt").read_bytes()}
    content |= {f"reports/{p.name}": p.read_bytes() for p in report_files(found)}
    names = {e.sha256: e.file_name for e in opened.case.exhibits.values()}
    content |= {f"exhibits/{names[sha]}": data for sha, data in opened.files.items() if sha in names}
    content |= {f"files/{sha}": data for sha, data in opened.files.items() if sha not in names}
    return written(content, out)


def written(content: dict[str, bytes], out: Path) -> list[Path]:
    """Writes files by relative path under `out`. Raises `BadInput` where it cannot be written."""
    paths = []
    try:
        for name, data in content.items():
            path = out / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
            paths.append(path)
    except OSError as error:
        raise BadInput("The folder {out} cannot be written ({why}). Choose another one.", out=str(out),
                       why=error.strerror or str(error)) from error  # fmt: skip
    return paths
