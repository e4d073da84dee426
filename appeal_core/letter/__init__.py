"""Case -> Letter: every letter kind, in both languages, from exactly the case's facts."""

from appeal_core.letter.compose import compose
from appeal_core.letter.demands import Demand, demands
from appeal_core.letter.kinds import KINDS, kind_for, kind_name
from appeal_core.letter.plain import boxes, plain_text, spans

__all__ = ["KINDS", "Demand", "boxes", "compose", "demands", "kind_for", "kind_name", "plain_text", "spans"]
