"""The person who reads the letter before it goes out: remarks, what became of each, and an approval."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from appeal_core.language import Frozen, Lang

RemarkState = Literal["open", "settled", "refused"]


class ReaderRemark(Frozen):
    """A remark on a line of the letter. `words`: the line as it stood then; `reason`: why it was refused."""

    text: str
    line: int | None = None
    words: str = ""
    author: str = ""
    on: dt.date | None = None
    state: RemarkState = "open"
    reason: str = ""


class Approval(Frozen):
    """Who read the letter when, and its text as it was read, so that a later change is seen."""

    by: str
    on: dt.date
    text: str
    language: Lang = "en"
