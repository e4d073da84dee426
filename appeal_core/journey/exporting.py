"""The finished case as files: Word, PDF, text, the form's boxes, the reader's copy, the evidence."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass

from appeal_core.case import Case, Finding, Letter
from appeal_core.case.file import case_to_zip
from appeal_core.export.txt import box_files, to_txt
from appeal_core.journey import composing
from appeal_core.language import BadInput, Message, message
from appeal_core.letter import boxes, plain_text

Loader = Callable[[str], bytes]


@dataclass(frozen=True)
class Package:
    """The files by path, whether the case is ready, and what was found."""

    files: dict[str, bytes]
    ready: bool
    findings: tuple[Finding, ...]
    notes: tuple[Message, ...] = ()

    def hashes(self) -> dict[str, str]:
        """SHA-256 of each file, by path."""
        return {path: hashlib.sha256(data).hexdigest() for path, data in self.files.items()}


def is_ready(found: tuple[Finding, ...], composed: Letter, case: Case) -> bool:
    """Ready: no hole, and no blocker that was not set aside."""
    still = [f for f in found if f.severity == "blocker" and f.key not in case.set_aside]
    return not still and not composed.gaps()


def package(case: Case, load: Loader, *, kind: str | None = None, house: bytes | None = None) -> Package:
    """Every file of the case's letter. A case that is not ready is marked as a draft.

    `load` gives an exhibit's bytes by SHA-256. Raises `BadInput` where the case's route has no letter.
    """
    if not kind and not composing.has_letter(case):
        raise BadInput(
            "What Amazon asks in this case needs no letter. To write one all the same, name its kind."
        )
    composed = composing.letter(case, kind)
    found = composing.findings(case, composed)
    ready = is_ready(found, composed, case)
    files: dict[str, bytes] = {}
    notes: list[Message] = []
    if house is None and case.wishes.house:
        house = load(case.wishes.house)
    if house is not None:
        notes += house_notes(composed, house)
    files["appeal.docx"] = docx(composed, draft=not ready, house=house)
    try:
        files["appeal.pdf"] = pdf(composed, draft=not ready)
    except BadInput as problem:
        notes.append(problem.message)
    files["appeal.txt"] = text(composed, draft=not ready)
    files["appeal.zh.docx"] = reader_copy(composed, draft=not ready, house=house)
    files["appeal.zh.txt"] = to_txt(plain_text(composed, "zh"))
    files |= {f"boxes/{name}": data for name, data in box_files(boxes_of(composed)).items()}
    files["evidence.zip"] = evidence(case, load, notes)
    return Package(files, ready, found, tuple(notes))


def house_notes(composed: Letter, house: bytes) -> tuple[Message, ...]:
    """What a team's own Word style lacks or lost. Raises `BadInput` for one that cannot be used."""
    from appeal_core.export.word.base import house_notes as notes

    return notes(composed, house)


def docx(composed: Letter, *, draft: bool, house: bytes | None = None) -> bytes:
    """The Word working copy in the language that Amazon reads."""
    from appeal_core.export.docx import to_docx

    return to_docx(composed, composed.language, draft=draft, house=house)


def reader_copy(composed: Letter, *, draft: bool, house: bytes | None = None) -> bytes:
    """The Chinese copy in Word, block by block the same facts."""
    from appeal_core.export.docx import to_docx

    return to_docx(composed, "zh", draft=draft, house=house)


def pdf(composed: Letter, *, draft: bool) -> bytes:
    """The PDF that the forms take. Raises `BadInput` where a Chinese font is needed and missing."""
    from appeal_core.export.pdf import to_pdf

    return to_pdf(composed, composed.language, draft=draft)


def pdf_problem(composed: Letter) -> Message | None:
    """Why no PDF can be made on this computer (no Chinese font), with what to do; `None` when it can."""
    from appeal_core.export.pdf import font_problem

    return font_problem(composed.language)


def boxes_of(composed: Letter) -> dict[str, str]:
    """The text for each box of Amazon's form, by the box's name."""
    return boxes(composed, composed.language)


def text(composed: Letter, *, draft: bool) -> bytes:
    """The plain text for a form, under a draft line while it is not ready."""
    words = plain_text(composed, composed.language)
    if draft:
        words = message("DRAFT: not ready to send").in_(composed.language) + "\n\n" + words
    return to_txt(words)


def evidence(case: Case, load: Loader, notes: list[Message]) -> bytes:
    """The exhibits, untouched, renamed by letter, with their index. A missing file is noted."""
    from appeal_core.export.evidence import evidence_zip

    given = []
    for key, exhibit in case.exhibits.items():
        letter = case.exhibit_letter(key)
        if not exhibit.sha256:
            notes.append(message("Exhibit {letter} has no file yet.", letter=letter))
            continue
        given.append((letter, exhibit, load(exhibit.sha256)))
    return evidence_zip(given)


def case_file(case: Case, load: Loader, hashes: list[str]) -> bytes:
    """The case for hand-over: everything, in one zip."""
    return case_to_zip(case, {sha: load(sha) for sha in hashes})
