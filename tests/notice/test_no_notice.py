"""Answers without a notice lead to a cause, or to nothing to appeal."""

import pytest

from appeal_core.catalog import vocabulary
from appeal_core.catalog.cue_loader import cause_cues, no_notice_path
from appeal_core.language import BadInput
from appeal_core.notice import suggest


@pytest.mark.parametrize(
    ("answers", "cause", "scope", "stage"),
    [
        ({"switched_off": "seller_fulfilled", "red_metric": "late_shipment_rate"}, "late_shipment_rate", "seller_fulfilled", "seller_fulfilled_off"),
        ({"switched_off": "account", "banner": "deactivated", "violation": "related_account"}, "related_account", "account", "deactivated"),
        ({"switched_off": "account", "low_feedback": "many"}, "order_defect_rate", "account", "deactivated"),
        ({"switched_off": "nothing", "banner": "at_risk", "button": "quiz", "claims": "many"}, "order_defect_rate", "unknown", "at_risk"),
        ({"switched_off": "nothing", "button": "none", "red_metric": "late_shipment_rate"}, None, "unknown", "warning"),
        ({"switched_off": "funds"}, "funds_reserve", "funds", "not_enforcement"),
        ({"switched_off": "listing", "violation": "unknown"}, None, "listing", "listing_removed"),
        ({"switched_off": "account", "since_when": "over_60_days"}, None, "account", "deactivated"),
        ({"switched_off": "account", "since_when": "over_60_days", "red_metric": "late_shipment_rate"}, "late_shipment_rate", "account", "deactivated"),
        ({}, None, "unknown", "unknown"),
    ],
)  # fmt: skip
def test_answers_lead_somewhere(answers: dict[str, str], cause: str | None, scope: str, stage: str) -> None:
    found = suggest(answers)
    assert (found.cause, found.scope, found.stage) == (cause, scope, stage)
    assert found.message.in_("en") and found.message.in_("zh") != found.message.in_("en")


@pytest.mark.parametrize("answers", [{"weather": "fine"}, {"switched_off": "everything"}])
def test_an_unknown_answer_is_refused_with_what_is_known(answers: dict[str, str]) -> None:
    with pytest.raises(BadInput, match=r"Known are|Choose one of"):
        suggest(answers)


def test_rules_name_existing_questions_choices_and_codes() -> None:
    path = no_notice_path()
    known = {q.id: {c.code for c in q.choices} for q in path.questions}
    for rule in path.rules:
        assert rule.cause is None or rule.cause in cause_cues()
        assert rule.scope in vocabulary("scopes") and rule.stage in vocabulary("stages")
        for question, choices in rule.when.items():
            assert set(choices) <= known[question]
