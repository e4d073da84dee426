"""A form's questions as they were pasted: which lines are questions, which are hints, and what limits they name."""

from __future__ import annotations

import re
from typing import Literal

from appeal_core.language import BadInput, Frozen

LONGEST = 60_000  # characters that are read
MOST = 60  # questions
_NUMBERED = re.compile(r"^\s*(?:Q(?:uestion)?\s*)?\(?(\d{1,2}|[a-zA-Z])[.)、:：]\s*(?=\S)|^\s*问题\s*\d{1,2}[.、:：]?\s*", re.IGNORECASE)  # fmt: skip
_BULLET = re.compile(r"^\s*[-–—•·*►▪●○■]+\s+")
_LIMIT = re.compile(r"(\d[\d,]*)\s*(?:-\s*)?(characters?|chars?|words?|字符|个字|字)", re.IGNORECASE)
_COUNTER = re.compile(r"\b\d+\s*/\s*(\d[\d,]*)\b")
_HINT = re.compile(
    r"^\W*(?:required|optional|mandatory|必填|选填|max(?:imum)?|limit|up to|at most|最多|不超过|\d+\s*/\s*\d+|characters?)\b|^\W*$|^\W*(?:必填|选填|最多|不超过)",
    re.IGNORECASE,
)
_ASKS = re.compile(r"[?？]|^\s*(?:please|describe|explain|provide|state|list|tell|what|why|how|which|when|who|请|说明|描述|列出|提供)", re.IGNORECASE)  # fmt: skip


class Question(Frozen):
    """One question; `limit` of its answer in `unit`, where the form names one."""

    text: str
    limit: int | None = None
    unit: Literal["characters", "words"] = "characters"


def questions_in(pasted: str) -> tuple[Question, ...]:
    """The questions of a form in their order. Raises `BadInput` where there is none, or far too many."""
    lines = [line.strip() for line in pasted[:LONGEST].splitlines() if line.strip()]
    numbered = sum(bool(_NUMBERED.match(line)) for line in lines) >= 2
    found: list[list[str]] = []
    for line in lines:
        if found and not _begins(line, found[-1][-1], numbered):
            found[-1].append(line)
        elif not _HINT.match(line) and (not numbered or _NUMBERED.match(line)):
            found.append([line])
    if not found:
        raise BadInput("No question was found. Copy the questions of Amazon's form and paste them here, one in each line.")  # fmt: skip
    if len(found) > MOST:
        raise BadInput(
            "These are more than {most} questions. Paste only the questions of the form.", most=MOST
        )
    return tuple(_question(lines) for lines in found)


def _begins(line: str, before: str, numbered: bool) -> bool:
    if _HINT.match(line):
        return False
    if numbered:
        return bool(_NUMBERED.match(line))
    if before.endswith((",", "，", "、")) or line[0].islower() or line.startswith(("(", "（")):
        return False
    return bool(_BULLET.match(line) or _NUMBERED.match(line) or _ASKS.search(line)) or len(line) <= 60


def _question(lines: list[str]) -> Question:
    words = " ".join(line for line in lines if not _HINT.match(line))
    words = _BULLET.sub("", _NUMBERED.sub("", words, count=1)).strip(" *＊")
    whole = " ".join(lines)
    if match := _LIMIT.search(whole):
        unit: Literal["characters", "words"] = (
            "words" if match[2].lower().startswith("word") else "characters"
        )
        return Question(text=words, limit=int(match[1].replace(",", "")), unit=unit)
    if match := _COUNTER.search(whole):
        return Question(text=words, limit=int(match[1].replace(",", "")))
    return Question(text=words)
