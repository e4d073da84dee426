"""The clocks of a case, for the sidebar and the follow-up page."""

from __future__ import annotations

import datetime as dt

from appeal_core.case import Case
from appeal_core.follow_up.clocks import Clock, clocks, due_texts
from appeal_core.language import Lang

__all__ = ["Clock", "clocks", "deadline", "due_texts", "next_deadline"]


def next_deadline(case: Case, now: dt.datetime) -> Clock | None:
    """Amazon's own deadline, while it runs or has passed unmet; `now` must know its zone."""
    found = deadline(case, now)
    return found if found and found.state != "met" else None


def deadline(case: Case, now: dt.datetime) -> Clock | None:
    """Amazon's own deadline, whatever became of it; `now` must know its zone."""
    return next((c for c in clocks(case, now) if c.kind == "amazon_deadline"), None)


def calendar(case: Case, lang: Lang, now: dt.datetime) -> bytes:
    """The running clocks as a calendar file, with reminders."""
    from appeal_core.export.ics import to_ics

    return to_ics([c for c in clocks(case, now) if c.state == "running"], lang, case_id=case.id, stamp=now)
