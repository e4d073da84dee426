"""Tracking numbers as carriers write them, and what is looked for: `tracking_patterns.yaml`, checked."""

from __future__ import annotations

import re
from functools import cache, cached_property
from typing import Literal

from pydantic import field_validator

from appeal_core.catalog.entries import Code, Entry
from appeal_core.catalog.loader import FOLDER, marketplaces, read_entry
from appeal_core.language import Bilingual, Frozen

CheckDigit = Literal["none", "s10", "ups", "mod10"]
_S10 = (8, 6, 4, 2, 3, 5, 9, 7)


class Pattern(Frozen):
    """One shape. `sure`: no other carrier uses it."""

    match: str
    check: CheckDigit = "none"
    sure: bool = False

    @field_validator("match")
    @classmethod
    def _compiles(cls, text: str) -> str:
        re.compile(text)
        return text

    def fits(self, number: str) -> bool:
        """Whether the whole number has this shape."""
        return re.fullmatch(self.match, number) is not None

    def checks(self, number: str) -> bool:
        """Whether its check digit is right; always where the shape has none that is public."""
        return CHECKS[self.check](number)


class Carrier(Entry):
    """A carrier's names and shapes. `only`: it is not known to use other shapes."""

    code: Code
    name: Bilingual
    names: tuple[str, ...]
    patterns: tuple[Pattern, ...]
    only: bool


class Integrated(Entry):
    """The carriers whose scans Amazon says that it reads, in these stores."""

    code: Code
    marketplaces: tuple[str, ...]
    carriers: tuple[str, ...]

    @field_validator("marketplaces")
    @classmethod
    def _known(cls, codes: tuple[str, ...]) -> tuple[str, ...]:
        if unknown := [c for c in codes if c not in marketplaces()]:
            raise ValueError(f"unknown marketplaces {unknown}")
        return codes


class FaultKind(Frozen):
    """A fault: `stop` is wrong, `look` may be right."""

    code: Code
    severity: Literal["stop", "look"]
    name: Bilingual
    todo: Bilingual


class TrackingRules(Frozen):
    """The content of `tracking_patterns.yaml`."""

    carriers: tuple[Carrier, ...]
    integrated: tuple[Integrated, ...]
    faults: tuple[FaultKind, ...]

    def carrier(self, name: str) -> Carrier | None:
        """The carrier that people call so; `None` for one that is not known."""
        return self._called.get(squeezed(name))

    def fault(self, code: str) -> FaultKind:
        """The fault `code`; `KeyError` where there is none such."""
        return self._faults[code]

    @cached_property
    def _called(self) -> dict[str, Carrier]:
        return {squeezed(n): c for c in self.carriers for n in c.names}

    @cached_property
    def _faults(self) -> dict[str, FaultKind]:
        return {f.code: f for f in self.faults}

    def integrated_in(self, marketplace: str) -> frozenset[str] | None:
        """The integrated carriers of a store, squeezed; `None` where no list is known."""
        lists = [i for i in self.integrated if marketplace in i.marketplaces]
        return frozenset(squeezed(n) for i in lists for n in i.carriers) if lists else None


def squeezed(name: str) -> str:
    """A carrier's name without case, spaces and signs."""
    return "".join(c for c in name.casefold() if c.isalnum())


def _none(number: str) -> bool:
    return True


def _s10(number: str) -> bool:
    """UPU S10: eight digits by their weights, modulo 11."""
    rest = 11 - sum(int(d) * w for d, w in zip(number[2:10], _S10, strict=True)) % 11
    return {10: 0, 11: 5}.get(rest, rest) == int(number[10])


def _ups(number: str) -> bool:
    """UPS: letters as digits (A is 2, I is 0), every second one doubled, modulo 10."""
    values = [int(c) if c.isdigit() else (ord(c) - 63) % 10 for c in number[2:]]
    if not number[-1].isdigit():
        return False
    total = sum(v * (2 if place % 2 else 1) for place, v in enumerate(values[:-1]))
    return -total % 10 == values[-1]


def _mod10(number: str) -> bool:
    """Weights 3 and 1 from the right over the number without a 420 postal code before it."""
    start = len(number) - 22 if len(number) > 26 else 0
    digits = [int(c) for c in number[start:]]
    total = sum(d * (3 if place % 2 == 0 else 1) for place, d in enumerate(reversed(digits[:-1])))
    return -total % 10 == digits[-1]


CHECKS = {"none": _none, "s10": _s10, "ups": _ups, "mod10": _mod10}


@cache
def tracking_rules() -> TrackingRules:
    """The file, checked."""
    return read_entry(FOLDER / "tracking_patterns.yaml", TrackingRules)
