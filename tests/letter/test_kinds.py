"""Which letter a case needs."""

from __future__ import annotations

import datetime as dt

import pytest

from appeal_core.case import Attempt, Case, LetterWishes, Reply
from appeal_core.language import BadInput
from appeal_core.letter import KINDS, kind_for, kind_name
from appeal_core.letter.template import FOLDER, read_template


@pytest.mark.parametrize(
    ("causes", "route", "door", "kind"),
    [
        (("late_shipment_rate",), None, None, "plan_of_action"),
        (("late_shipment_rate",), "plan_and_documents", None, "plan_of_action"),
        (("late_shipment_rate",), None, "dispute", "dispute"),
        (("inauthentic",), "documents", None, "document_cover"),
        (("related_account",), "reactivate_other_account", None, "related_account"),
        (("related_account",), None, "dispute", "related_account"),
        (("trademark",), "documents", None, "intellectual_property"),
        (("trademark",), None, "dispute", "intellectual_property"),
        (("trademark",), "plan_of_action", None, "plan_of_action"),
        (("restricted_product",), "unknown", None, "plan_of_action"),
        (("late_shipment_rate",), "wait", None, "none"),
    ],
)
def test_cause_route_and_door_choose_the_letter(
    case: Case, causes: tuple[str, ...], route: str | None, door: str | None, kind: str
) -> None:
    understood = case.understanding.model_copy(update={"causes": causes, "route": route, "door": door})
    assert kind_for(case.replace(understanding=understood, wishes=LetterWishes())) == kind


@pytest.mark.parametrize(
    ("outcome", "kind"),
    [
        ("plan_incomplete", "supplement"),
        ("more_information", "supplement"),
        ("not_implemented", "implementation_proof"),
        ("documents_invalid", "document_cover"),
        ("compliance_evidence", "compliance_evidence"),
        ("unknown", "plan_of_action"),
    ],
)
def test_the_newest_reply_to_a_sending_chooses_the_next_letter(case: Case, outcome: str, kind: str) -> None:
    sent = Attempt(sent_at=dt.datetime(2026, 11, 17, tzinfo=dt.UTC), kind="plan_of_action")
    old = Reply(text="…", received_on=dt.date(2026, 11, 18), outcome="documents_invalid")
    new = Reply(text="…", received_on=dt.date(2026, 11, 19), outcome=outcome)
    answered = case.replace(attempts={"a": sent}, replies={"b": new, "a": old}, wishes=LetterWishes())
    assert kind_for(answered) == kind
    assert kind_for(answered.replace(attempts={})) == "plan_of_action"


def test_a_reply_that_was_answered_already_calls_for_nothing_more(case: Case) -> None:
    first = Attempt(sent_at=dt.datetime(2026, 11, 17, tzinfo=dt.UTC), kind="plan_of_action")
    second = Attempt(sent_at=dt.datetime(2026, 11, 20, tzinfo=dt.UTC), kind="supplement")
    reply = Reply(text="…", received_on=dt.date(2026, 11, 19), outcome="documents_invalid")
    waiting = case.replace(attempts={"a": first, "b": second}, replies={"a": reply}, wishes=LetterWishes())
    assert kind_for(waiting) == "supplement"


def test_a_wished_kind_wins_and_an_unknown_one_is_refused(case: Case) -> None:
    assert kind_for(case.replace(wishes=LetterWishes(kind="escalation"))) == "escalation"
    with pytest.raises(BadInput, match="no letter kind “poem”"):
        kind_for(case.replace(wishes=LetterWishes(kind="poem")))


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_has_a_template_and_a_name_in_both_languages(kind: str) -> None:
    assert read_template(kind).kind == kind
    assert (FOLDER / f"{kind}.yaml").exists()
    assert kind_name(kind).en and kind_name(kind).zh


def test_the_kinds_are_those_of_the_command_line() -> None:
    contract = """plan_of_action document_cover dispute related_account intellectual_property listing_appeal
    supplement implementation_proof compliance_evidence status_request escalation funds_request"""
    assert list(KINDS) == contract.split()
