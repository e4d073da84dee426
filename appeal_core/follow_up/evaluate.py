"""Measures reply reading on labelled replies: `python -m appeal_core.follow_up.evaluate FILE.jsonl…`.

A line each: `{"id", "lang", "text", "outcomes": [all that are right]}`; a `set` (seen, held out …) is counted by itself.
"""

from __future__ import annotations

import sys
from collections import Counter
from typing import Any

from appeal_core.catalog import vocabulary
from appeal_core.follow_up.replies import read_reply
from appeal_core.language import BadInput, Frozen
from appeal_core.text.labelled import print_scores, read_labelled

GOOD = "reinstated"


class Score(Frozen):
    """Counts over one file. `false_good`: read as good news although no label says so.

    `groups`: (language, or `set …`; its replies; those right). `confusion`: (labelled, read as, times).
    `misses`: a line each for a person.
    """

    replies: int = 0
    right: int = 0
    asked: int = 0  # wrong, but as unknown: the seller is asked
    false_good: int = 0
    groups: tuple[tuple[str, int, int], ...] = ()
    confusion: tuple[tuple[str, str, int], ...] = ()
    misses: tuple[str, ...] = ()


def evaluate(labelled: list[dict[str, Any]]) -> Score:
    """How many replies are read as one of their labels. Raises `BadInput` for a label that is none."""
    groups: dict[str, list[bool]] = {}
    confused: Counter[tuple[str, str]] = Counter()
    counts: Counter[str] = Counter(replies=len(labelled))
    misses = []
    for number, item in enumerate(labelled, 1):
        labels = _labels(item, number)
        read = read_reply(item["text"]).outcome
        right = read in labels
        counts["right"] += right
        for group in (
            f"language {item.get('lang', '?')}",
            *([f"set {item['set']}"] if "set" in item else []),
        ):
            groups.setdefault(group, []).append(right)
        if not right:
            counts["asked"] += read == "unknown"
            counts["false_good"] += read == GOOD
            confused[labels[0], read] += 1
            misses.append(f"{item.get('id', number)}: {' or '.join(labels)} -> {read}")
    return Score(
        **counts,
        groups=tuple((name, len(rights), sum(rights)) for name, rights in sorted(groups.items())),
        confusion=tuple((was, taken, times) for (was, taken), times in confused.most_common()),
        misses=tuple(misses),
    )


def _labels(item: dict[str, Any], number: int) -> list[str]:
    labels = item.get("outcomes")
    if not isinstance(item.get("text"), str) or not isinstance(labels, list) or not labels:
        raise BadInput("Item {number} needs a `text` and a list of `outcomes`.", number=number)
    if unknown := sorted(set(map(str, labels)) - set(vocabulary("outcomes"))):
        raise BadInput(
            "Item {number} has outcomes that do not exist: {unknown}. Allowed are: {allowed}.",
            number=number, unknown=", ".join(unknown), allowed=", ".join(vocabulary("outcomes")),
        )  # fmt: skip
    return [str(label) for label in labels]


def printed(path: str, score: Score) -> list[str]:
    """The score for a person, a line each."""
    return [
        f"{path}: {score.replies} replies",
        f"  right               {score.right} ({score.right / max(1, score.replies):.1%})",
        f"  wrong, but asked    {score.asked}",
        f"  read as good news   {score.false_good} (that were none)",
        *(f"  {name:19} {right} of {n}" for name, n, right in score.groups),
        *(f"  {was} taken for {taken}: {times}" for was, taken, times in score.confusion),
        *(f"    {miss}" for miss in score.misses),
    ]


def main(paths: list[str]) -> int:
    """Prints the score, the groups and each miss of every file."""
    return print_scores(paths, lambda file: printed(str(file), evaluate(read_labelled(file))))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
