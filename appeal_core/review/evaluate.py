"""Measures the review on labelled texts: `python -m appeal_core.review.evaluate FILE…` (.jsonl).

A line each: `{"id", "lang", "text", "findings": [{"rule", "match"}]}`. `match` is `null` for something
missing. Optional: `"scope": "sentence"` (only rules about words are judged, a single sentence is no whole
letter), and `"context"` with fields of a diagnosis, and `day` (the letter's).
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from appeal_core.case import Diagnosis, Finding
from appeal_core.language import Frozen
from appeal_core.review.context import Context
from appeal_core.review.engine import review_text
from appeal_core.review.rules import rules
from appeal_core.text.labelled import print_scores, read_labelled


class Count(Frozen):
    """Of one rule: findings given, those of them that a label allows; labels given, those found."""

    found: int = 0
    right: int = 0
    labelled: int = 0
    recalled: int = 0

    @property
    def precision(self) -> float | None:
        """Share of the findings that are right; `None` where nothing was found."""
        return self.right / self.found if self.found else None

    @property
    def recall(self) -> float | None:
        """Share of the labels that were found; `None` where nothing was labelled."""
        return self.recalled / self.labelled if self.labelled else None


class Score(Frozen):
    """The counts of each rule, of all, and each miss in a line."""

    items: int
    rules: dict[str, Count]
    whole: Count
    misses: tuple[str, ...] = ()


def evaluate(labelled: Iterable[dict[str, Any]]) -> Score:
    """Precision and recall over labelled texts.

    A finding is right where a label of its rule lies over the same words (or both have no place).
    """
    counts: dict[str, Counter[str]] = {}
    misses: list[str] = []
    items = 0
    for items, item in enumerate(labelled, 1):
        found, wanted = _found(item), _wanted(item)
        for rule, start, end in found:
            right = any(r == rule and _over(start, end, places) for r, places in wanted)
            counts.setdefault(rule, Counter()).update(found=1, right=int(right))
            if not right:
                misses.append(f"{item.get('id', items)}: {rule} too much: {_quoted(item, start, end)}")
        for rule, places in wanted:
            hit = any(r == rule and _over(start, end, places) for r, start, end in found)
            counts.setdefault(rule, Counter()).update(labelled=1, recalled=int(hit))
            if not hit:
                where = _quoted(item, *places[0]) if places else "(no place)"
                misses.append(f"{item.get('id', items)}: {rule} not found: {where}")
    each = {rule: Count(**counts[rule]) for rule in sorted(counts)}
    return Score(
        items=items, rules=each, whole=Count(**sum(counts.values(), Counter())), misses=tuple(misses)
    )


Place = tuple[int | None, int | None]


def _found(item: dict[str, Any]) -> list[tuple[str, int | None, int | None]]:
    found: Iterable[Finding] = review_text(item["text"], context=_context(item))
    if item.get("scope") == "sentence":
        found = (f for f in found if rules()[f.rule].about == "words")
    return [(f.rule, f.start, f.end) for f in found]


def _wanted(item: dict[str, Any]) -> list[tuple[str, list[Place]]]:
    return [(label["rule"], list(_places(item["text"], label.get("match")))) for label in item["findings"]]


def _places(text: str, match: str | None) -> Iterator[Place]:
    if match is None:
        yield None, None
        return
    start = text.find(match)
    while start >= 0:
        yield start, start + len(match)
        start = text.find(match, start + 1)


def _over(start: int | None, end: int | None, places: list[Place]) -> bool:
    for left, right in places:
        if left is None or right is None or start is None or end is None:
            if left is None and start is None:
                return True
        elif start < right and left < end:
            return True
    return False


def _context(item: dict[str, Any]) -> Context:
    given = dict(item.get("context", {}))
    day = given.pop("day", None)
    diagnosis = Diagnosis.model_validate({"text": "", **given}) if given else None
    return Context(diagnosis=diagnosis, day=day)


def _quoted(item: dict[str, Any], start: int | None, end: int | None) -> str:
    return "(no place)" if start is None else repr(item["text"][start:end])


def table(score: Score) -> str:
    """The score as a Markdown table, a row a rule."""
    head = ["| Rule | Labelled | Found | Precision | Recall |", "|---|---|---|---|---|"]
    rows = [_row(rule, count) for rule, count in score.rules.items()]
    return "\n".join([*head, *rows, _row("**all**", score.whole)])


def _row(name: str, count: Count) -> str:
    return (
        f"| {name} | {count.labelled} | {count.found} | {_share(count.precision)} | {_share(count.recall)} |"
    )


def _share(share: float | None) -> str:
    return "–" if share is None else f"{share:.3f}"


def _printed(path: Path, misses: bool) -> list[str]:
    score = evaluate(read_labelled(path, "findings"))
    return [f"{path}: {score.items} texts", table(score), *(score.misses if misses else ())]


def main(paths: list[str]) -> int:
    """Prints the table of every file; `--misses` lists each miss after it."""
    files = [p for p in paths if p != "--misses"]
    return print_scores(files, lambda file: _printed(file, "--misses" in paths))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
