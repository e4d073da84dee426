"""The letter as a hurried reviewer sees it: the first line of each part, seconds to read, what is still open."""

from __future__ import annotations

from appeal_core.case import Case, Finding, Letter
from appeal_core.journey.coverage import Coverage
from appeal_core.journey.lines import Line, lines
from appeal_core.language import Frozen, Message, message
from appeal_core.letter.own_words import body_blocks, count_words, words_of

# Silent reading of plain English: Brysbaert 2019; Chinese, by characters: IReST, Trauzettel-Klosinski 2012.
_A_MINUTE = {"en": 238, "zh": 255}
_LISTS = ("exhibits", "signature", "sources")


class Skim(Frozen):
    """What is taken in at a glance. `firsts`: the first line of each part; `seconds` at an ordinary pace."""

    words: int
    seconds: int
    firsts: tuple[Line, ...]
    opens: tuple[Message, ...]  # what keeps the letter from being complete; empty: complete


def skim(case: Case, letter: Letter, found: Coverage, findings: tuple[Finding, ...]) -> Skim:
    """The letter in the language that Amazon reads, with its coverage and the review's findings."""
    lang = letter.language
    words = sum(count_words(words_of(block, lang)) for block in body_blocks(letter))
    firsts: dict[str, Line] = {}
    for line in lines(letter):
        if line.section not in _LISTS:
            firsts.setdefault(line.part.en, line)
    return Skim(
        words=words,
        seconds=round(words * 60 / _A_MINUTE[lang]),
        firsts=tuple(firsts.values()),
        opens=open_points(case, letter, found, findings),
    )


def open_points(
    case: Case, letter: Letter, found: Coverage, findings: tuple[Finding, ...]
) -> tuple[Message, ...]:
    """What is still missing, in words: holes, gaps, what must be mended. Empty where the letter is complete."""
    points = list(found.holes)
    gaps = len({g.id for g in letter.gaps()})
    if gaps:
        points.append(message("Gaps in the text: {n}.", n=gaps))
    musts = [f for f in findings if f.severity == "blocker" and f.key not in case.set_aside]
    if musts:
        points.append(message("Findings that must be mended: {n}.", n=len(musts)))
    return tuple(points)
