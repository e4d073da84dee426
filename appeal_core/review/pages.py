"""The page of a rule, in both languages: its help in the wizard, and its file in `docs/rules/`.

The English is the docstring of the rule's own file; the Chinese stands in `pages.zh.yaml`.
"""

from __future__ import annotations

import inspect
import re
from functools import cache
from pathlib import Path
from types import ModuleType

from pydantic import TypeAdapter

from appeal_core.catalog.entries import Status
from appeal_core.catalog.loader import read_yaml
from appeal_core.language import Bilingual, Frozen
from appeal_core.review.knowledge import phrase_groups
from appeal_core.review.rules import modules

FILE = Path(__file__).resolve().parent / "pages.zh.yaml"
HEADINGS = ("What it looks for", "Why Amazon cares", "Example", "Write instead", "Sources")
_HEADING = re.compile(rf"^({'|'.join(HEADINGS)})$", re.MULTILINE)


class Chinese(Frozen):
    """A rule's page in Chinese."""

    title: str
    looks: str
    cares: str
    example: str
    instead: str


class RulePage(Frozen):
    """What a person should know of a rule. `statuses`: how sure its word lists are."""

    id: str
    severity: str
    family: str
    title: Bilingual
    looks: Bilingual
    cares: Bilingual
    example: Bilingual
    instead: Bilingual
    sources: str
    statuses: tuple[Status, ...] = ()


@cache
def rule_pages() -> dict[str, RulePage]:
    """Every rule's page, by the rule's id. Raises `KeyError` where one has no Chinese."""
    chinese = TypeAdapter(dict[str, Chinese]).validate_python(read_yaml(FILE))
    return {m.RULE.id: _page(m, chinese[m.RULE.id]) for m in modules()}


def _page(module: ModuleType, zh: Chinese) -> RulePage:
    title, *rest = _HEADING.split(inspect.getdoc(module) or "")
    parts = {name: " ".join(text.split()) for name, text in zip(rest[::2], rest[1::2], strict=True)}
    rule = module.RULE
    return RulePage(
        id=rule.id,
        severity=rule.severity,
        family=rule.family,
        title=Bilingual(en=" ".join(title.split()), zh=zh.title),
        looks=Bilingual(en=parts["What it looks for"], zh=zh.looks),
        cares=Bilingual(en=parts["Why Amazon cares"], zh=zh.cares),
        example=Bilingual(en=parts["Example"], zh=zh.example),
        instead=Bilingual(en=parts["Write instead"], zh=zh.instead),
        sources=parts["Sources"],
        statuses=tuple(sorted({g.status for g in phrase_groups() if g.rule == rule.id})),
    )
