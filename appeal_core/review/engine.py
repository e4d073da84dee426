"""Runs every rule over a draft and gathers the findings."""

from __future__ import annotations

from collections.abc import Iterable

from appeal_core.case import Case, Finding, Letter
from appeal_core.language import Lang
from appeal_core.review.context import Context
from appeal_core.review.draft import Draft, Item, Part
from appeal_core.review.letters import draft_of_letter, place_of
from appeal_core.review.parts import cut
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
    for rule in rules().values():
        if (not chosen or rule.id in chosen) and rule.applies(draft):
            found += _apart(_finding(rule, hit, draft) for hit in rule.check(draft))
    return tuple(sorted(_plain_first(found), key=lambda f: (-1 if f.start is None else f.start, f.rule)))


def _finding(rule: Rule, hit: Hit, draft: Draft) -> Finding:
    item = draft.item_at(hit.start) if hit.start is not None else None
    section = hit.section or (item.part if item else None)
    page, path = place_of(item, draft)
    return Finding(
        rule=rule.id,
        severity=hit.severity or rule.severity,
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
    )


def _page(item: Item | None, section: Part | None, draft: Draft) -> str:
    if draft.context.case is None:
        return ""
    return "letter" if item and item.part == "other" else _PAGES.get(section, "letter")


def _apart(found: Iterable[Finding]) -> list[Finding]:
    """Without those that lie over an earlier one of the same rule."""
    kept: list[Finding] = []
    for f in found:
        if f.start is None or not any(_overlap(f, k) for k in kept):
            kept.append(f)
    return kept


def _plain_first(found: list[Finding]) -> list[Finding]:
    """A more general rule stays silent over words on which a more exact one has spoken."""
    exact = [f for f in found if _rank(f) == 0 and rules()[f.rule].about == "words"]
    slips = [f for f in found if _rank(f) == 1 and not any(_overlap(f, o) for o in exact)]
    plain = [f for f in found if _rank(f) == 2 and not any(_overlap(f, o) for o in [*exact, *slips])]
    return [f for f in found if _rank(f) == 0] + slips + plain


def _rank(finding: Finding) -> int:
    """0: it speaks of the substance; 1: vague words, slips of the language; 2: the general English check."""
    if finding.rule == "grammar":
        return 2
    slip = rules()[finding.rule].family in ("english", "chinese") and finding.rule != "chinese-punctuation"
    return 1 if slip or finding.rule == "vague-words" else 0


def _overlap(a: Finding, b: Finding) -> bool:
    if a.start is None or b.start is None or a.end is None or b.end is None:
        return False
    return a.start < b.end and b.start < a.end
