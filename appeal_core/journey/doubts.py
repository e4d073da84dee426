"""Is this pasted text an answer to this case's last letter? What speaks against it is asked before it is kept."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from rapidfuzz import fuzz

from appeal_core.case import Case
from appeal_core.language import Message, message
from appeal_core.notice import particulars
from appeal_core.text import read_text
from appeal_core.text.thread import messages

_AGAIN = 92  # of 100: the same text but for a signature or a greeting


@dataclass(frozen=True)
class Doubt:
    """Why a text may not be the answer."""

    code: str
    text: Message


def doubts(case: Case, text: str, received_on: dt.date) -> tuple[Doubt, ...]:
    """What to ask before keeping `text` as Amazon's answer. Raises `BadInput` for an empty text."""
    text = read_text(text).text
    newest = messages(text)[0]
    body = newest.body.text
    found = []
    if any(_again(body, n.text) for n in case.notices):
        found.append(
            Doubt("notice_again", message("This is the notice again, not an answer to your letter."))
        )
    if any(_again(body, messages(r.text)[0].body.text) for r in case.replies.values()):
        found.append(Doubt("kept_already", message("This answer is kept already.")))
    if any(_again(body, a.text) for a in case.attempts.values()):
        found.append(Doubt("own_letter", message("These are the words of your own letter.")))
    if older := _older(case, newest.day or received_on):
        found.append(older)
    return (*found, *_elsewhere(case, text))


def _again(one: str, other: str) -> bool:
    return fuzz.ratio(one.strip(), other.strip()) >= _AGAIN


def _older(case: Case, day: dt.date) -> Doubt | None:
    """A day before the last sending: it answers something earlier."""
    sent = max((a.sent_at for a in case.attempts.values()), default=None)
    if sent is None or day >= (sent.date() - dt.timedelta(days=1)):  # a day may be another's in the store
        return None
    return Doubt(
        "older", message("It is of {day}, before your last sending of {sent}.", day=day, sent=sent.date())
    )


def _elsewhere(case: Case, text: str) -> list[Doubt]:
    """Numbers or a store that are not this case's."""
    found = []
    mine = [n.diagnosis for n in case.notices]
    for theirs, ours in (
        (particulars.complaint_ids(text), {i for d in mine for i in d.complaint_ids} | {case.seller.case_id} - {""}),
        (particulars.order_ids(text), {i for d in mine for i in d.order_ids}),
        (particulars.asins(text), {i for d in mine for i in d.asins}),
    ):  # fmt: skip
        if theirs and ours and ours.isdisjoint(theirs):
            numbers = ", ".join(theirs[:3])
            found.append(
                Doubt(
                    "other_numbers", message("It names {numbers}, which this case does not.", numbers=numbers)
                )
            )
    store = particulars.marketplace(text)
    if store and case.notices and store != case.marketplace:
        stores = message("It is of the store {theirs}, and this case is of {ours}.", theirs=store, ours=case.marketplace)  # fmt: skip
        found.append(Doubt("other_store", stores))
    return found
