"""A fault that the review found, with its place and what to do."""

from __future__ import annotations

import hashlib
import re
from typing import Literal

from appeal_core.language import Frozen, Message

Severity = Literal["blocker", "warning", "advice"]
SEVERITIES: tuple[Severity, ...] = ("blocker", "warning", "advice")


class Finding(Frozen):
    """`start` and `end` count characters of the reviewed text; `None` for something missing."""

    rule: str
    severity: Severity
    section: Literal["root_cause", "actions", "prevention", "other"] | None = None
    start: int | None = None
    end: int | None = None
    match: str | None = None
    message: Message
    why: Message
    source: str = ""
    suggestion: str = ""  # words that could stand there
    instead: Message | None = None  # what to write instead
    block: str = ""  # the letter's block it lies in, where a letter was reviewed
    page: str = ""  # where it is mended
    path: str = ""
    sentence: str = ""  # the sentence (or point) that it lies in, as it was reviewed

    @property
    def key(self) -> str:
        """By which a finding that was set aside is known again: rule, message and sentence, not the place.

        It stays the same where the text moves or is numbered anew, and changes with the sentence.
        """
        said = " ".join(_NUMBER.sub("", self.sentence or self.match or "").split())
        digest = hashlib.sha256(f"{said}|{self.message.in_('en')}".encode()).hexdigest()
        return f"{self.rule}|{digest[:20]}"


_NUMBER = re.compile(
    r"^[\s>*#_•–—-]*(?:\(?\d{1,2}(?:\.\d{1,2})*[.)、:]?\s+|[（(]?[一二三四五六七八九十]+[）)、]\s*)?"
)
