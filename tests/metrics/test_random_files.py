"""Random shops again: the true counts come out of every header family, encoding, packing and kind of report."""

import datetime as dt
import gzip
import random

from hypothesis import given, settings
from hypothesis import strategies as st

from appeal_core.catalog.loader import marketplaces
from appeal_core.metrics import measure
from appeal_core.reports import guess_mapping, read_report
from tests.metrics.random_shop import random_shop
from tests.reports.shop import FAMILIES, ZONES

SHOPS = st.builds(random_shop, st.integers(0, 10**6), st.integers(5, 40), st.sampled_from(list(ZONES)))
ENCODINGS = {"JP": ("cp932",), "DE": ("cp1252", "latin-1"), "FR": ("cp1252", "latin-1")}
ANY = ("utf-8", "utf-8-sig", "utf-16")


def measured(made, *files, mapping=None):
    reports = [
        read_report(data, f"{n}.txt", marketplace=made.store, mapping=mapping) for n, data in enumerate(files)
    ]
    assert all(r.summary.kind for r in reports), [(r.summary.problem, r.summary.columns) for r in reports]
    assert all(r.summary.rejected_rows == 0 for r in reports)
    return measure(reports, marketplace=made.store, as_of=made.last)


def true(made, bad, days, lag, seller=True):
    orders = made.within(days, lag, seller=seller)
    return len(bad & orders), len(orders) or None


def counts(one):
    return one.numerator, one.denominator


@settings(max_examples=3, deadline=None)
@given(SHOPS)
def test_every_header_family_and_encoding_holds_the_same_orders(made):
    draw = random.Random(len(made.orders))
    for family in FAMILIES:
        encoding = draw.choice([*ANY, *ENCODINGS.get(made.store, ())])
        data = made.all_orders(family, foreign=3, encoding=encoding)
        packed = gzip.compress(data) if draw.random() < 0.5 else data
        found = measured(made, packed, made.order_defect_report())
        for seller in (True, False):
            one = found.find("order_defect_rate", 60, "seller" if seller else "amazon")
            if one is not None:
                bad = made.feedback | made.claims | made.chargebacks
                assert counts(one) == true(made, bad, 60, 15, seller), (family[-20:], encoding)


@settings(max_examples=3, deadline=None)
@given(SHOPS)
def test_only_the_sellers_own_cancellations_count_where_the_file_tells_who(made):
    one = measured(made, made.all_orders(), made.cancellations_by_whom()).find("cancellation_rate")
    assert counts(one) == true(made, made.cancelled_by_seller, 7, 1)


@settings(max_examples=3, deadline=None)
@given(SHOPS)
def test_where_no_file_tells_who_every_cancellation_is_an_upper_bound(made):
    one = measured(made, made.all_orders()).find("cancellation_rate")
    if one is not None:
        cancelled = {o.id for o in made.orders if o.cancelled}
        assert one.numerator == true(made, cancelled, 7, 1)[0] and one.verdict in ("met", "unknown")
        assert one.basis == "upper_bound" and one.numerator >= len(
            made.cancelled_by_seller & made.within(7, 1)
        )


@settings(max_examples=3, deadline=None)
@given(SHOPS)
def test_claims_of_the_returns_file_are_placed_by_the_day_of_their_order(made):
    one = measured(made, made.all_orders(), made.returns()).find("a_to_z_claim_rate", 60, "seller")
    if one is not None:
        assert counts(one) == true(made, made.claims, 60, 15) and one.basis == "estimate"


@settings(max_examples=3, deadline=None)
@given(SHOPS)
def test_amazons_own_figures_are_the_true_ones_and_agree_with_ours(made):
    json = made.performance(marketplaces()[made.store].amazon_id)
    found = measured(made, json, made.all_orders(), made.late_report(), made.order_defect_report())
    bad = made.feedback | made.claims | made.chargebacks
    for code, days, lag, rows in (("late_shipment_rate", 10, 0, made.late), ("late_shipment_rate", 30, 0, made.late),
                                  ("order_defect_rate", 60, 15, bad)):  # fmt: skip
        one = found.find(code, days, "seller")
        top, bottom = true(made, rows, days, lag)
        assert (one.numerator, one.denominator or None, one.basis) == (
            top,
            bottom,
            "amazon",
        ) or bottom is None
        assert one.window.end == made.last - dt.timedelta(days=lag)
        placed_alike = [f for f in one.alternatives if f.basis == "estimate"]
        assert code != "order_defect_rate" or not placed_alike, "a figure that agrees is not shown twice"


@settings(max_examples=3, deadline=None)
@given(SHOPS)
def test_a_sellers_own_list_counts_like_amazons(made):
    headers = made.own_list().decode("gb18030").split("\r\n")[0].split(",")
    mapping = guess_mapping(headers) | {"what": "orders"}
    own = read_report(made.own_list(), "own.csv", marketplace=made.store, mapping=mapping)
    assert own.summary.used == len(made.orders)
    defects = read_report(made.order_defect_report(), "d.csv", marketplace=made.store)
    found = measure([own, defects], marketplace=made.store, as_of=made.last)
    bad = made.feedback | made.claims | made.chargebacks
    for side, seller in (("seller", True), ("amazon", False)):
        one = found.find("order_defect_rate", 60, side)
        if one is not None:
            assert counts(one) == true(made, bad, 60, 15, seller)
