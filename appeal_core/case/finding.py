"""A fault that the review found, with its place and what to do."""

from __future__ import annotations

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

    @property
    def key(self) -> str:
        """By which a finding that was set aside is known again: rule and words, not the place."""
        return f"{self.rule}|{self.block}|{(self.match or self.message.in_('en')).strip()}"
