"""The page of a rule of the review, for whoever asks why a finding stands there."""

from __future__ import annotations

from appeal_core.review.pages import RulePage, rule_pages

__all__ = ["RulePage", "rule_help"]


def rule_help(rule: str) -> RulePage | None:
    """What the rule looks for, why, an example and what to write instead; `None` for an unknown rule."""
    return rule_pages().get(rule)
