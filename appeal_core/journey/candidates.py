"""The root causes, actions and measures that the catalogue offers for a case, as empty answers."""

from __future__ import annotations

from appeal_core.case import ActionAnswer, Case, MeasureAnswer, RootCauseAnswer
from appeal_core.journey.tasks import known_cause


def with_root_causes(case: Case) -> Case:
    """The case with an unanswered entry for each root cause of its causes."""
    missing = {
        root.id: RootCauseAnswer(cause=code)
        for code in case.causes
        for root in known_cause(code).root_causes
        if root.id not in case.root_causes
    }
    return case.replace(root_causes={**case.root_causes, **missing}) if missing else case


def with_actions(case: Case) -> Case:
    """The case with an entry for each action and measure that its chosen root causes call for."""
    actions: dict[str, ActionAnswer] = {}
    measures: dict[str, MeasureAnswer] = {}
    for code, offered_actions, offered_measures in offered(case):
        actions |= {a: ActionAnswer(cause=code) for a in offered_actions if a not in case.actions}
        measures |= {m: MeasureAnswer(cause=code) for m in offered_measures if m not in case.measures}
    if not actions and not measures:
        return case
    return case.replace(actions={**case.actions, **actions}, measures={**case.measures, **measures})


def offered(case: Case) -> list[tuple[str, list[str], list[str]]]:
    """For each cause: the actions and measures to offer, those of the chosen root causes first."""
    found = []
    for code in case.causes:
        entry = known_cause(code)
        chosen = [r for r in entry.root_causes if (a := case.root_causes.get(r.id)) and a.chosen]
        roots = chosen or list(entry.root_causes)
        actions = list(dict.fromkeys(a for r in roots for a in r.actions))
        measures = list(dict.fromkeys(m for r in roots for m in r.measures))
        actions += [
            a
            for a, given in case.actions.items()
            if given.cause == code and given.chosen and a not in actions
        ]
        measures += [
            m
            for m, given in case.measures.items()
            if given.cause == code and given.chosen and m not in measures
        ]
        found.append((code, actions, measures))
    return found
