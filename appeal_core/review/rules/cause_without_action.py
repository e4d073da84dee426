"""A root cause has no action that is done.

What it looks for
    In a case: a chosen root cause for which none of the catalogue’s actions is chosen, and no own one.
Why Amazon cares
    Its page asks for a response to each root cause.
Example
    1.2 has no point under actions completed.
Write instead
    One line for each root cause, or take the cause out.
Sources
    Amazon help G201623610.
"""

from __future__ import annotations

from appeal_core.case import ActionAnswer
from appeal_core.language import Bilingual, Message, message
from appeal_core.review.coverage import missing_answers
from appeal_core.review.examples import in_case
from appeal_core.review.rule import Example, Rule


def _worded(name: Bilingual) -> Message:
    return message("No action is chosen for this root cause: {cause}.", cause=name)


RULE = Rule(
    id="cause-without-action",
    severity="warning",
    why=message("Amazon asks for an answer to each root cause. This one has no action that is done."),
    source="Amazon help G201623610",
    check=lambda draft: missing_answers(draft, "actions", "actions", _worded),
    family="structure",
    about="whole",
)

_OWN = ActionAnswer(cause="late_shipment_rate", chosen=True)

EXAMPLES = (
    Example("fires", "", in_case()),
    Example("quiet", "", in_case(actions={"mine_b": _OWN})),
    Example("near", "Root cause\nNo count was kept."),
)
