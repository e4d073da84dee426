"""`build`: a case file's letter and evidence, written into a folder."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from appeal_core.case.file import CaseFile
from appeal_core.journey import exporting
from appeal_core.journey.samples import written
from appeal_core.language import BadInput, Lang, message
from appeal_core.review.report import finding_json


def built(
    opened: CaseFile, out: Path, kind: str | None, house: bytes | None, final: bool, lang: Lang
) -> tuple[dict[str, Any], str]:
    """The contract's object and a text for a person. Raises `BadInput`, also where `final` is not ready."""

    def load(sha: str) -> bytes:
        if sha not in opened.files:
            raise BadInput("A file of this case is missing. Keep case.json together with its exhibits.")
        return opened.files[sha]

    package = exporting.package(opened.case, load, kind=kind, house=house)
    if final and not package.ready:
        open_points = [f.message.in_(lang) for f in package.findings if f.severity == "blocker"]
        raise BadInput("The case is not ready to send: {points}. Mend it, or build a draft without --final.",
                       points="; ".join(open_points[:3]) or message("a gap is still open"))  # fmt: skip
    paths = written(package.files, out)
    hashes = list(package.hashes().values())
    answer: dict[str, Any] = {
        "files": [{"path": str(p), "sha256": s} for p, s in zip(paths, hashes, strict=True)],
        "ready": package.ready,
        "findings": [finding_json(f, lang) for f in package.findings],
        "notes": [n.in_(lang) for n in package.notes],
    }
    lines = [f"{f['path']}  {f['sha256']}" for f in answer["files"]]
    lines += [f"{f['severity']}: {f['message']}" for f in answer["findings"]]
    lines += answer["notes"]
    state = message("ready to send") if package.ready else message("a draft: not ready to send")
    return answer, "\n".join([*lines, state.in_(lang)])
