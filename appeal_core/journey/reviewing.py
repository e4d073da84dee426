"""`review`: anybody's draft, or a case's own letter, with what is known beside it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from appeal_core.case import Case, Measurements
from appeal_core.case.file import CaseFile, read_case_file
from appeal_core.journey import begin, composing
from appeal_core.journey.composing import Reviewed
from appeal_core.language import Lang, message


def reviewed(
    data: bytes,
    name: str,
    notice: tuple[bytes, str] | None = None,
    case: Case | None = None,
    report_files: Sequence[Path] = (),
    folder: Path | None = None,
) -> Reviewed:
    """What is found in a draft; a case file's own composed letter is reviewed. Raises `BadInput`."""
    own = _as_case(data, name)
    if own is not None:
        letter = composing.letter(own.case)
        text = composing.plain(letter, letter.language)
        return Reviewed(text, composing.findings(own.case, letter), _words(text), len(text))
    diagnosis = None
    if notice is not None:
        from appeal_core.journey.asked import diagnosis_of

        diagnosis = diagnosis_of(*notice)
    return composing.draft_findings(data, name, case, diagnosis, _measured(report_files, case, diagnosis))


def _as_case(data: bytes, name: str) -> CaseFile | None:
    if name.lower().endswith((".json", ".zip")):
        return read_case_file(data, begin.known_cause)
    return None


def _measured(files: Sequence[Path], case: Case | None, diagnosis: Any) -> Measurements | None:
    if not files:
        return None
    from appeal_core.journey.measuring import measured_files

    marketplace = case.marketplace if case else (diagnosis.marketplace if diagnosis else None) or "US"
    return measured_files(list(files), marketplace, None, [])


def _words(text: str) -> int:
    from appeal_core.review import count_words

    return count_words(text)


def as_json(found: Reviewed, lang: Lang) -> dict[str, Any]:
    """The contract's object for a review."""
    from appeal_core.review import as_json as review_json

    return review_json(found.text, found.findings, lang)


def as_text(found: Reviewed, lang: Lang) -> str:
    """The findings for a person, a line each, with their place."""
    lines = []
    for f in found.findings:
        at = "" if f.start is None else f" {found.text.count(chr(10), 0, f.start) + 1}"
        quoted = f" “{f.match}”" if f.match else ""
        lines.append(f"{f.severity}{at} [{f.rule}] {f.message.in_(lang)}{quoted}")
    if not lines:
        lines.append(message("Nothing found. That is no promise; let somebody read it.").in_(lang))
    counted = message(
        "{words} words, {characters} characters", words=found.words, characters=found.characters
    )
    return "\n".join([*lines, counted.in_(lang)])
