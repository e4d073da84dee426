"""Random shops: every numerator, denominator, window and driver is the true one, however the files lie."""

import datetime as dt
import random
from collections import Counter
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from appeal_core.metrics import measure
from appeal_core.metrics.replay import replay
from appeal_core.reports import read_report
from tests.metrics.random_shop import random_shop
from tests.reports.shop import ZONES

SHOPS = st.builds(random_shop, st.integers(0, 10**6), st.integers(5, 50), st.sampled_from(list(ZONES)))


def written(made):
    encoding = {"JP": "cp932", "DE": "cp1252"}.get(made.store, "utf-8")
    return {
        "orders.txt": made.all_orders(encoding=encoding),
        "late.csv": made.late_report(),
        "cancel.csv": made.cancellation_report(),
        "odr.csv": made.order_defect_report(),
        "vtr.csv": made.valid_tracking_report(),
        "otdr.csv": made.on_time_delivery_report(),
    }


def read(made, files):
    reports = [read_report(data, name, marketplace=made.store) for name, data in files]
    assert all(r.summary.kind for r in reports), [(r.summary.file, r.summary.problem) for r in reports]
    return reports


def measured(made, files):
    return measure(read(made, files), marketplace=made.store, as_of=made.last)


def window(made, days, lag):
    end = made.last - dt.timedelta(days=lag)
    return end - dt.timedelta(days=days - 1), end


def split(data, draw):
    """The file in two that overlap, their rows in any order, and the first of them twice."""
    end = b"\r\n" if b"\r\n" in data else b"\n"
    header, *rows = data.rstrip(b"\r\n").split(end)
    draw.shuffle(rows)
    cut, overlap = draw.randrange(len(rows) + 1), draw.randrange(4)
    halves = [rows[: cut + overlap], rows[cut:]]
    return [end.join([header, *half]) + end for half in (*halves, halves[0])]


@settings(max_examples=5, deadline=None)
@given(SHOPS)
def test_rates_over_orders_are_true(made):
    found = measured(made, written(made).items())
    odr = made.feedback | made.claims | made.chargebacks
    expected = {
        "late_shipment_rate": (made.late, (10, 30), 0),
        "cancellation_rate": (made.cancelled_by_seller, (7,), 1),
        "order_defect_rate": (odr, (60,), 15),
        "negative_feedback_rate": (made.feedback, (60,), 15),
        "a_to_z_claim_rate": (made.claims, (60,), 15),
        "chargeback_rate": (made.chargebacks, (60,), 15),
    }
    known = {o.seller for o in made.orders}
    for (code, (bad, windows, lag)), seller in product(expected.items(), (True, False)):
        for days in windows:
            one = found.find(code, days, "seller" if seller else "amazon")
            if one is None:
                assert not seller and (code[:4] in ("late", "canc") or seller not in known), code
                continue
            orders = made.within(days, lag, seller=seller)
            assert (one.numerator, one.denominator) == (len(bad & orders), len(orders) or None), one.id
            assert (one.window.start, one.window.end) == window(made, days, lag)


@settings(max_examples=5, deadline=None)
@given(SHOPS)
def test_packages_and_units_are_true(made):
    found = measured(made, written(made).items())
    start, end = window(made, 30, 10)
    here = [p for p in made.packages if start <= p.promised <= end]
    bad = Counter(p.category for p in here if not p.valid)
    one = found.find("valid_tracking_rate")
    if made.packages and sum(p.valid for p in made.packages) / len(made.packages) >= 0.5:
        assert one.defects == bad.total()
        assert (one.numerator, one.denominator) == (len(here) - bad.total(), len(here)) or not here
        every = Counter(p.category for p in here)
        assert {s.value: (s.defects, s.denominator) for s in one.slices} == {
            c: (bad[c], n) for c, n in every.items()
        }
    start, end = window(made, 14, 7)
    late = [d for d in made.deliveries if start <= d.promised <= end and d.delivered > d.promised]
    one = found.find("on_time_delivery_rate")
    assert one.defects == sum(d.units for d in late) and one.rate is None
    beyond = sum(d.units for d in late if d.delivered > (d.extended or d.promised))
    assert [s.defects for s in one.slices] == ([beyond] if late else [])


@settings(max_examples=5, deadline=None)
@given(SHOPS)
def test_drivers_are_true(made):
    one = measured(made, written(made).items()).find("late_shipment_rate", 30)
    orders = [o for o in made.orders if o.id in made.within(30, 0)]
    late = [o for o in orders if o.id in made.late]
    true = {
        "sku": [(s, o) for o in orders for s in o.skus],
        "day": [(f"{o.day(made.store)}", o) for o in orders],
        "weekday": [(f"{o.day(made.store):%A}".lower(), o) for o in orders],
    }
    for by, pairs in true.items():
        bad, every = Counter(v for v, o in pairs if o in late), Counter(v for v, _ in pairs)
        best = sorted(bad.items(), key=lambda c: (-c[1], c[0]))[:5]
        told = [d for d in one.drivers if d.by == by]
        assert [(d.value, d.defects, d.orders) for d in told] == [(v, n, every[v]) for v, n in best], by
        for d in told:
            assert d.share == pytest.approx(d.defects / len(late))
            assert d.lift == pytest.approx(d.share / (d.orders / len(orders)))


@settings(max_examples=5, deadline=None)
@given(SHOPS, st.integers(0, 10**6))
def test_shuffled_split_and_repeated_files_change_nothing(made, seed):
    draw = random.Random(seed)
    whole = measured(made, written(made).items())
    pieces = [
        (f"{i}{n}", part) for n, data in written(made).items() for i, part in enumerate(split(data, draw))
    ]
    draw.shuffle(pieces)
    again = measured(made, pieces)
    left_out = {"files", "notes"}
    for one, other in zip(whole.metrics, again.metrics, strict=True):
        assert one.model_dump(exclude=left_out) == other.model_dump(exclude=left_out)


@settings(max_examples=5, deadline=None)
@given(SHOPS)
def test_feedback_is_counted_by_the_day_of_its_order(made):
    files = {"orders.txt": written(made)["orders.txt"], "feedback.txt": made.feedback_report()}
    found = measured(made, files.items())
    for side, seller in (("seller", True), ("amazon", False)):
        one = found.find("negative_feedback_rate", 60, side)
        if one is not None:
            orders = made.within(60, 15, seller=seller)
            assert (one.numerator, one.denominator) == (len(made.feedback & orders), len(orders) or None)


@settings(max_examples=5, deadline=None)
@given(SHOPS)
def test_scans_are_replayed_against_a_count_of_its_own(made):
    """With 60 business days of handling no parcel is late; with none, each that was not scanned on its own day is."""
    files = {"orders.txt": written(made)["orders.txt"], "otdr.csv": made.on_time_delivery_report()}
    reports = read(made, files.items())
    listed = {d.order.id for d in made.deliveries if d.delivered > d.promised}
    long = replay(reports, marketplace=made.store, handling_days=60).by_scan
    assert (long is None) == (not listed)
    if long is not None:
        assert (long.orders, long.due_known, long.late_then) == (len(listed), 0, 0)


@settings(max_examples=10)
@given(SHOPS)
def test_a_very_large_shop_is_measured_as_a_small_one(made):
    """Large files are searched in another way; here every file counts as large."""
    reports = read(made, [*written(made).items(), ("feedback.csv", made.feedback_report())])
    small = measure(reports, marketplace=made.store, as_of=made.last)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("appeal_core.metrics.frames.MANY", 0)
        patch.setattr("appeal_core.metrics.drivers.MANY", 0)
        large = measure(reports, marketplace=made.store, as_of=made.last)
    assert large == small
