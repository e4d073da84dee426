"""Notices invented before any cue was looked at: sets that were tuned on, and sets that never were."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from appeal_core.notice import diagnose
from appeal_core.notice.evaluate import Score, evaluate, main
from appeal_core.text.cues import found as found_in


def _score(name: str) -> Score:
    text = (Path(__file__).parent / "sets" / f"{name}.yaml").read_text(encoding="utf-8")
    items: list[dict[str, Any]] = yaml.safe_load(text)
    return evaluate([{**item, "also_right": item.get("also", [])} for item in items])


@pytest.mark.parametrize("name", ["fifth", "sixth", "seventh", "eighth", "ninth"])
def test_a_set_that_was_tuned_on_is_read_rightly(name: str) -> None:
    score = _score(name)
    assert score.confident_wrong == 0, score.misses
    assert score.cause_right >= 0.97 * score.notices, score.misses
    assert score.stage_right >= 0.96 * score.notices, score.misses


def test_the_set_that_was_never_tuned_on_is_read_well() -> None:
    score = _score("held_out")
    assert score.confident_wrong == 0, score.misses
    assert score.cause_right >= 0.95 * score.notices, score.misses
    assert score.stage_right >= 0.88 * score.notices, score.misses


def test_the_second_set_that_was_never_tuned_on_is_read_no_worse_than_published() -> None:
    score = _score("held_out_second")
    assert score.confident_wrong <= 2, score.misses
    assert score.cause_right >= 0.88 * score.notices, score.misses
    assert score.stage_right >= 0.76 * score.notices, score.misses


def test_the_third_set_that_was_never_tuned_on_is_read_no_worse_than_published() -> None:
    score = _score("held_out_third")
    assert score.confident_wrong <= 1, score.misses
    assert score.cause_right >= 18, score.misses
    assert score.stage_right >= 14, score.misses


_STAGES = [
    line for line in (Path(__file__).parent / "stages.txt").read_text(encoding="utf-8").splitlines() if line
]


@pytest.mark.parametrize("line", _STAGES)
def test_a_stage_is_heard_in_one_or_two_sentences(line: str) -> None:
    stage, text = line.split("|", 1)
    assert diagnose(text).stage == stage


def test_a_rate_that_is_in_order_is_no_cause() -> None:
    found = diagnose(
        "Your Late Shipment Rate is 9.1%, above our target of 4%. Your Valid Tracking Rate of 98.4% meets our target."
    )
    assert [c.code for c in found.causes] == ["late_shipment_rate"]
    found = diagnose("您的迟发率为 9.1%，高于目标。您的有效追踪率符合要求。")
    assert [c.code for c in found.causes] == ["late_shipment_rate"]


def test_a_clause_after_a_semicolon_does_not_make_the_first_one_doubtful() -> None:
    assert diagnose("Your account has been suspended; if you disagree, appeal.").stage == "deactivated"


def test_a_dashboard_line_that_counts_nothing_states_no_cause() -> None:
    found = diagnose(
        "Account Health Rating: 96. Your account is at risk.\nRestricted product violations: 0\n"
    )
    assert [c.code for c in found.causes] == ["account_health_rating"]


def test_parts_of_a_cue_stand_in_any_order() -> None:
    assert found_in("late & orders", "Your orders are late.")
    assert found_in("late & orders", "Too late went these orders.")
    assert not found_in("late & orders", "Your parcels are late.")


def test_the_evaluation_prints_its_table_and_refuses_what_it_cannot_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "one.jsonl"
    file.write_text('{"text": "Your account was suspended.", "causes": ["patent"], "stage": "final"}\n')
    assert main([str(file)]) == 0
    printed = capsys.readouterr().out
    assert "causes recalled   0 of 1" in printed and "patent" in printed and "stage final" in printed
    file.write_text("no such thing")
    assert main([str(file)]) == 2
    assert capsys.readouterr().err.startswith("error: ")
