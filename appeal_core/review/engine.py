"""Runs every rule over a draft and gathers the findings."""

from __future__ import annotations

from collections.abc import Iterable

from appeal_core.case import Case, Finding, Letter, Severity
from appeal_core.language import Lang
from appeal_core.review.context import Context
from appeal_core.review.draft import Draft, Item, Part
from appeal_core.review.letters import draft_of_letter, place_of
from appeal_core.review.parts import cut
from appeal_core.review.profiles import severity_in
from appeal_core.review.rule import Hit, Rule
from appeal_core.review.rules import rules

_PAGES: dict[Part | None, str] = {"root_cause": "causes", "actions": "actions", "prevention": "actions"}


def review_text(text: str, *, context: Context | None = None) -> tuple[Finding, ...]:
    """Every fault of a plain text (`context`: what it is compared with), in reading order.

    Offsets count characters of `text`; what is missing has none and stands first.
    """
    return review_draft(cut(text, context or Context()))


def review_letter(letter: Letter, case: Case, lang: Lang = "en") -> tuple[Finding, ...]:
    """Every fault of a composed letter in one language.

    Each finding names its block and the page and field where it is mended; offsets count
    characters of `letter_text(letter, lang)`.
    """
    return review_draft(draft_of_letter(letter, case, lang))


def letter_text(letter: Letter, lang: Lang = "en") -> str:
    """The text of a letter that the offsets of `review_letter` count."""
    return draft_of_letter(letter, None, lang).text


def review_draft(draft: Draft, only: Iterable[str] = ()) -> tuple[Finding, ...]:
    """The findings of all rules, or of those in `only`."""
    chosen = set(only)
    found: list[Finding] = []
    length = len(draft.text)
    for rule in rules().values():
        severity = severity_in(draft, rule) if not chosen or rule.id in chosen else None
        if severity:
            found += _apart((_finding(rule, hit, draft, severity) for hit in rule.check(draft)), length)
    return tuple(
        sorted(_plain_first(found, length), key=lambda f: (-1 if f.start is None else f.start, f.rule))
    )


def _finding(rule: Rule, hit: Hit, draft: Draft, severity: Severity) -> Finding:
    item = draft.item_at(hit.start) if hit.start is not None else None
    section = hit.section or (item.part if item else None)
    page, path = place_of(item, draft)
    return Finding(
        rule=rule.id,
        severity=hit.severity or severity,
        section=section,
        start=hit.start,
        end=hit.end,
        match=draft.text[hit.start : hit.end] if hit.start is not None else None,
        message=hit.message,
        why=rule.why,
        source=hit.source or rule.source,
        suggestion=hit.suggestion,
        instead=hit.instead,
        block=hit.block or (item.block if item else ""),
        page=hit.page or page or _page(item, section, draft),
        path=hit.path or path,
        sentence=draft.sentence_at(hit.start, hit.end) if hit.start is not None else "",
    )


def _page(item: Item | None, section: Part | None, draft: Draft) -> str:
    if draft.context.case is None:
        return ""
    return "letter" if item and item.part == "other" else _PAGES.get(section, "letter")


class _Covered:
    """Which characters of the draft a finding lies over already."""

    def __init__(self, length: int) -> None:
        self._marks = bytearray(length + 1)

    def over(self, finding: Finding) -> bool:
        """Whether some of a finding's words are covered."""
        return finding.start is not None and 1 in self._marks[finding.start : finding.end]

    def add(self, finding: Finding) -> None:
        """Covers the words of a finding."""
        if finding.start is not None and finding.end is not None:
            self._marks[finding.start : finding.end] = b"\x01" * (finding.end - finding.start)


def _apart(found: Iterable[Finding], length: int) -> list[Finding]:
    """Without those that lie over an earlier one of the same rule."""
    kept: list[Finding] = []
    covered = _Covered(length)
    for f in found:
        if not covered.over(f):
            covered.add(f)
            kept.append(f)
    return kept


def _plain_first(found: list[Finding], length: int) -> list[Finding]:
    """A more general rule stays silent over words on which a more exact one has spoken."""
    covered = _Covered(length)
    kept = []
    for rank in range(4):
        own = [f for f in found if _rank(f) == rank and (rank == 0 or not covered.over(f))]
        for f in own:
            if rules()[f.rule].about == "words" and f.rule != "future-in-actions":
                covered.add(f)  # a promise may be vague as well
        kept += own
    return kept


def _rank(finding: Finding) -> int:
    """0: it speaks of the substance; 1: vague words; 2: slips of the language; 3: the general English check."""
    if finding.rule in _RANKS:
        return _RANKS[finding.rule]
    return 2 if rules()[finding.rule].family in ("english", "chinese") else 0


_RANKS = {"vague-words": 1, "chinese-punctuation": 0, "grammar": 3}
