"""A letter that goes out and comes back: Word's changes, the team's own style, the form's questions, its length."""

from __future__ import annotations

from collections.abc import Callable, Collection

from appeal_core.case import Case, EditedDocument, Letter
from appeal_core.letter.own_words import OwnWords, own_words
from appeal_core.letter.questionnaire import Answered, answered
from appeal_core.letter.shortening import ShorteningPlan, shortening, with_cuts

__all__ = ["Answered", "OwnWords", "ShorteningPlan", "answered", "own_words", "with_cuts"]

LONG = 700  # words of the body, above which a reviewer seldom reads on


def from_word(letter: Letter, data: bytes) -> EditedDocument:
    """What an edited Word file of `letter` says differently. Raises `BadInput` for another file."""
    from appeal_core.export.docx_back import read_edited

    return read_edited(data, letter)


def with_changes(case: Case, letter: Letter, edited: EditedDocument, keys: Collection[str]) -> Case:
    """The case with the chosen changes as the seller's own words. Raises `BadInput`."""
    from appeal_core.export.docx_taken import with_changes as taken

    return taken(case, letter, edited, keys)


def shorter(letter: Letter) -> ShorteningPlan | None:
    """What may go from a letter that is too long; `None` for one that is not."""
    plan = shortening(letter, letter.language, LONG)
    return plan if plan.words > plan.target else None


def with_house(case: Case, sha256: str | None, name: str = "") -> Case:
    """The case with a house style, kept by its hash; without one for `None`."""
    return case.replace(wishes=case.wishes.model_copy(update={"house": sha256, "house_name": name}))


def house_of(case: Case, load: Callable[[str], bytes]) -> bytes | None:
    """The bytes of the case's house style, if it has one."""
    return load(case.wishes.house) if case.wishes.house else None
