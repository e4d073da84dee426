"""The letter goes another way than the notice opens.

What it looks for
    A plan of action where documents, data or another account's reactivation are asked; any letter
    where the notice asks for none.
Why Amazon cares
    A plan does not answer a demand for invoices; a try is lost.
Example
    Root cause, actions and prevention in answer to "send us invoices".
Write instead
    A cover letter: what was asked, what you send, where to look.
Sources
    Amazon help G200370560; Amazon notices on authenticity.
"""

from __future__ import annotations

from collections.abc import Iterator

from appeal_core.language import Message, message
from appeal_core.review.accounts import disowned, reactivation_named
from appeal_core.review.draft import Draft
from appeal_core.review.examples import noticed
from appeal_core.review.rule import Example, Hit, Rule

_NO_PLAN: dict[str, Message] = {
    "documents": message("The notice asks for documents, and this is a plan of action."),
    "data_entry": message("The notice asks for data to be entered, and this is a plan of action."),
    "reactivate_other_account": message(
        "The notice asks for the other account first, and this is a plan of action."
    ),
    "legal": message("This needs a lawyer or a settlement, and this is a plan of action."),
    "wait": message("The notice asks for nothing yet, and this is a plan of action."),
    "none": message("The notice asks for no appeal, and this is a plan of action."),
    "dispute": message("You chose to dispute, and this is a plan of action."),
}


def _check(draft: Draft) -> Iterator[Hit]:
    letter = draft.context.letter
    text = _NO_PLAN.get(draft.context.asked_route)
    if text is None or len(draft.has_parts) < 2 or (letter and letter.kind != "plan_of_action"):
        return
    if draft.context.asked_route == "reactivate_other_account" and (
        reactivation_named(draft) or disowned(draft)
    ):
        return
    page = "notice" if draft.context.case else ""
    yield Hit(text, page=page)


RULE = Rule(
    id="wrong-route",
    severity="blocker",
    why=message("A plan does not answer a demand for something else, and a try is lost."),
    source="Amazon help G200370560",
    check=_check,
    family="structure",
    about="whole",
)

_PAPERS = noticed(route="documents")
_BOTH = noticed(route="plan_and_documents")
_PLAN = "Root cause\nNo invoice was compared.\nActions taken\nNovember 3: stock checked.\nPrevention\nThe owner compares each batch."

EXAMPLES = (
    Example("fires", _PLAN, _PAPERS),
    Example("quiet", "You asked for invoices. Exhibit A holds them.", _PAPERS),
    Example("near", _PLAN, _BOTH),
)
