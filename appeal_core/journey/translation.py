"""Free Chinese on its way to English: copied out, pasted back, its numbers and names compared."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import Any

from appeal_core.case import Case
from appeal_core.language import BadInput

_NUMBERED = re.compile(r"^\s*\[?(\d{1,3})\]?[.)、:：]\s*(.+?)\s*$", re.MULTILINE)
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*%?")
_CODE = re.compile(r"\b[A-Z0-9]+(?:-[A-Z0-9]+)+\b|\bB0[A-Z0-9]{8}\b")
_MONTHS = {m: str(n) for n, m in enumerate(
    ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"], 1
)}  # fmt: skip


@dataclass(frozen=True)
class Waiting:
    """A Chinese text whose English is missing, with the path of its field."""

    path: str
    chinese: str


@dataclass(frozen=True)
class Pasted:
    """English that came back, by path, and the numbers or codes in which it differs from the Chinese."""

    english: dict[str, str]
    differences: dict[str, tuple[str, ...]]


def waiting(case: Case) -> tuple[Waiting, ...]:
    """Every chosen answer with Chinese and no English, in the order of the case."""
    found: list[Waiting] = []
    document = case.model_dump(mode="json")
    for part in ("root_causes", "actions", "measures"):
        for key, answer in document[part].items():
            if answer.get("chosen"):
                _walk(answer, f"{part}.{key}", found)
    for part in ("exhibits", "answers"):
        _walk(document[part], part, found)
    plan = case.wishes.plan_for_store
    if plan.zh.strip() and not plan.en.strip():
        found.append(Waiting("wishes.plan_for_store", plan.zh))
    return tuple(found)


def _walk(node: Any, path: str, found: list[Waiting]) -> None:
    if not isinstance(node, dict):
        return
    if set(node) == {"en", "zh"}:
        if node["zh"].strip() and not node["en"].strip():
            found.append(Waiting(path, node["zh"].strip()))
        return
    for key, value in node.items():
        _walk(value, f"{path}.{key}", found)


def copied_out(texts: tuple[Waiting, ...]) -> str:
    """The texts as numbered lines, to be given to whoever or whatever writes the English."""
    return "\n".join(f"{n}. {' '.join(w.chinese.split())}" for n, w in enumerate(texts, 1))


def read_back(texts: tuple[Waiting, ...], pasted: str) -> Pasted:
    """Numbered English lines matched to their Chinese. Raises `BadInput` where no number fits."""
    english: dict[str, str] = {}
    for number, words in _NUMBERED.findall(pasted):
        if 1 <= int(number) <= len(texts):
            english[texts[int(number) - 1].path] = words
    if not english:
        raise BadInput("No line begins with a number from 1 to {last}. Keep the numbers in front of the lines.",
                       last=len(texts))  # fmt: skip
    chinese = {w.path: w.chinese for w in texts}
    different = {path: found for path, words in english.items() if (found := differing(chinese[path], words))}
    return Pasted(english, different)


def differing(chinese: str, english: str) -> tuple[str, ...]:
    """Numbers, days and codes that stand in one of the two texts only."""
    left, right = _marks(chinese), _marks(english)
    return tuple(sorted(((left - right) + (right - left)).elements()))


def _marks(text: str) -> Counter[str]:
    codes = _CODE.findall(text)
    rest = _CODE.sub(" ", text).lower()
    for month, number in _MONTHS.items():
        rest = re.sub(rf"\b{month}\b", f" {number} ", rest)
    numbers = [n.replace(",", "") for n in _NUMBER.findall(rest)]
    return Counter(codes) + Counter(numbers)


def with_english(case: Case, pasted: Pasted) -> Case:
    """The case with the English in its fields."""
    for path, words in pasted.english.items():
        case = case.with_value(f"{path}.en", words)
    return case
