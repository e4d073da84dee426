"""Phrases looked for in sentences: a small pattern language over regular expressions.

In a pattern a blank stands for any run of blanks (in Chinese and Japanese also for none), `...` for
up to ninety characters of the same sentence, ` & ` joins parts that stand in the same sentence in any
order; the rest is a regular expression, upper and lower case alike. Patterns meet text that was folded (`appeal_core.text.folding`).
"""

from __future__ import annotations

import re
from functools import cache

from appeal_core.text.folding import fold

_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """The regular expression of a pattern, made once."""
    source = fold(pattern)
    asian = bool(_CJK.search(source))
    gap = ".{0,45}?" if asian else r".{0,90}?(?<![a-zà-ÿ])"
    parts = [
        part.replace(" ?", r"\s*").replace(" ", r"\s*" if asian else r"\s+")
        for part in re.split(r" ?\.\.\. ?", source)
    ]
    source = gap.join(parts)
    if not asian and re.match(r"\(?[a-zà-ÿ]", source, re.IGNORECASE):
        source = r"(?<![a-zà-ÿ])" + (f"(?:{source})" if "|" in source else source)
    return re.compile(source, re.IGNORECASE)


@cache
def anchor(pattern: str) -> str:
    """A word that every match must hold, in lower case; empty where no one word is certain.

    Looking for it first spares making and running most regular expressions.
    """
    if "|" in re.sub(r"\([^()]*\)", "", pattern):
        return ""
    bare = fold(pattern)
    while (inner := re.sub(r"\([^()]*\)[?*+]?|\[[^\]]*\][?*+]?|\{[^}]*\}|\\.[?*+]?", "\x00", bare)) != bare:
        bare = inner
    bare = re.sub(r".[?*]", "\x00", bare.replace("...", "\x00")).lower()
    runs = re.findall(r"[a-zà-ÿ]{3,}|[\u3040-\u30ff\u3400-\u9fff]+", bare)
    return max(runs, key=len, default="")


@cache
def parts_of(pattern: str) -> tuple[str, ...]:
    """The parts of a pattern that must all stand in the sentence, in whatever order."""
    return tuple(pattern.split(" & "))


def found(pattern: str, folded: str, lowered: str | None = None) -> re.Match[str] | None:
    """The first match of `pattern` in a folded sentence; `lowered` is it in lower case, if at hand.

    Of a pattern in several parts it is the match of the first part.
    """
    small = folded.lower() if lowered is None else lowered
    first: re.Match[str] | None = None
    for part in parts_of(pattern):
        word = anchor(part)
        if word and word not in small:
            return None
        hit = compiled(part).search(folded)
        if hit is None:
            return None
        first = first or hit
    return first
