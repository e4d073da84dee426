"""Guides: what to do around the letter (first hours, sending, waiting, the end), as data."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache
from pathlib import Path
from typing import Literal

from pydantic import Field

from appeal_core.catalog.entries import Code, Status
from appeal_core.catalog.loader import FOLDER, CatalogError, read_entries, routes, vocabulary
from appeal_core.language import Bilingual, Frozen


class When(Frozen):
    """The cases for which an item is meant. An empty list means any; all lists must agree."""

    scopes: tuple[Code, ...] = ()
    stages: tuple[Code, ...] = ()
    routes: tuple[Code, ...] = ()
    causes: tuple[Code, ...] = ()

    def holds(self, scope: str, stage: str, route: str, causes: Collection[str] = ()) -> bool:
        """Whether a case of this scope, stage, route and these causes is meant."""
        pairs = ((self.scopes, {scope}), (self.stages, {stage}), (self.routes, {route}))
        return all(
            not wanted or not given.isdisjoint(wanted)
            for wanted, given in (*pairs, (self.causes, set(causes)))
        )


class GuideItem(Frozen):
    """One thing to do, never to do, or to know, with its reason and how sure it is.

    `from_business_day` counts business days after sending, `from_day` calendar days after the
    deactivation; before that day the item does not apply yet. `None`: from the start.
    """

    id: Code
    kind: Literal["do", "never", "know"]
    when: When = When()
    text: Bilingual
    why: Bilingual
    from_business_day: int | None = Field(default=None, ge=0)
    from_day: int | None = Field(default=None, ge=0)
    status: Status
    source: str = Field(min_length=3)


class Guide(Frozen):
    """A checklist under one heading."""

    code: Code
    name: Bilingual
    meaning: Bilingual = Bilingual()
    items: tuple[GuideItem, ...] = Field(min_length=1)

    def items_for(
        self, scope: str, stage: str, route: str, causes: Collection[str] = ()
    ) -> tuple[GuideItem, ...]:
        """The items meant for a case, in reading order. Codes are those of the catalogue."""
        return tuple(i for i in self.items if i.when.holds(scope, stage, route, causes))


@cache
def guides(folder: Path = FOLDER) -> dict[str, Guide]:
    """Every guide of `submission.yaml`, by code. `CatalogError` where the file is wrong."""
    path = folder / "submission.yaml"
    found = read_entries(path, Guide)
    for guide in found.values():
        _check(path, guide)
    return found


def _check(path: Path, guide: Guide) -> None:
    ids = [item.id for item in guide.items]
    if twice := sorted({i for i in ids if ids.count(i) > 1}):
        raise CatalogError(f"{path}: guide {guide.code!r}: items stand twice: {twice}")
    allowed = {
        "scopes": set(vocabulary("scopes")),
        "stages": set(vocabulary("stages")),
        "routes": set(routes()),
        "causes": {p.stem for p in (FOLDER / "causes").glob("*.yaml")},
    }
    for item in guide.items:
        for kind, codes in allowed.items():
            if unknown := sorted(set(getattr(item.when, kind)) - codes):
                raise CatalogError(
                    f"{path}: guide {guide.code!r}, item {item.id!r}: `when.{kind}` names unknown "
                    f"{unknown}; allowed: {sorted(codes)}"
                )
