"""Several notices in one case: joined, ordered by their arrival, the newest deciding."""

from __future__ import annotations

import datetime as dt

from appeal_core.case import Case, Notice
from appeal_core.journey import begin, notices
from appeal_core.language import BadInput


def with_another_notice(case: Case, pasted: str, received_at: dt.datetime | None) -> Case:
    """The case with one more notice in its place by arrival. What the seller confirmed of causes stays.

    A notice without an arrival counts as the newest. Raises `BadInput` for an empty text and for one that the
    case holds already.
    """
    read = notices.with_notice_text(case.replace(notices=()), pasted, received_at)
    new = read.notices[0]
    if any(n.text.strip() == new.text.strip() for n in case.notices):
        raise BadInput("This case holds that notice already.")
    joined = tuple(sorted((*case.notices, new), key=lambda n: _arrival(case, n)))
    causes = case.understanding.causes
    if causes:
        more = tuple(c.code for c in new.diagnosis.causes if c.score >= 0.7 and c.code not in causes)
        causes = (*causes, *more)
    newest = joined[-1] is new
    understanding = (read if newest else case).understanding.model_copy(update={"causes": causes})
    return case.replace(
        notices=joined, seller=read.seller if newest else case.seller, understanding=understanding
    )


def own_case(
    case: Case, pasted: str, received_at: dt.datetime | None, case_id: str, now: dt.datetime
) -> Case:
    """A case of its own for a second enforcement: the same seller, nothing else taken over."""
    seller = case.seller.model_copy(update={"case_id": ""})
    fresh = begin.new_case(case_id, now, case.language).replace(seller=seller, worker=case.worker)
    return notices.with_notice_text(fresh, pasted, received_at)


def _arrival(case: Case, notice: Notice) -> float:
    if notice.received_at is None:
        return float("inf")
    from zoneinfo import ZoneInfo

    at = notice.received_at
    return (at if at.tzinfo else at.replace(tzinfo=ZoneInfo(case.seller.timezone))).timestamp()
