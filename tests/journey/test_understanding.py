"""A correction changes all that follows: route, letter, steps, demands, clocks; and it is kept."""

import datetime as dt

import pytest

from appeal_core.case import Case, Words
from appeal_core.catalog import cause
from appeal_core.follow_up.clocks import clocks
from appeal_core.journey import begin, notices, sheet, tasks, understanding, unnoticed
from appeal_core.letter import compose, demands, kind_for, plain_text
from tests.journey.answered import answered, noticed

NOW = dt.datetime(2026, 11, 20, 9, tzinfo=dt.UTC)
LATE = """Hello,
Your seller-fulfilled offers on Amazon.com have been deactivated because your late shipment rate exceeds our target.
Please submit within 72 hours a plan with the root cause, the actions you have taken and the preventive steps.
"""


@pytest.fixture
def late() -> Case:
    """A late shipment notice as it was read."""
    return notices.with_notice_text(begin.new_case("x", NOW), LATE, NOW)


def kept(case: Case) -> Case:
    """The case as the store gives it back."""
    return Case.model_validate_json(case.model_dump_json(by_alias=True))


def pages(case: Case) -> set[str]:
    return {t.page for t in tasks.tasks(case) if t.status != "not_needed"}


def deadline(case: Case) -> dt.datetime | None:
    return next((c.due for c in clocks(case, NOW) if c.kind == "amazon_deadline"), None)


@pytest.mark.parametrize(
    ("causes", "route", "kind", "page"),
    [
        (("late_shipment_rate",), "plan_of_action", "plan_of_action", "actions"),
        (("court_order",), "legal", "none", "evidence"),
        (("related_account",), "reactivate_other_account", "related_account", "causes"),
        (("eu_responsible_person",), "data_entry", "none", "submit"),
    ],
)
def test_another_cause_leads_to_its_own_route_and_letter(late, causes, route, kind, page):
    corrected = kept(understanding.with_causes(late, causes))
    assert corrected.causes == causes
    assert (corrected.route, kind_for(corrected)) == (route, kind)
    assert page in pages(corrected)
    assert understanding.followed(corrected) == corrected
    assert understanding.with_causes(corrected, ()).route == late.route


def test_the_demands_of_the_notice_stand_before_the_usual_ones_of_a_cause(late):
    """The notice asks for a plan, so another cause does not make it a matter of papers."""
    assert understanding.with_causes(late, ("identity_verification",)).route == "plan_of_action"


def test_other_demands_change_route_and_rows_and_what_is_missing(late):
    corrected = kept(understanding.with_asks(late, ("utility_bill", "store_urls")))
    assert corrected.route == "documents"
    assert [d.code for d in demands(corrected)] == ["utility_bill", "store_urls"]
    open_answers = {r.path for r in tasks.required(corrected) if not r.answered}
    assert "answers.ask_store_urls" in open_answers
    said = corrected.replace(answers={"ask_store_urls": Words(en="We run no other store")})
    assert "answers.ask_store_urls" not in {r.path for r in tasks.required(said) if not r.answered}
    assert "We run no other store" in plain_text(compose(said), "en")


def test_the_same_demands_are_no_correction(late):
    read = tuple(a.code for a in late.diagnosis.asks)
    assert understanding.with_asks(late, tuple(reversed(read))).understanding.asks is None


@pytest.mark.parametrize(
    ("stage", "route", "kind"),
    [("not_enforcement", "none", "none"), ("refused", "plan_of_action", "plan_of_action")],
)
def test_another_stage_leads_on(late, stage, route, kind):
    corrected = understanding.followed(late.with_value("understanding.stage", stage))
    assert (kept(corrected).route, kind_for(corrected)) == (route, kind)


def test_a_route_that_the_seller_chose_stands_before_all_that_follows(late):
    chosen = late.with_value("understanding.route", "documents")
    assert understanding.with_causes(chosen, ("court_order",)).route == "documents"


def test_a_corrected_scope_is_asked_back_in_the_letter():
    case = answered("late_shipment_rate", door="acknowledge")
    assert "reactivate our seller-fulfilled offers" in plain_text(compose(case), "en")
    assert "reactivate our selling account" in plain_text(
        compose(kept(case.with_value("understanding.scope", "account"))), "en"
    )


def test_another_store_writes_its_own_days_and_keeps_its_own_clock(late):
    case = answered("late_shipment_rate", door="acknowledge")
    british = kept(case.with_value("understanding.marketplace", "UK"))
    assert "November 18" in plain_text(compose(case), "en")
    assert "18 November" in plain_text(compose(british), "en")
    moved = kept(late.with_value("understanding.marketplace", "UK"))
    assert str(deadline(moved).tzinfo) == "Europe/London" != str(deadline(late).tzinfo)


def test_a_deadline_is_moved_taken_away_and_read_again(late):
    assert deadline(late) == NOW + dt.timedelta(hours=72)
    other = dt.datetime(2026, 11, 25, 8, tzinfo=dt.UTC)
    moved = kept(understanding.with_deadline(late, other))
    assert deadline(moved) == other
    none = kept(understanding.with_deadline(moved, None))
    assert deadline(none) is None
    assert deadline(understanding.deadline_as_read(none)) == NOW + dt.timedelta(hours=72)


def test_answers_under_a_cause_that_was_corrected_away_count_no_more():
    case = answered("late_shipment_rate", door="acknowledge")
    other = understanding.with_causes(case, ("cancellation_rate",))
    missing = {r.path for r in tasks.required(other) if not r.answered}
    assert {"root_causes.cancellation_rate", "actions", "measures"} <= missing


def test_the_same_notice_again_keeps_corrections_and_another_one_does_not(late):
    corrected = understanding.with_asks(late.with_value("understanding.scope", "account"), ("utility_bill",))
    assert notices.with_notice_text(corrected, LATE, NOW).scope == "account"
    other = notices.with_notice_text(corrected, LATE.replace("72", "48"), NOW)
    assert (other.scope, other.understanding.asks) == ("seller_fulfilled", None)


def test_a_cause_that_the_seller_knows_stays_where_the_notice_is_silent(late):
    known = understanding.with_causes(late, ("inauthentic",))
    silent = notices.with_notice_text(
        known, "Your Amazon selling account has been deactivated under section 3.", NOW
    )
    assert silent.causes == ("inauthentic",)


def test_answers_without_a_notice_lead_to_the_causes_own_route_and_change_with_it():
    case = begin.new_case("x", NOW).replace(no_notice={"switched_off": "account", "violation": "inauthentic"})
    found = unnoticed.answered(case)
    assert (found.causes, found.route) == (("inauthentic",), "documents")
    again = unnoticed.answered(
        found.replace(no_notice={"switched_off": "account", "red_metric": "late_shipment_rate"})
    )
    assert (again.causes, again.route) == (("late_shipment_rate",), "plan_of_action")


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_case_sheet_prints_ticks_with_their_day_and_leaves_the_rest_open(lang):
    case = noticed("court_order")
    case = case.replace(ticks={"cause:court_order:save_notice": NOW, "first_hours:read_whole_notice": NOW})
    text = sheet.sheet_text(case, lang).decode()
    for step in cause("court_order").checklist:
        assert step.text.in_(lang) in text and step.why.in_(lang) in text
    assert text.count("[2026-11-20]") == 2
    assert text.count("[ ]") > 10
    assert sheet.sheet_docx(case, lang)[:2] == b"PK"


def test_the_same_case_gives_the_same_sheet():
    case = noticed("identity_verification")
    assert sheet.sheet_docx(case, "en") == sheet.sheet_docx(case, "en")
