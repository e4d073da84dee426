"""A root cause has no measure that prevents it.

What it looks for
    In a case: a chosen root cause for which none of the catalogue’s measures is chosen, and no own one.
Why Amazon cares
    Its page asks for a response to each root cause.
Example
    1.2 has no measure.
Write instead
    One line for each root cause, or take the cause out.
Sources
    Amazon help G201623610.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from appeal_core.case import Case, Letter, MeasureAnswer, RootCauseAnswer
from appeal_core.language import Bilingual, message
from appeal_core.review.context import Context
from appeal_core.review.coverage import uncovered
from appeal_core.review.draft import Draft
from appeal_core.review.rule import Example, Hit, Rule


def _check(draft: Draft) -> Iterator[Hit]:
    case = draft.context.case
    if case is None or draft.context.letter is None or not draft.context.wants_plan:
        return
    for name in uncovered(case, "measures"):
        text = message("No measure is chosen for this root cause: {cause}.", cause=name)
        yield Hit(text, section="prevention", page="actions")


RULE = Rule(
    id="cause-without-measure",
    severity="warning",
    why=message("Amazon asks for an answer to each root cause. This one has no measure that prevents it."),
    source="Amazon help G201623610",
    check=_check,
    family="structure",
    about="whole",
)

_LATE = "late_shipment_rate"
_ROOT = RootCauseAnswer(cause=_LATE, chosen=True)
_OWN = MeasureAnswer(cause=_LATE, chosen=True)


def _case(**more: object) -> Context:
    given = {"id": "c", "created_at": dt.datetime(2026, 11, 1), "root_causes": {"mine_a": _ROOT}, **more}
    letter = Letter(kind="plan_of_action", title=Bilingual(), reference=Bilingual())
    return Context(case=Case.model_validate(given), letter=letter)


EXAMPLES = (
    Example("fires", "", _case()),
    Example("quiet", "", _case(measures={"mine_b": _OWN})),
    Example("near", "Root cause\nNo count was kept."),
)
