"""Reviewing a letter of 1,000 words against the Harper checker alone on the same text.

    python benchmarks/review.py [ROUNDS]

Prints the medians and the ratios (goals: without the English check at most 3, with it at most 4), and
proselint beside them where it is installed (`pip install proselint`; it is no part of the project). All
sides take turns on the same text in one process, after one round that is not counted; loading the word
lists and the dictionaries is outside the time.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path[0] = str(ROOT)

import harper

from appeal_core.review import count_words
from appeal_core.review.context import Context
from appeal_core.review.engine import review_draft
from appeal_core.review.parts import cut
from appeal_core.review.rules import rules

GOAL_WITHOUT, GOAL_WITH = 3.0, 4.0
WORDS = 1000


def letter() -> str:
    """About 1,000 words of invented plans, good and bad sentences of the labelled set in turn."""
    import json

    file = ROOT / "tests" / "review" / "sets" / "dev.jsonl"
    items = map(json.loads, file.read_text(encoding="utf-8").splitlines())
    drafts = [i["text"] for i in items if i["scope"] == "draft" and i["lang"] == "en"]
    text = ""
    while count_words(text) < WORDS:
        text += drafts.pop() + "\n"
    return text


def checked(text: str, only: list[str]) -> None:
    """One whole review: the text is cut anew each time."""
    review_draft(cut(text, Context()), only=only)


def timed(side: Callable[[], object]) -> float:
    """Milliseconds of processor time of one call."""
    start = time.process_time()
    side()
    return (time.process_time() - start) * 1000


def proselint_check() -> Callable[[str], Any] | None:
    """The peer's check, where it is installed, whichever of its two interfaces it has."""
    try:
        from proselint.checks import __register__
        from proselint.registry import CheckRegistry
        from proselint.tools import LintFile

        CheckRegistry().register_many(__register__)
        return lambda text: LintFile("letter", text).lint()
    except ImportError:
        pass
    try:
        from proselint.tools import lint
    except ImportError:
        return None
    return lint


def main(rounds: int = 7) -> int:
    """Prints the medians and ratios; exit status 1 where one misses its goal."""
    text = letter()
    harper_alone = harper.Linter(harper.Dialect.AMERICAN)
    prose = proselint_check()
    without = [rule for rule in rules() if rule != "grammar"]
    sides: list[Callable[[], object]] = [
        lambda: harper_alone.lint(text), lambda: checked(text, without), lambda: checked(text, []),
    ]  # fmt: skip
    if prose is not None:
        sides.append(lambda: prose(text))
    runs = [[timed(side) for side in sides] for _ in range(rounds + 1)][1:]
    alone, plain, whole, *peer = (statistics.median(side) for side in zip(*runs, strict=True))
    print(f"{count_words(text)} words, {len(rules())} rules; Harper alone: {alone:.1f} ms")
    print(
        f"review without the English check: {plain:.1f} ms; ratio {plain / alone:.2f} (goal: at most {GOAL_WITHOUT:.0f})"
    )
    print(f"review with it: {whole:.1f} ms; ratio {whole / alone:.2f} (goal: at most {GOAL_WITH:.0f})")
    print(
        f"proselint: {peer[0]:.1f} ms; ratio {peer[0] / alone:.2f}" if peer else "proselint is not installed"
    )
    return int(plain / alone > GOAL_WITHOUT or whole / alone > GOAL_WITH)


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:2])))
