"""What each route needs, how far the case is, and which answers a first letter cannot do without."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from appeal_core.case import ActionAnswer, Case, MeasureAnswer, RootCauseAnswer, Words
from appeal_core.catalog import cause, routes
from appeal_core.catalog.cause_entries import Cause, Slot
from appeal_core.catalog.route_questions import RouteQuestion, route_questions
from appeal_core.journey import doors
from appeal_core.language import Message, message
from appeal_core.letter import demands, kind_for

Status = Literal["not_started", "in_progress", "complete", "not_needed"]
STEPS = ("notice", "reports", "causes", "actions", "evidence", "letter", "submit", "follow_up")


@dataclass(frozen=True)
class Task:
    """A step of the journey and how far it is. `missing` names the first thing it lacks."""

    page: str
    status: Status
    missing: Message | None = None


@dataclass(frozen=True)
class Required:
    """An answer without which no honest letter can be written."""

    page: str
    path: str
    answered: bool
    what: Message


def status_word(status: Status) -> Message:
    """The status in a word, for people."""
    return {
        "not_started": message("not started"),
        "in_progress": message("in progress"),
        "complete": message("complete"),
        "not_needed": message("not needed"),
    }[status]


def tasks(case: Case) -> tuple[Task, ...]:
    """Every step with its status, in order; those that the route does not need say so."""
    begun = bool(case.notices or case.causes)
    route = routes()[case.route] if begun else routes()["plan_of_action"]  # most cases go this way
    needed = set(route.tasks) | {"notice"}
    open_answers = required(case)
    return tuple(_task(case, page, page in needed, open_answers) for page in STEPS)


def next_page(case: Case, page: str) -> str:
    """The step after `page` that the route needs."""
    later = STEPS[STEPS.index(page) + 1 :] if page in STEPS else STEPS
    needed = {t.page for t in tasks(case) if t.status != "not_needed"}
    return next((p for p in later if p in needed), "follow_up")


def required(case: Case) -> tuple[Required, ...]:
    """The answers that the letter of this case's route needs, in the order of the pages."""
    found = [
        Required("notice", "notices", bool(case.notices or case.causes), message("the notice, or its cause")),
        Required(
            "notice", "understanding.confirmed", case.understanding.confirmed, message("your confirmation")
        ),
        Required("notice", "understanding.door", doors.chosen(case), message("acknowledge or dispute")),
    ]
    if not case.causes and case.notices and case.stage != "not_enforcement":
        found.append(
            Required("notice", "understanding.causes", False, message("the cause that the notice states"))
        )
    if case.causes and kind_for(case) != "none":
        found += [
            Required(
                "notice", "seller.store_name", bool(case.seller.store_name), message("the store's name")
            ),
            Required("notice", "seller.signatory", bool(case.seller.signatory), message("who signs")),
        ]
    route = routes().get(case.route)
    wanted = route.tasks if route else ()
    if "reports" in wanted:
        found += _figures(case)
    plan = case.route in ("plan_of_action", "plan_and_documents")
    if plan and "causes" in wanted:
        found += _chosen_causes(case)
    if plan and "actions" in wanted:
        found += _chosen_actions(case)
    if "evidence" in wanted and case.route in ("documents", "plan_and_documents", "dispute"):
        found.append(Required("evidence", "exhibits", bool(case.exhibits), message("at least one document")))
        found += _demanded(case)
    found += [
        Required(
            "causes", f"answers.{q.code}", filled(case.answers.get(q.code)), message("{slot}", slot=q.label)
        )
        for q in asked_questions(case)
        if q.required
    ]
    return tuple(found)


def asked_questions(case: Case) -> tuple[RouteQuestion, ...]:
    """The questions that this case's letter asks of its own, given what was answered."""
    answers = {code: words.en for code, words in case.answers.items()}
    demanded = {d.code for d in demands(case)}
    return tuple(q for q in route_questions(_route_of_letter(case)) if q.asked(answers, demanded))


def _route_of_letter(case: Case) -> str:
    """The route that begins with the case's letter: a cause may have a letter of its own, whatever its route."""
    kind = kind_for(case)
    route = routes().get(case.route)
    if route and kind != route.letter:
        return next((r.code for r in routes().values() if r.letter == kind), case.route)
    return case.route


def known_cause(code: str) -> Cause:
    """The catalogue's cause, whose absence is a fault of the case file, not of the seller."""
    return cause(code)


def _figures(case: Case) -> list[Required]:
    found = []
    for code in case.causes:
        metric = known_cause(code).metric
        if metric is None:
            continue
        measured = case.measurements.find(metric) if case.measurements else None
        stated = any(t.metric == metric for t in case.typed.values())
        known = bool(measured and measured.rate is not None) or stated
        found.append(
            Required("reports", f"typed.{metric}", known, message("the rate, from a report or typed"))
        )
    return found


def _chosen_causes(case: Case) -> list[Required]:
    found = []
    for code in case.causes:
        chosen = {k: a for k, a in case.root_causes.items() if a.chosen and a.cause == code}
        path = f"root_causes.{code}"
        if not chosen:
            found.append(Required("causes", path, False, message("a root cause")))
        for key, answer in chosen.items():
            found.append(
                Required("causes", f"root_causes.{key}.check", answer.check == "yes", message("its check"))
            )
            found += _slots("causes", f"root_causes.{key}", answer, _entry_slots(code, "root_cause", key))
    return found


def _chosen_actions(case: Case) -> list[Required]:
    found = []
    actions = {k: a for k, a in case.actions.items() if a.chosen and a.cause in case.causes}
    measures = {k: m for k, m in case.measures.items() if m.chosen and m.cause in case.causes}
    if not actions:
        found.append(Required("actions", "actions", False, message("a corrective action")))
    for key, action in actions.items():
        what = message("when it was done")
        found.append(Required("actions", f"actions.{key}.done_on", action.done_on is not None, what))
        found += _slots("actions", f"actions.{key}", action, _entry_slots(action.cause, "action", key))
    if not measures:
        found.append(Required("actions", "measures", False, message("a preventive measure")))
    for key, measure in measures.items():
        found.append(Required("actions", f"measures.{key}.chosen", True, message("that you run it")))
        found += _slots("actions", f"measures.{key}", measure, _entry_slots(measure.cause, "measure", key))
    return found


def _demanded(case: Case) -> list[Required]:
    if case.route == "dispute" or kind_for(case) == "intellectual_property":
        return []  # there the papers stand for one another
    what = {d.code: message("an answer to “{ask}”", ask=d.name) for d in demands(case)}
    return [
        Required("evidence", d.path if d.in_a_line else f"exhibits.{d.code}", d.answered, what[d.code])
        for d in demands(case)
    ]


def _entry_slots(code: str, kind: str, key: str) -> dict[str, Slot]:
    try:
        return dict(getattr(known_cause(code), kind)(key).slots)
    except KeyError:
        return {}  # the seller's own, in free words


def _slots(
    page: str,
    path: str,
    answer: RootCauseAnswer | ActionAnswer | MeasureAnswer,
    slots: dict[str, Slot],
) -> list[Required]:
    return [
        Required(
            page, f"{path}.slots.{name}", filled(answer.slots.get(name)), message("{slot}", slot=slot.label)
        )
        for name, slot in slots.items()
        if slot.required
    ]


def filled(words: Words | None) -> bool:
    """Whether a slot holds anything, in either language."""
    return bool(words and (words.en.strip() or words.zh.strip()))


def _task(case: Case, page: str, needed: bool, answers: tuple[Required, ...]) -> Task:
    if not needed:
        return Task(page, "not_needed")
    mine = [r for r in answers if r.page == page]
    missing = next((r.what for r in mine if not r.answered), None)
    if page in ("letter", "submit", "follow_up", "evidence"):
        return _later_task(case, page, answers, missing)
    started = _started(case, page)
    if missing is None and (mine or started):
        return Task(page, "complete")
    return Task(page, "in_progress" if started else "not_started", missing)


def _started(case: Case, page: str) -> bool:
    if page == "notice":
        return bool(case.notices or case.no_notice or case.causes)
    if page == "reports":
        return bool(case.reports or case.typed)
    if page == "causes":
        return any(a.check for a in case.root_causes.values()) or bool(case.answers)
    return any(a.chosen for a in case.actions.values()) or any(m.chosen for m in case.measures.values())


def _later_task(case: Case, page: str, answers: tuple[Required, ...], missing: Message | None) -> Task:
    if page == "evidence":
        done = bool(case.exhibits) and missing is None and all(e.sha256 for e in case.exhibits.values())
        return Task(page, "complete" if done else "in_progress" if case.exhibits else "not_started", missing)
    if page == "letter":
        first = next((r.what for r in answers if not r.answered), None)
        ready = first is None
        started = case.edits or any(a.chosen for a in case.root_causes.values())
        return Task(page, "complete" if ready else "in_progress" if started else "not_started", first)
    if page == "submit":
        return Task(page, "complete" if case.attempts else "not_started")
    return Task(page, "in_progress" if case.attempts else "not_started")
