"""For which letters a rule of the review speaks, and how gravely: by cause, route, store and language."""

from __future__ import annotations

from functools import cache
from typing import Literal

from appeal_core.catalog.entries import Code, Entry
from appeal_core.catalog.loader import FOLDER, read_entry
from appeal_core.language import Frozen, Lang

RuleId = str


class Profile(Frozen):
    """Where `rules` speak `only` or are `silent`, or how grave they are, and why.

    It holds for a letter that fits each condition that is given: one of `causes`, of `routes`
    (`other_letter`: a letter that answers no notice), of `stores`, of `langs` (the letter's).
    """

    rules: tuple[RuleId, ...]
    effect: Literal["only", "silent", "blocker", "warning", "advice"]
    why: str
    causes: tuple[Code, ...] = ()
    routes: tuple[Code, ...] = ()
    stores: tuple[str, ...] = ()
    langs: tuple[Lang, ...] = ()

    def fits(self, causes: tuple[str, ...], route: str, store: str | None, lang: Lang) -> bool:
        """Whether a letter with these causes, route, store and language is meant."""
        return (
            (not self.causes or bool(set(self.causes) & set(causes)))
            and (not self.routes or route in self.routes)
            and (not self.stores or store in self.stores)
            and (not self.langs or lang in self.langs)
        )


class DraftProfiles(Entry):
    """The content of `draft_profiles.yaml`."""

    profiles: tuple[Profile, ...]


@cache
def draft_profiles() -> dict[RuleId, tuple[Profile, ...]]:
    """The profiles that name a rule, by its id; a rule without one speaks everywhere."""
    found: dict[RuleId, tuple[Profile, ...]] = {}
    for profile in read_entry(FOLDER / "draft_profiles.yaml", DraftProfiles).profiles:
        for rule in profile.rules:
            found[rule] = (*found.get(rule, ()), profile)
    return found
