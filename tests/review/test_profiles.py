"""For which letters a rule speaks, and how gravely, is data; every profile holds what it says."""

from __future__ import annotations

import pytest

from appeal_core.catalog import causes, marketplaces, routes
from appeal_core.catalog.draft_profiles import Profile, draft_profiles
from appeal_core.review.draft import Draft
from appeal_core.review.examples import noticed
from appeal_core.review.parts import cut
from appeal_core.review.profiles import severity_in
from appeal_core.review.rules import rules

PROFILES = [
    pytest.param(rule, profile, id=f"{rule}-{profile.effect}-{n}")
    for rule, profiles in draft_profiles().items()
    for n, profile in enumerate(profiles)
]
_TEXT = {"en": "The upload failed on Monday and nobody saw it.", "zh": "周一上传失败，没有人发现。"}
_ELSEWHERE = {"cause": "patent", "route": "plan_of_action", "store": "ZA"}  # named by no profile


def _drafts(profile: Profile) -> list[Draft]:
    """A draft for each cause, route, store and language that the profile names."""
    return [
        cut(_TEXT[lang], noticed(cause, route=route, marketplace=store))
        for cause in profile.causes or (_ELSEWHERE["cause"],)
        for route in profile.routes or (_ELSEWHERE["route"],)
        for store in profile.stores or (_ELSEWHERE["store"],)
        for lang in profile.langs or ("en",)
    ]


def _other(profile: Profile) -> Draft:
    """A draft that the profile does not mean."""
    lang = "zh" if profile.langs == ("en",) else "en"
    return cut(
        _TEXT[lang],
        noticed(_ELSEWHERE["cause"], route=_ELSEWHERE["route"], marketplace=_ELSEWHERE["store"]),
    )


@pytest.mark.parametrize(("rule", "profile"), PROFILES)
def test_a_profile_holds_for_the_letters_that_it_names_and_for_no_other(rule: str, profile: Profile) -> None:
    own = rules()[rule].severity
    inside = {"only": own, "silent": None}.get(profile.effect, profile.effect)
    assert {severity_in(draft, rules()[rule]) for draft in _drafts(profile)} == {inside}
    assert severity_in(_other(profile), rules()[rule]) == (None if profile.effect == "only" else own)


@pytest.mark.parametrize(("rule", "profile"), PROFILES)
def test_a_profile_names_what_exists(rule: str, profile: Profile) -> None:
    assert rule in rules()
    assert set(profile.causes) <= set(causes()) and set(profile.stores) <= set(marketplaces())
    assert set(profile.routes) <= {*routes(), "other_letter"}
    assert profile.why and (profile.causes or profile.routes or profile.stores or profile.langs)


def test_a_rule_without_a_profile_speaks_everywhere() -> None:
    assert "plea" not in draft_profiles()
    assert {severity_in(cut(t, noticed()), rules()["plea"]) for t in _TEXT.values()} == {"warning"}
