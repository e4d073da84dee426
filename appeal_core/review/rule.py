"""What a rule of the review is: its id, how grave it is, why, and the check."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Literal

from appeal_core.case import Severity
from appeal_core.language import Message
from appeal_core.review.context import Context
from appeal_core.review.draft import Draft, Part


@dataclass(frozen=True)
class Hit:
    """A fault at a place of the draft; `start` is `None` for something missing.

    `suggestion` is text that could stand there; `instead` says what to write.
    """

    message: Message
    start: int | None = None
    end: int | None = None
    suggestion: str = ""
    instead: Message | None = None
    severity: Severity | None = None
    section: Part | None = None
    source: str = ""
    block: str = ""
    page: str = ""
    path: str = ""


Family = Literal[
    "structure",
    "truth",
    "done",
    "tone",
    "danger",
    "off_cause",
    "originality",
    "privacy",
    "english",
    "chinese",
]
Check = Callable[[Draft], Iterator[Hit]]


@dataclass(frozen=True)
class Rule:
    """One rule; its module's docstring is its page. Where it speaks: `catalog/draft_profiles.yaml`.

    `about`: whether it judges words that stand there, or a letter as a whole (what is missing, or
    how a point is built), which a single sentence is not.
    """

    id: str
    severity: Severity
    why: Message
    source: str
    check: Check
    family: Family = "structure"
    about: Literal["words", "whole"] = "words"


@dataclass(frozen=True)
class Example:
    """A text on which a rule fires, or must stay quiet; `near` marks a near-miss."""

    kind: Literal["fires", "quiet", "near"]
    text: str
    context: Context = field(default_factory=Context)
    match: str | None = None  # the words that must be marked
