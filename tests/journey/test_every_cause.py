"""Every cause of the catalogue, by each of its doors: a whole letter, or steps where none is wanted."""

import pytest

from appeal_core.catalog import cause, causes, routes
from appeal_core.journey import composing, doors, tasks
from appeal_core.letter import demands, kind_for
from tests.journey.answered import answered, noticed

DOORS = [
    (code, door)
    for code in causes()
    for door in ([None] if len(doors.doors(noticed(code))) < 2 else ["acknowledge", "dispute"])
]


@pytest.mark.parametrize(("code", "door"), DOORS)
def test_a_cause_answered_by_a_door_has_a_letter_without_a_hole_or_steps(code, door):
    case = answered(code, door=door)
    if not composing.has_letter(case):
        assert cause(code).checklist, "neither a letter nor steps"
        return
    letter = composing.letter(case)
    assert letter.gaps() == ()
    assert [r.path for r in tasks.required(case) if not r.answered] == []
    assert all(section.blocks for section in letter.sections)
    for lang in ("en", "zh"):
        text = composing.plain(letter, lang)
        assert not any(sign in text.replace("...", "") for sign in ("None", "{", "..", "[missing"))
    blockers = [f.message.in_("en") for f in composing.findings(case, letter) if f.severity == "blocker"]
    assert blockers == []


@pytest.mark.parametrize("code", [c for c, d in DOORS if d != "dispute"])
def test_a_letter_of_papers_answers_each_demand(code):
    case = answered(code, door="acknowledge")
    if kind_for(case) not in ("document_cover", "plan_of_action") or case.route == "plan_of_action":
        return
    rows = {
        b.id: b.table.rows for b in composing.letter(case).blocks() if b.id.endswith("documents") and b.table
    }
    (table,) = rows.values()
    assert [row[0].en for row in table] == [d.name.en for d in demands(case)]
    assert all(row[1].en for row in table)


@pytest.mark.parametrize("code", list(causes()))
def test_what_is_open_is_asked_on_a_page_that_the_route_needs(code):
    case = noticed(code)
    if not composing.has_letter(case):
        return
    needed = {"notice", *routes()[case.route].tasks}
    assert {gap.page for gap in composing.letter(case).gaps()} <= needed
    assert len(tasks.required(case)) <= 20


@pytest.mark.parametrize(
    ("code", "door", "route", "kind"),
    [
        ("multiple_accounts", "acknowledge", "plan_of_action", "plan_of_action"),
        ("forged_documents", None, "dispute", "dispute"),
        ("forged_documents", "acknowledge", "plan_of_action", "plan_of_action"),
        ("drop_shipping", "acknowledge", "plan_and_documents", "plan_of_action"),
        ("related_account", "dispute", "dispute", "related_account"),
        ("trademark", "acknowledge", "documents", "intellectual_property"),
    ],
)
def test_the_door_leads_to_its_letter(code, door, route, kind):
    case = noticed(code, door=door)
    assert (case.route, kind_for(case)) == (route, kind)


def test_another_account_that_comes_first_makes_the_letter_about_it():
    case = noticed("multiple_accounts").with_value("understanding.route", "reactivate_other_account")
    assert kind_for(case) == "related_account"


@pytest.mark.parametrize(
    ("code", "stage", "found"),
    [
        ("late_shipment_rate", "deactivated", ("acknowledge", "dispute")),
        ("forged_documents", "deactivated", ("acknowledge", "dispute")),
        ("fraud", "deactivated", ("dispute",)),
        ("identity_verification", "review", ("acknowledge",)),
        ("funds_reserve", "not_enforcement", ()),
        ("court_order", "listing_removed", ("acknowledge",)),
    ],
)
def test_only_the_doors_that_a_cause_has_are_offered(code, stage, found):
    assert doors.doors(noticed(code, stage=stage)) == found


def test_defects_that_can_be_contested_first_are_those_of_the_rates():
    assert {w.code for w in doors.contest_ways(noticed("order_defect_rate"))} >= {
        "claim_appeal",
        "feedback_removal",
    }
    assert doors.contest_ways(noticed("trademark")) == ()
