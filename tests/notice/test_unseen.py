"""Notices invented before any cue was looked at: two sets that were tuned on, one that never was."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from appeal_core.notice.evaluate import Score, evaluate


def _score(name: str) -> Score:
    text = (Path(__file__).parent / "sets" / f"{name}.yaml").read_text(encoding="utf-8")
    items: list[dict[str, Any]] = yaml.safe_load(text)
    return evaluate([{**item, "also_right": item.get("also", [])} for item in items])


@pytest.mark.parametrize("name", ["fifth", "sixth"])
def test_a_set_that_was_tuned_on_is_read_rightly(name: str) -> None:
    score = _score(name)
    assert score.confident_wrong == 0, score.misses
    assert score.cause_right >= 0.98 * score.notices, score.misses
    assert score.stage_right >= 0.96 * score.notices, score.misses
