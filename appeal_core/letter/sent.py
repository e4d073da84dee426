"""What was sent before: so that a follow-up holds what is new, and only that."""

from __future__ import annotations

import re
from functools import lru_cache

from appeal_core.case import Attempt, Case, Reply
from appeal_core.letter.said import Said

_NOT_WORDS = re.compile(r"[^\w%]+")


def last_attempt(case: Case) -> Attempt | None:
    """The newest sending."""
    return max(case.attempts.values(), key=lambda a: a.sent_at, default=None)


def last_reply(case: Case) -> Reply | None:
    """Amazon's newest answer."""
    return max(reversed(case.replies.values()), key=lambda r: r.received_on, default=None)


def was_sent(case: Case, said: Said, block: str = "") -> bool:
    """Whether these words, or the seller's own for that block, already stood in a sending."""
    edit = case.edits.get(block)
    words = [said.en, said.zh, *((edit.en, edit.zh) if edit else ())]
    return any(_bare(text) in _bare(a.text) for a in case.attempts.values() for text in words if text)


@lru_cache(maxsize=256)
def _bare(text: str) -> str:
    return _NOT_WORDS.sub(" ", text).strip().lower()
