"""A notice enters the case: text, then diagnosis; and what the seller makes of it."""

from __future__ import annotations

import datetime as dt

from appeal_core.case import Case, Notice
from appeal_core.journey.understanding import as_read, followed
from appeal_core.notice import dated, diagnose
from appeal_core.text import read_document, read_text


def with_notice_file(case: Case, data: bytes, name: str, received_at: dt.datetime | None = None) -> Case:
    """The case with the notice of a file. Raises `BadInput` when the file holds no text."""
    document = read_document(data, name)
    return _with(case, document.text, name, received_at or _aware(document.sent_at), document.sender)


def with_notice_text(case: Case, pasted: str, received_at: dt.datetime | None = None) -> Case:
    """The case with a pasted notice. Raises `BadInput` when nothing was pasted."""
    return _with(case, read_text(pasted).text, "", received_at)


def _with(case: Case, text: str, name: str, received_at: dt.datetime | None, sender: str = "") -> Case:
    diagnosis = diagnose(
        text, marketplace=case.understanding.marketplace, sender=sender,
        received=received_at.date() if received_at else None,
    )  # fmt: skip
    notice = Notice(text=diagnosis.text, file_name=name, received_at=received_at, diagnosis=diagnosis)
    seller = case.seller
    if diagnosis.marketplace:
        seller = seller.model_copy(update={"marketplace": diagnosis.marketplace})
    if diagnosis.complaint_ids and not seller.case_id:
        seller = seller.model_copy(update={"case_id": diagnosis.complaint_ids[0]})
    same = bool(case.notices) and case.notices[-1].text == diagnosis.text
    understanding = case.understanding if same else as_read(case.understanding)
    if not any(
        c.score >= 0.7 for c in diagnosis.causes
    ):  # what the seller knows stays, where the notice is silent
        understanding = understanding.model_copy(update={"causes": case.understanding.causes})
    understanding = understanding.model_copy(update={"confirmed": False})
    return followed(
        case.replace(notices=(*case.notices[:-1], notice), seller=seller, understanding=understanding)
    )


def received(case: Case, when: dt.datetime) -> Case:
    """The case with the moment at which the newest notice came (an aware datetime)."""
    *older, newest = case.notices
    found = newest.diagnosis
    if found.deadline:
        deadline = dated(found.deadline, when.date(), case.marketplace)
        found = found.model_copy(update={"deadline": deadline})
    return case.replace(notices=(*older, newest.model_copy(update={"received_at": when, "diagnosis": found})))


def _aware(when: dt.datetime | None) -> dt.datetime | None:
    """A mail's date counts only where it names its zone; a deadline hangs on it."""
    return when if when is not None and when.tzinfo is not None else None
