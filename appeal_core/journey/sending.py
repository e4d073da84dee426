"""What was sent and what came back: attempts with their text frozen, replies as read."""

from __future__ import annotations

import datetime as dt

from appeal_core.case import Attempt, Case, Reply
from appeal_core.follow_up.replies import ReplyReading, read_reply
from appeal_core.journey.exporting import Package


def with_attempt(
    case: Case, package: Package, kind: str, sent_at: dt.datetime, door: str, note: str = ""
) -> Case:
    """The case with a sending: when (aware), by which door, which files, its text frozen."""
    attempt = Attempt(
        sent_at=sent_at,
        kind=kind,
        door=door,
        text=package.files["appeal.txt"].decode(),
        files=package.hashes(),
        note=note,
    )
    return case.replace(attempts={**case.attempts, f"attempt_{len(case.attempts) + 1}": attempt})


def read(text: str, received_on: dt.date, marketplace: str) -> ReplyReading:
    """What a reply means. Raises `BadInput` when nothing was pasted."""
    from appeal_core.text import read_text

    return read_reply(read_text(text).text, received_on, marketplace)


def with_reply(case: Case, text: str, received_on: dt.date) -> Case:
    """The case with Amazon's answer, as read; the seller can correct it."""
    reading = read(text, received_on, case.marketplace)
    reply = Reply(text=reading.text, received_on=received_on, outcome=reading.outcome)
    return case.replace(replies={**case.replies, f"reply_{len(case.replies) + 1}": reply})
