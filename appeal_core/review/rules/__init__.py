"""Every rule of the review, found by itself: a module here that holds `RULE` is a rule."""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module
from types import ModuleType

from appeal_core.review.rule import Rule


@cache
def modules() -> tuple[ModuleType, ...]:
    """The modules of all rules, by name."""
    names = sorted(m.name for m in pkgutil.iter_modules(__path__))
    return tuple(import_module(f"{__name__}.{name}") for name in names)


@cache
def rules() -> dict[str, Rule]:
    """All rules, by id."""
    found: dict[str, Rule] = {m.RULE.id: m.RULE for m in modules()}
    return found
