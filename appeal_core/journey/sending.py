"""What was sent and what came back: attempts with their text frozen, replies as read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection

from appeal_core.case import Attempt, Case, Reply
from appeal_core.catalog.cue_loader import replies
from appeal_core.follow_up.replies import ReplyReading, read_reply
from appeal_core.journey.exporting import Package
from appeal_core.language import Bilingual
from appeal_core.letter.headings import named_points as named_points


def with_attempt(
    case: Case, package: Package, kind: str, sent_at: dt.datetime, door: str, note: str = "", who: str = ""
) -> Case:
    """The case with a sending: when (aware), by which door, which files, who (else the case's worker or signatory).

    The text is frozen as sent.
    """
    attempt = Attempt(
        sent_at=sent_at,
        kind=kind,
        door=door,
        text=package.files["appeal.txt"].decode(),
        files=package.hashes(),
        exhibits={key: e.sha256 for key, e in case.exhibits.items() if e.sha256},
        who=who or case.worker or case.seller.signatory,
        note=note,
    )
    return case.replace(attempts={**case.attempts, _free("attempt", case.attempts): attempt})


def read(text: str, received_on: dt.date, marketplace: str) -> ReplyReading:
    """What a reply means. Raises `BadInput` when nothing was pasted."""
    from appeal_core.text import read_text

    return read_reply(read_text(text).text, received_on, marketplace)


def advice(outcome: str) -> Bilingual:
    """What to do after an answer of that kind, whether it was read or chosen."""
    return next((r.advice for r in replies() if r.code == outcome), Bilingual())


def with_reply(case: Case, text: str, received_on: dt.date) -> Case:
    """The case with Amazon's answer, as read; the seller can correct it."""
    reading = read(text, received_on, case.marketplace)
    reply = Reply(text=reading.text, received_on=received_on, outcome=reading.outcome, named=reading.named)
    return case.replace(replies={**case.replies, _free("reply", case.replies): reply})


def _free(name: str, taken: Collection[str]) -> str:
    """A key that none has, also after one was removed."""
    number = len(taken) + 1
    while f"{name}_{number}" in taken:
        number += 1
    return f"{name}_{number}"
