"""Which causes a notice states, each with its sentences."""

from __future__ import annotations

import re

from appeal_core.case import CauseFound, Span
from appeal_core.catalog.cue_entries import CauseCues
from appeal_core.catalog.cue_loader import cause_cues
from appeal_core.notice.reading import Line, Reading
from appeal_core.text.listen import spoken

# How far a sentence is believed by where it stands: reasons are given in the opening and under "Why".
_SECTIONS = {
    "opening": 1.0,
    "cause": 1.05,
    "how": 0.8,
    "error": 0.75,
    "list": 0.8,
    "help": 0.3,
    "consequence": 0.35,
}
_LINK, _THIS_POLICY, _RULE, _EARLIER = 0.35, 0.8, 0.45, 0.85
_STANDARD_KINDS = {"legal": 0.3, "papers": 0.3}  # the others never name a cause
_NONE_COUNTED = re.compile(r"[:：]\s*0(?:\s|$)")  # a line of a dashboard that counts nothing
_FOR_A_REASON = 0.85  # a standard sentence that gives a reason is none
_REASON = re.compile(r"\b(?:because|due to|as a result of)\b|由于|因为|ため", re.IGNORECASE)
LEAST = 0.5  # below it a mention is not a statement
SURE = 0.7
_MOST = 4


def find_causes(reading: Reading) -> tuple[CauseFound, ...]:
    """The causes stated, the surest first. Earlier messages of a thread count where the newest names none."""
    found = _ranked(reading, reading.lines, 1.0)
    if not found and reading.earlier:
        found = _ranked(reading, reading.earlier, _EARLIER)
    return found


def _ranked(reading: Reading, lines: tuple[Line, ...], factor: float) -> tuple[CauseFound, ...]:
    book = cause_cues()
    hits: dict[str, dict[int, float]] = {}
    for code, entry in book.items():
        cues = spoken(entry.cues, reading.tongues)
        for n, line in enumerate(lines):
            believed = _belief(line, entry) * factor
            if believed and (weight := line.heard.weight(cues)):
                hits.setdefault(code, {})[n] = min(0.97, weight * believed)
    _give_way(hits, book)
    scored = [(code, _together(list(places.values()))) for code, places in hits.items() if places]
    scored = [(c, s) for c, s in scored if s >= LEAST]
    scored.sort(key=lambda pair: (-pair[1], min(hits[pair[0]])))
    return tuple(
        CauseFound(code=code, score=round(score, 2), evidence=_evidence(lines, hits[code]))
        for code, score in scored[:_MOST]
    )


def _belief(line: Line, entry: CauseCues) -> float:
    if entry.anywhere:
        return 1.0
    if line.in_order or _NONE_COUNTED.search(line.heard.folded):
        return 0.0
    believed = _SECTIONS[line.section]
    if line.standard:
        believed *= (
            _FOR_A_REASON if _REASON.search(line.heard.folded) else _STANDARD_KINDS.get(line.standard, 0.0)
        )
    if line.link:
        believed *= _THIS_POLICY if _names_this_policy(line) else _LINK
    if line.rule:
        believed *= _RULE
    if line.conditional and line.section not in ("how", "error"):
        believed *= 0.75
    return believed


def _names_this_policy(line: Line) -> bool:
    return "this policy" in line.heard.lowered or "此政策" in line.heard.folded


def _give_way(hits: dict[str, dict[int, float]], book: dict[str, CauseCues]) -> None:
    """A wider name gives way to the narrower one, in the same sentence wholly, elsewhere in part."""
    strong = {code for code, places in hits.items() if _together(list(places.values())) >= SURE}
    for code in strong:
        for wider in book[code].outranks:
            if wider not in hits or (wider in strong and code in book[wider].outranks):
                continue
            for n in list(hits[wider]):
                if hits[code].get(n, 0) >= 0.5:
                    del hits[wider][n]
                else:
                    hits[wider][n] *= 0.8


def _together(scores: list[float]) -> float:
    """Two sentences that say the same make it surer; a third adds nothing."""
    best = sorted(scores, reverse=True)[:2]
    if len(best) < 2:
        return best[0] if best else 0.0
    return min(0.98, best[0] + (1 - best[0]) * best[1] * 0.5)


def _evidence(lines: tuple[Line, ...], places: dict[int, float]) -> tuple[Span, ...]:
    best = sorted(places, key=lambda n: -places[n])[:3]
    return tuple(lines[n].span for n in best)
