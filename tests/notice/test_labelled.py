"""Invented notices with what a reader must find in them."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from appeal_core.notice import diagnose
from appeal_core.notice.evaluate import cause_is_right, evaluate

LABELLED: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "labelled.yaml").read_text(encoding="utf-8")
)
BY_ID = pytest.mark.parametrize("item", LABELLED, ids=[i["id"] for i in LABELLED])


@BY_ID
def test_the_cause_is_found_with_its_sentence(item: dict[str, Any]) -> None:
    found = diagnose(item["text"])
    assert cause_is_right(found, {"causes": item["causes"], "also_right": item.get("also", [])}), found.causes
    for cause in found.causes:
        assert cause.evidence
        for span in cause.evidence:
            assert found.text[span.start : span.end] == span.text


@BY_ID
def test_the_stage_is_found(item: dict[str, Any]) -> None:
    assert diagnose(item["text"]).stage in (item["stage"], *item.get("also_stage", ()))


@BY_ID
def test_whatever_else_is_labelled_is_found(item: dict[str, Any]) -> None:
    d = diagnose(item["text"])
    got = {
        "scope": d.scope, "route": d.route, "marketplace": d.marketplace,
        "deadline": d.deadline.hours if d.deadline else None, "files": list(d.accepted_files),
        "languages": list(d.plan_languages), "asins": list(d.asins),
        "complaint_ids": list(d.complaint_ids), "accounts": list(d.accounts),
    }  # fmt: skip
    assert {k: got[k] for k in got if k in item} == {k: item[k] for k in got if k in item}
    if "deadline" not in item:
        assert d.deadline is None


def test_where_no_cause_is_stated_questions_are_asked() -> None:
    for item in LABELLED:
        if not item["causes"] and item["stage"] != "not_enforcement":
            asked = diagnose(item["text"]).questions
            assert 2 <= len(asked) <= 3, item["id"]
            assert all(q.text.in_("zh") != q.text.in_("en") for q in asked)


def test_the_score_counts_misses() -> None:
    item = {
        "text": "Your late shipment rate exceeded 4% and your account was deactivated.",
        "causes": ["patent"],
        "stage": "final",
    }
    score = evaluate([item])
    assert (score.notices, score.cause_right, score.stage_right, score.confident_wrong) == (1, 0, 0, 1)
