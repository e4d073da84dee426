"""Cues heard in a sentence: the same for notices and replies."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Protocol, TypeVar

from appeal_core.text.cues import found


class Cue(Protocol):
    """What a cue must tell, whoever keeps it: its pattern, what takes it back, how much it weighs."""

    @property
    def pattern(self) -> str: ...
    @property
    def unless(self) -> str: ...
    @property
    def weight(self) -> float: ...


_Cue = TypeVar("_Cue", bound=Cue)


class Heard:
    """A sentence made ready: folded once, in lower case once."""

    __slots__ = ("folded", "lowered")

    def __init__(self, folded: str) -> None:
        self.folded = folded
        self.lowered = folded.lower()

    def match(self, cue: Cue) -> re.Match[str] | None:
        """The place where `cue` stands, `None` where it does not or is taken back."""
        hit = found(cue.pattern, self.folded, self.lowered)
        if hit is None or (cue.unless and found(cue.unless, self.folded, self.lowered)):
            return None
        return hit

    def weight(self, cues: Iterable[Cue]) -> float:
        """The highest weight of the cues that stand here; 0 where none does."""
        best = 0.0
        for cue in cues:
            if cue.weight > best and self.match(cue):
                best = cue.weight
        return best


def spoken(cues: Mapping[Any, Sequence[_Cue]], tongues: Iterable[str]) -> tuple[_Cue, ...]:
    """The cues of these languages, with those of any language."""
    return tuple(cue for tongue in (*tongues, "any") for cue in cues.get(tongue, ()))
