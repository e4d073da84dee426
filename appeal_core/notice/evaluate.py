"""Measures the diagnosis on labelled notices: `python -m appeal_core.notice.evaluate FILE.jsonl`.

A line holds `text`, `causes`, `stage`, and may hold `id`, `also_right`, `also_stage`.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from appeal_core.case import Diagnosis
from appeal_core.language import Frozen
from appeal_core.notice.causes import SURE
from appeal_core.notice.diagnosing import diagnose


class Score(Frozen):
    """Counts over one file. `confident_wrong`: a wrong cause named with 0.7 or more."""

    notices: int = 0
    cause_right: int = 0
    stage_right: int = 0
    confident_wrong: int = 0
    misses: tuple[str, ...] = ()


def evaluate(labelled: list[dict[str, Any]]) -> Score:
    """How often the first cause and the stage are right."""
    cause_right = stage_right = confident = 0
    misses: list[str] = []
    for number, item in enumerate(labelled, 1):
        found = diagnose(item["text"])
        right, staged = (
            cause_is_right(found, item),
            found.stage in (item["stage"], *item.get("also_stage", ())),
        )
        cause_right += right
        stage_right += staged
        confident += not right and bool(found.causes) and found.causes[0].score >= SURE
        if not (right and staged):
            named = [(c.code, c.score) for c in found.causes]
            misses.append(
                f"{item.get('id', number)}: {item['causes']} {item['stage']} -> {named} {found.stage}"
            )
    return Score(
        notices=len(labelled), cause_right=cause_right, stage_right=stage_right,
        confident_wrong=confident, misses=tuple(misses),
    )  # fmt: skip


def cause_is_right(found: Diagnosis, item: dict[str, Any]) -> bool:
    """The first cause is a labelled one; where none is labelled, none is named."""
    right = [*item["causes"], *item.get("also_right", ())]
    if not found.causes:
        return not item["causes"]
    return found.causes[0].code in right


def main(paths: list[str]) -> int:
    """Prints a line a file and each miss."""
    for path in paths:
        lines = Path(path).read_text(encoding="utf-8").splitlines()
        score = evaluate([json.loads(line) for line in lines if line.strip()])
        print(f"{path}: {score.notices} notices")
        print(f"  first cause right {score.cause_right} ({score.cause_right / max(1, score.notices):.1%})")
        print(f"  stage right       {score.stage_right} ({score.stage_right / max(1, score.notices):.1%})")
        print(f"  confident wrong   {score.confident_wrong}")
        for miss in score.misses:
            print("   ", miss)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
