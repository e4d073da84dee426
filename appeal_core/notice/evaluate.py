"""Measures the diagnosis on labelled notices: `python -m appeal_core.notice.evaluate FILE…` (.jsonl or .yaml).

An item holds `text`, `causes`, `stage`, and may hold `id`, `also_right` (or `also`), `also_stage`, `route`,
`also_route`; a file with routes is measured on them too.
"""

from __future__ import annotations

import sys
from collections import Counter
from typing import Any

from appeal_core.case import Diagnosis
from appeal_core.catalog import cause
from appeal_core.language import Frozen
from appeal_core.notice.causes import SURE
from appeal_core.notice.diagnosing import diagnose
from appeal_core.text.labelled import print_scores, read_labelled

_NONE = "none"


class Score(Frozen):
    """Counts over one file.

    `stated` and `recalled`: causes labelled, and those of them found. `extra`: causes found that no
    label allows. `confident_wrong`: a wrong first cause of 0.7 or more. `routed`: items with a route.
    `families`: (family of the first labelled cause, its notices, those right). `confusion`: (labelled,
    found, times) for first causes and, prefixed with "stage " and "route ", for stages and routes.
    """

    notices: int = 0
    cause_right: int = 0
    stage_right: int = 0
    routed: int = 0
    route_right: int = 0
    stated: int = 0
    recalled: int = 0
    extra: int = 0
    confident_wrong: int = 0
    families: tuple[tuple[str, int, int], ...] = ()
    confusion: tuple[tuple[str, str, int], ...] = ()
    misses: tuple[str, ...] = ()


def evaluate(labelled: list[dict[str, Any]]) -> Score:
    """How often the first cause and the stage are right, and which are taken for which."""
    counts: Counter[str] = Counter(notices=len(labelled))
    confused: Counter[tuple[str, str]] = Counter()
    families: dict[str, list[bool]] = {}
    misses: list[str] = []
    for number, item in enumerate(labelled, 1):
        found = diagnose(item["text"])
        codes = [c.code for c in found.causes]
        right, staged = cause_is_right(found, item), stage_is_right(found, item)
        families.setdefault(_family(item), []).append(right)
        counts["cause_right"] += right
        counts["stage_right"] += staged
        counts["stated"] += len(item["causes"])
        counts["recalled"] += len(set(codes) & set(item["causes"]))
        counts["extra"] += len(set(codes) - set(_allowed(item)))
        if not right:
            confused[(item["causes"] or [_NONE])[0], (codes or [_NONE])[0]] += 1
            counts["confident_wrong"] += bool(codes) and found.causes[0].score >= SURE
        if not staged:
            confused[f"stage {item['stage']}", found.stage] += 1
        if "route" in item:
            counts["routed"] += 1
            counts["route_right"] += (routed := route_is_right(found, item))
            if not routed:
                confused[f"route {item['route']}", found.route] += 1
        if not (right and staged):
            named = [(c.code, c.score) for c in found.causes]
            misses.append(
                f"{item.get('id', number)}: {item['causes']} {item['stage']} -> {named} {found.stage}"
            )
    table = tuple((was, taken, times) for (was, taken), times in confused.most_common())
    groups = tuple((name, len(rights), sum(rights)) for name, rights in sorted(families.items()))
    return Score(**counts, families=groups, confusion=table, misses=tuple(misses))


def _family(item: dict[str, Any]) -> str:
    try:
        return cause(item["causes"][0]).family
    except (IndexError, KeyError):
        return _NONE


def _allowed(item: dict[str, Any]) -> list[str]:
    return [*item["causes"], *item.get("also_right", ()), *item.get("also", ())]


def cause_is_right(found: Diagnosis, item: dict[str, Any]) -> bool:
    """The first cause is a labelled one; where none is labelled, none is named."""
    if not found.causes:
        return not item["causes"]
    return found.causes[0].code in _allowed(item)


def stage_is_right(found: Diagnosis, item: dict[str, Any]) -> bool:
    """The stage is the labelled one, or one that the label allows."""
    return found.stage in (item["stage"], *item.get("also_stage", ()))


def route_is_right(found: Diagnosis, item: dict[str, Any]) -> bool:
    """The route is the labelled one, or one that the label allows."""
    return found.route in (item["route"], *item.get("also_route", ()))


def _printed(path: str, score: Score) -> list[str]:
    whole = max(1, score.notices)
    return [
        f"{path}: {score.notices} notices",
        f"  first cause right {score.cause_right} ({score.cause_right / whole:.1%})",
        f"  causes recalled   {score.recalled} of {score.stated} ({score.recalled / max(1, score.stated):.1%})",
        f"  causes too many   {score.extra}",
        f"  stage right       {score.stage_right} ({score.stage_right / whole:.1%})",
        *(
            [
                f"  route right       {score.route_right} of {score.routed} ({score.route_right / score.routed:.1%})"
            ]
            if score.routed
            else []
        ),
        f"  confident wrong   {score.confident_wrong}",
        *(f"  first cause, {name:22} {right} of {n}" for name, n, right in score.families),
        *(
            ["  labelled as                    taken for                      times"]
            if score.confusion
            else []
        ),
        *(f"  {was:30} {taken:30} {times:5}" for was, taken, times in score.confusion),
        *(f"    {miss}" for miss in score.misses),
    ]


def main(paths: list[str]) -> int:
    """Prints the score, the confusion table and each miss of every file."""
    return print_scores(
        paths, lambda file: _printed(str(file), evaluate(read_labelled(file, "causes", "stage")))
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
