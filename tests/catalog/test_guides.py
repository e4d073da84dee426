"""The guides around the letter: what is shown to whom, and from which day."""

import pytest

from appeal_core.catalog.guides import When, guides


def ids(guide: str, scope: str, stage: str, route: str, causes: tuple[str, ...] = ()) -> set[str]:
    """The items of a guide that a case is shown."""
    return {item.id for item in guides()[guide].items_for(scope, stage, route, causes)}


def item(guide: str, code: str):
    """One item of a guide."""
    return next(i for i in guides()[guide].items if i.id == code)


@pytest.mark.parametrize(
    ("when", "case", "holds"),
    [
        (When(), ("account", "deactivated", "documents"), True),
        (When(scopes=("account",)), ("account", "deactivated", "documents"), True),
        (When(scopes=("account",)), ("listing", "deactivated", "documents"), False),
        (When(scopes=("account",), stages=("warning",)), ("account", "deactivated", "documents"), False),
        (When(routes=("dispute", "documents")), ("account", "deactivated", "documents"), True),
    ],
)
def test_an_item_is_meant_where_all_its_conditions_agree(when, case, holds):
    assert when.holds(*case) is holds


def test_an_item_for_a_cause_is_shown_with_any_of_its_causes_only():
    when = When(causes=("order_defect_rate",))
    assert when.holds("account", "warning", "wait", ("late_shipment_rate", "order_defect_rate"))
    assert not when.holds("account", "warning", "wait", ("late_shipment_rate",))
    assert not when.holds("account", "warning", "wait")


def test_the_sections_that_the_pages_need_are_there():
    assert set(guides()) == {
        "first_hours", "phone_script", "how_to_submit", "forms", "before_sending", "waiting", "after_refusal",
        "scams", "final_stop",
    }  # fmt: skip


def test_the_account_goes_by_the_banner_and_a_listing_by_its_record():
    account = ids("how_to_submit", "account", "deactivated", "plan_of_action")
    listing = ids("how_to_submit", "listing", "listing_removed", "documents")
    assert "account_health" in account and "listing_level" not in account
    assert "listing_level" in listing and "account_health" not in listing


def test_a_second_round_goes_by_view_appeal():
    assert "view_appeal" in ids("how_to_submit", "account", "more_information", "plan_of_action")
    assert "view_appeal" not in ids("how_to_submit", "account", "deactivated", "plan_of_action")


def test_the_word_file_is_never_uploaded_and_mail_goes_only_to_a_printed_address():
    assert item("forms", "no_docx").kind == "never"
    assert item("how_to_submit", "email_only_if_printed").kind == "never"
    assert not [i for g in guides().values() for i in g.items if "@" in i.text.en + i.why.en]


@pytest.mark.parametrize(("code", "day"), [("look_at_view_appeal", 2), ("status_request", 5)])
def test_the_waiting_guide_counts_business_days(code, day):
    assert item("waiting", code).from_business_day == day


def test_the_funds_can_be_asked_for_from_day_sixty():
    assert item("final_stop", "funds_day_60").from_day == 60


def test_contesting_defects_is_advised_for_the_order_defect_rate_only():
    case = ("account", "deactivated", "plan_of_action")
    assert "contest_claims" in ids("waiting", *case, ("order_defect_rate",))
    assert "contest_claims" not in ids("waiting", *case, ("late_shipment_rate",))


def test_a_route_with_documents_only_is_not_told_to_carry_out_a_plan():
    assert "carry_out_plan" not in ids("waiting", "account", "deactivated", "documents")
    assert "carry_out_plan" in ids("waiting", "account", "deactivated", "plan_of_action")


@pytest.mark.parametrize("code", ["no_insider", "no_new_account", "no_altered_papers", "no_buyer_pressure"])
def test_what_ends_an_account_is_always_warned_of(code):
    for stage in ("warning", "deactivated", "final"):
        assert code in ids("scams", "account", stage, "plan_of_action")
