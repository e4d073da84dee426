"""The contest finder: which orders, until when, and the rate without them."""

import datetime as dt

import pandas as pd
import pytest

from appeal_core.case import Coding, Measurement, Measurements, Window
from appeal_core.catalog.loader import CatalogError, read_entry
from appeal_core.metrics import defect_list, measure
from appeal_core.metrics.contest_rules import ContestRule, contest_rules
from appeal_core.metrics.contests import clock_days, contest_advice, deadlines, find_contests
from appeal_core.reports import read_report
from tests.reports.shop import shop

MADE = shop()
DAY = dt.date(2026, 11, 1)
TODAY = dt.date(2026, 11, 14)


def defects(*rows):
    """A defect list of these rows."""
    base = {
        "metric": "order_defect_rate", "day": pd.Timestamp(DAY), "reason": "", "counts": True,
        "fulfilment": "seller", "defect_type": "", "tracking_fault": "",
    }  # fmt: skip
    made = [{**base, **row} for row in rows]
    return pd.DataFrame([{**row, "reason": row["reason"] or row["defect_type"]} for row in made])


def measured(code="order_defect_rate", numerator=5, denominator=100, target=0.01, condition="less_than"):
    window = Window(days=60, **{"from": dt.date(2026, 9, 10), "to": dt.date(2026, 11, 8)})
    one = Measurement(
        code=code, fulfilment="seller", window=window, numerator=numerator, denominator=denominator,
        rate=numerator / denominator, target=target, condition=condition, verdict="missed", basis="estimate",
    )  # fmt: skip
    return Measurements(metrics=(one,))


def orders(found):
    return {c.rule.code: [r.order_id for r in c.rows] for c in found.contests}


def test_each_defect_is_found_under_the_way_that_fits_it():
    found = find_contests(
        defects(
            {"order_id": "1", "defect_type": "a_to_z_claim"},
            {"order_id": "2", "defect_type": "negative_feedback"},
            {"order_id": "3", "defect_type": "negative_feedback", "fulfilment": "amazon"},
            {"order_id": "4", "defect_type": "chargeback"},
            {"order_id": "5", "metric": "cancellation_rate", "reason": "Buyer requested cancellation"},
            {"order_id": "6", "metric": "cancellation_rate", "reason": "No inventory"},
            {"order_id": "7", "metric": "valid_tracking_rate", "tracking_fault": "valid_carrier"},
            {"order_id": "8", "metric": "valid_tracking_rate", "tracking_fault": "carrier_scan"},
            {"order_id": "9", "metric": "late_shipment_rate", "reason": "shipped_late"},
            {"order_id": "10", "defect_type": "a_to_z_claim", "counts": False},
        ),
        measured(),
        today=TODAY,
    )
    assert orders(found) == {
        "claim_appeal": ["1"], "feedback_removal": ["2"], "feedback_amazon_fulfilled": ["3"],
        "chargeback_answer": ["4"], "cancelled_by_buyer": ["5"], "tracking_corrected": ["7"],
    }  # fmt: skip
    assert found.listed_only == {"order_defect_rate": 1}


@pytest.mark.parametrize(
    ("granted", "state", "left"),
    [(TODAY, "open", 30), (dt.date(2026, 10, 15), "open", 0), (dt.date(2026, 10, 14), "passed", None)],
)
def test_a_claim_can_be_appealed_on_the_thirtieth_day_after_its_grant_and_not_on_the_next(
    granted, state, left
):
    listed = defects({"order_id": "1", "defect_type": "a_to_z_claim"})
    found = find_contests(listed, measured(), today=TODAY, since={("grant", "1"): granted})
    row = found.contests[0].rows[0]
    assert (row.state, row.days_left) == (state, left)
    assert row.until == granted + dt.timedelta(days=30)
    assert bool(found.without) == (state == "open")


def test_an_unknown_day_is_said_and_bounded_by_the_order():
    """A claim cannot have been granted before its order."""
    listed = defects(
        {"order_id": "1", "defect_type": "a_to_z_claim"},
        {"order_id": "2", "defect_type": "a_to_z_claim", "day": pd.Timestamp("2026-09-20")},
        {"order_id": "3", "defect_type": "a_to_z_claim", "day": pd.NaT},
    )
    rows = {r.order_id: r for r in find_contests(listed, measured(), today=TODAY).contests[0].rows}
    assert {r.state for r in rows.values()} == {"unknown"}
    assert rows["1"].open_at_least_until == dt.date(2026, 12, 1)
    assert rows["2"].open_at_least_until is None and rows["3"].day is None


def test_the_most_urgent_stands_first():
    listed = defects(*({"order_id": str(n), "defect_type": "a_to_z_claim"} for n in range(4)))
    since = {
        ("grant", "0"): dt.date(2026, 9, 1),
        ("grant", "1"): TODAY,
        ("grant", "2"): dt.date(2026, 10, 20),
    }
    contest = find_contests(listed, measured(), today=TODAY, since=since).contests[0]
    assert [r.order_id for r in contest.rows] == ["2", "1", "3", "0"] and contest.fewest_days_left == 5


def test_each_open_order_has_its_first_deadline():
    both = defects(
        {"order_id": "1", "defect_type": "a_to_z_claim | chargeback"},
        {"order_id": "2", "defect_type": "chargeback"},
    )
    since = {("grant", "1"): TODAY, ("chargeback", "1"): TODAY, ("chargeback", "2"): DAY}
    found = find_contests(both, measured(), today=TODAY, since=since)
    assert deadlines(found) == {("order_defect_rate", "1"): TODAY + dt.timedelta(days=7)}


@pytest.mark.parametrize(("hours", "short"), [(72, True), (96, True), (97, False), (None, False)])
def test_a_short_clock_does_not_wait_for_contests(hours, short):
    listed = defects({"order_id": "1", "defect_type": "a_to_z_claim"})
    found = find_contests(listed, measured(), today=TODAY)
    said = [m.in_("en") for m in contest_advice(found, hours)]
    assert ("clock is short" in said[0]) is short and "never asked" in said[1]
    passed = find_contests(listed, measured(), today=TODAY, since={("grant", "1"): dt.date(2026, 1, 1)})
    assert contest_advice(passed, hours) == ()


def test_an_order_leaves_the_rate_only_when_nothing_of_it_is_left():
    """Winning the claim of an order that has negative feedback too changes nothing by itself."""
    found = find_contests(
        defects(
            {"order_id": "1", "defect_type": "negative_feedback | a_to_z_claim"},
            {"order_id": "2", "defect_type": "a_to_z_claim"},
            {"order_id": "3", "defect_type": "a_to_z_claim | chargeback"},
        ),
        measured(numerator=3),
        today=TODAY,
    )
    by = {c.rule.code: c for c in found.contests}
    assert [r.alone for r in sorted(by["claim_appeal"].rows, key=lambda r: r.order_id)] == [
        False,
        True,
        False,
    ]
    assert by["claim_appeal"].without[0].orders == 1 and by["feedback_removal"].without == ()
    assert by["chargeback_answer"].without == ()
    whole = found.without[0]
    assert (whole.orders, whole.numerator, whole.denominator, whole.rate) == (2, 1, 100, 0.01)
    assert whole.verdict == "on_the_line"


def test_a_rate_of_good_ones_rises():
    found = find_contests(
        defects({"order_id": "1", "metric": "valid_tracking_rate", "tracking_fault": "valid_tracking"}),
        measured("valid_tracking_rate", 94, 100, 0.95, "at_least"),
        today=TODAY,
    )
    assert (found.without[0].numerator, found.without[0].verdict) == (95, "on_the_line")


@pytest.mark.parametrize(
    "row",
    [
        {"day": pd.Timestamp("2026-11-09")},  # after the window
        {"fulfilment": "amazon"},
        {"day": pd.NaT},
    ],
)
def test_orders_outside_the_measured_window_change_no_rate(row):
    listed = defects({"order_id": "1", "defect_type": "a_to_z_claim", **row})
    assert find_contests(listed, measured(), today=TODAY).without == ()


def test_units_are_not_taken_for_orders():
    """The on-time delivery rate weighs by units, which the list does not hold."""
    found = find_contests(
        defects({"order_id": "1", "metric": "on_time_delivery_rate"}),
        measured("on_time_delivery_rate", 80, 100, 0.9, "at_least"),
        today=TODAY,
    )
    assert orders(found) == {"delivery_protected": ["1"]} and found.without == ()


def test_the_invented_shop_is_counted_right():
    reports = [
        read_report(MADE.all_orders(), "o.txt"),
        read_report(MADE.order_defect_report(), "odr.csv"),
    ]
    found_measurements = measure(reports, marketplace="US", as_of=MADE.last)
    listed = defect_list(reports, found_measurements)
    found = find_contests(listed, found_measurements, today=MADE.last)
    inside = MADE.within(60, 15)
    claims = {r.order_id for c in found.contests if c.rule.code == "claim_appeal" for r in c.rows}
    own = MADE.claims & inside
    everyone = {o for o in MADE.claims if o in inside | MADE.within(60, 15, seller=False)}
    assert claims == everyone
    one = next(w for c in found.contests if c.rule.code == "claim_appeal" for w in c.without)
    before = found_measurements.find("order_defect_rate", 60, "seller")
    assert one.orders == len(own - MADE.feedback) and one.numerator == before.numerator - one.orders
    all_won = next(w for w in found.without if w.measurement == before.id)
    assert all_won.numerator == 0 and all_won.denominator == before.denominator


def test_the_days_of_feedback_come_from_its_report_and_others_from_the_seller():
    feedback = read_report(
        b"Date\tRating\tComments\tYour Response\tOrder ID\tRater Email\n"
        b"10/20/26\t1\tInvented\t\t900-1000000-7654321\tpaula@example.org\n",
        "feedback.txt",
    )
    codings = [
        Coding(metric="order_defect_rate", by="order", value="2", contest_from=DAY),
        Coding(metric="order_defect_rate", by="sku", value="3", contest_from=DAY),
        Coding(metric="order_defect_rate", by="order", value="4"),
    ]
    known = clock_days([feedback], codings)
    assert known["feedback", "900-1000000-7654321"] == dt.date(2026, 10, 20)
    assert known["grant", "2"] == DAY and {order for _, order in known} == {"900-1000000-7654321", "2"}


def test_no_way_asks_buyers_for_anything_and_unsure_days_are_marked():
    rules = contest_rules()
    for rule in rules.values():
        words = f"{rule.why.en} {rule.way.en} {rule.caution.en} {rule.bring.en}".casefold()
        assert "ask the buyer" not in words and "contact the buyer" not in words
        assert all(b.en and b.zh for b in (rule.name, rule.why, rule.way, rule.caution, *rule.grounds))
    assert (rules["claim_appeal"].days, rules["claim_appeal"].days_status) == (30, "verified")
    assert rules["feedback_removal"].days_status == "unverified"


@pytest.mark.parametrize("wrong", [{"days": 30}, {"every_row": True}, {"starts": "sometime"}])
def test_a_wrong_entry_is_refused(tmp_path, wrong):
    path = tmp_path / "contests.yaml"
    path.write_text("code: x", encoding="utf-8")
    entry = contest_rules()["cancelled_by_buyer"].model_dump(mode="json") | wrong
    with pytest.raises(CatalogError):
        read_entry(path, ContestRule, entry)


def test_nothing_comes_of_nothing():
    assert find_contests(pd.DataFrame(), Measurements(), today=TODAY).contests == ()
