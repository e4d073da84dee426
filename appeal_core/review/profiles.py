"""Whether a rule speaks of a draft, and how gravely, as `catalog/draft_profiles.yaml` says."""

from __future__ import annotations

from appeal_core.case import Severity
from appeal_core.catalog.draft_profiles import draft_profiles
from appeal_core.review.draft import Draft
from appeal_core.review.rule import Rule


def severity_in(draft: Draft, rule: Rule) -> Severity | None:
    """How grave the rule's findings are in this draft; `None` where it does not speak."""
    said: Severity | None = None
    about = draft.context
    for profile in draft_profiles().get(rule.id, ()):
        fits = profile.fits(about.causes, about.route, about.store, draft.lang)
        if profile.effect == "only" or profile.effect == "silent":
            if fits is (profile.effect == "silent"):
                return None
        elif fits:
            said = said or profile.effect
    return said or rule.severity
