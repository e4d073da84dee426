"""Hostile drafts: `python -m tests.review.fuzz 5000` reviews that many, and says what took longest.

Each is made from a seed: endless words and sentences, 100,000 words, control characters, direction
marks, markup, half a table, broken brackets, both languages shuffled. No draft may raise, and none may
take longer than its size allows.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable

from appeal_core.review import as_json, review_text

WORDS = [
    "we",
    "the",
    "carrier",
    "buyer",
    "invoice",
    "will",
    "never",
    "again",
    "please",
    "[date]",
    "XXXX",
    "37",
    "of",
    "412",
    "8.98%",
    "November",
    "31",
    "Exhibit",
    "Z",
    "order",
    "112-1234567-7654321",
    "B0EXAMPL01",
    "confirmed",
    "before",
    "shipped",
    "，",
    "我们",
    "承运人",
    "保证",
    "迟发率",
    "。",
    "；",
    "(",
    ")",
    "|",
    "|",
    "-",
    "1.1",
    "Root",
    "cause",
    "Actions",
    "Prevention",
    "https://x.example/a?b=c",
    "!!!",
    "because",
    "although",
    "but",
    "was",
    "were",
    "did",
    "not",
    "checked",
]
ODD = "\x00\x01\x07\x1b\u200b\u200e\u202e\u2066\ufeff\ud7ff\U000e0001\u0301\t\r\x0b\x0c\x85\u2028" + "\ue000"
MARKS = (
    "<b>",
    "</table>",
    "<script>",
    "**",
    "> ",
    "```",
    "{{ x }}",
    "{% if %}",
    "&nbsp;",
    "\\",
    "%s",
    "{0}",
    "{words}",
)


def _words(r: random.Random, n: int) -> str:
    return " ".join(r.choice(WORDS) for _ in range(n))


def _endless_word(r: random.Random) -> str:
    return r.choice("aA1我_[(.,-") * r.randrange(1000, 20_000)


def _endless_sentence(r: random.Random) -> str:
    return _words(r, r.randrange(500, 3000)).replace(".", "").replace("。", "")


def _control(r: random.Random) -> str:
    return "".join(r.choice(ODD) if r.random() < 0.3 else r.choice("ab 我。\n") for _ in range(2000))


def _markup(r: random.Random) -> str:
    return "".join(f"{r.choice(MARKS)}{_words(r, 3)}" for _ in range(200))


def _table(r: random.Random) -> str:
    return "\n".join("|".join(_words(r, 2) for _ in range(r.randrange(1, 9))) for _ in range(150))


def _lines(r: random.Random) -> str:
    return "\n".join(_words(r, r.randrange(0, 12)) for _ in range(300))


def _spaces(r: random.Random) -> str:
    return (r.choice((" ", "\n", "\t", "\u3000", "- ", "1. ")) * r.randrange(10, 4000)) + _words(r, 5)


def _repeated(r: random.Random) -> str:
    return (_words(r, 4) + r.choice((". ", ", ", " ", "\n"))) * r.randrange(50, 500)


SHAPES: tuple[Callable[[random.Random], str], ...] = (
    _endless_word, _endless_sentence, _control, _markup, _table, _lines, _spaces, _repeated,
)  # fmt: skip


def draft(seed: int) -> str:
    """The hostile draft of that seed; every 1,000th has 100,000 words."""
    r = random.Random(seed)
    return _words(r, 100_000) if seed % 1000 == 999 else r.choice(SHAPES)(r)


def allowed(text: str) -> float:
    """Seconds of processor time that a draft may take: a share for its length."""
    return 2.0 + len(text) / 10_000


def reviewed(seed: int) -> float:
    """Reviews one draft; its seconds. Raises `AssertionError` where a finding does not stand where it says."""
    text = draft(seed)
    start = time.process_time()
    findings = review_text(text)
    taken = time.process_time() - start
    as_json(text, findings)
    for f in findings:
        assert f.start is None or text[f.start : f.end] == f.match, (seed, f.rule)
        assert f.message.in_("en") and f.message.in_("zh")
    assert taken <= allowed(text), f"seed {seed}: {taken:.1f} s for {len(text)} characters"
    return taken


def main(count: int = 5000, first: int = 0) -> None:
    """Reviews `count` drafts and prints the slowest."""
    review_text(
        _words(random.Random(first), 50)
    )  # the word lists and the dictionary are loaded outside the time
    times = {seed: reviewed(seed) for seed in range(first, first + count)}
    slowest = max(times, key=lambda s: times[s])
    total = sum(times.values())
    print(f"{count} drafts in {total:.0f} s; the slowest, seed {slowest}: {times[slowest]:.2f} s")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:3]))
