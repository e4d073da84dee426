"""The clocks of a case, for the sidebar and the follow-up page."""

from __future__ import annotations

import datetime as dt

from appeal_core.case import Case
from appeal_core.follow_up.clocks import Clock, clocks, due_texts

__all__ = ["Clock", "clocks", "deadline", "due_texts", "next_deadline"]


def next_deadline(case: Case, now: dt.datetime) -> Clock | None:
    """Amazon's own deadline, while it runs or has passed unmet; `now` must know its zone."""
    found = deadline(case, now)
    return found if found and found.state != "met" else None


def deadline(case: Case, now: dt.datetime) -> Clock | None:
    """Amazon's own deadline, whatever became of it; `now` must know its zone."""
    return next((c for c in clocks(case, now) if c.kind == "amazon_deadline"), None)
