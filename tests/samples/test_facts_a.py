"""An independent count: what the samples' answers state is what their report files hold.

Nothing of the readers is used here, only the csv module, so that a fault shared by files, readers
and answers cannot hide.
"""

from __future__ import annotations

import csv
import datetime as dt
import re
from collections import Counter, defaultdict
from functools import cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import yaml

SAMPLES = Path(__file__).parents[2] / "appeal_core" / "samples"
PACIFIC = ZoneInfo("America/Los_Angeles")
LATE, ODR = "shipped_late", "item_not_as_described"
FREIGHT = {"TC-COT-XL", "TC-CANOPY-10"}
BASKETS = {"JL-BASKET-NAT", "JL-BASKET-GRY"}


@cache
def sample(name: str) -> dict[str, Any]:
    return yaml.safe_load((SAMPLES / name / "sample.yaml").read_text(encoding="utf-8"))


@cache
def rows(name: str, pattern: str) -> tuple[dict[str, str], ...]:
    (path,) = (SAMPLES / name / "reports").glob(pattern)
    with path.open(encoding="utf-8", newline="") as file:
        if path.suffix == ".csv":
            return tuple(csv.DictReader(file))
        return tuple(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def pacific_day(text: str) -> dt.date:
    return dt.datetime.fromisoformat(text).astimezone(PACIFIC).date()


def us_day(text: str) -> dt.date:
    return dt.datetime.strptime(text, "%m/%d/%Y").date()


@cache
def orders(name: str) -> dict[str, tuple[dt.date, frozenset[str]]]:
    """Seller-fulfilled orders of the US store that were not cancelled: their day and items."""
    days: dict[str, dt.date] = {}
    skus: dict[str, set[str]] = defaultdict(set)
    for row in rows(name, "all-orders-*.txt"):
        kept = row["order-status"] != "Cancelled" and row["sales-channel"] == "Amazon.com"
        if kept and row["fulfillment-channel"] == "Merchant":
            days[row["amazon-order-id"]] = pacific_day(row["purchase-date"])
            skus[row["amazon-order-id"]].add(row["sku"])
    return {key: (day, frozenset(skus[key])) for key, day in days.items()}


def count(name: str, first: dt.date, last: dt.date, skus: set[str] | None = None) -> int:
    return sum(
        first <= day <= last and (skus is None or bool(held & skus)) for day, held in orders(name).values()
    )


def counting(name: str, pattern: str) -> list[dict[str, str]]:
    return [row for row in rows(name, pattern) if row["Impacts Account Health"] == "Yes"]


def part(name: str, field: str) -> dict[str, Any]:
    return sample(name)["case"][field]


def filled(name: str, field: str, code: str, slot: str) -> str:
    return part(name, field)[code]["slots"][slot]["en"]


@pytest.mark.parametrize(
    ("name", "metric", "days", "lag"),
    [
        (LATE, "late_shipment_rate", 30, 0),
        (LATE, "late_shipment_rate", 10, 0),
        (ODR, "order_defect_rate", 60, 15),
    ],
)
def test_typed_order_counts_are_those_of_the_orders_report(
    name: str, metric: str, days: int, lag: int
) -> None:
    last = sample(name)["as_of"] - dt.timedelta(lag)
    typed = part(name, "typed")[f"{metric}:{days}"]["denominator"]
    assert count(name, last - dt.timedelta(days - 1), last) == typed


@pytest.mark.parametrize("name", [LATE, ODR])
def test_the_newest_order_lies_on_the_last_day_of_data(name: str) -> None:
    assert max(day for day, _ in orders(name).values()) == sample(name)["as_of"]


@pytest.mark.parametrize(
    ("name", "pattern", "orders_with_defect", "all_orders", "first", "rate"),
    [
        (LATE, "late-shipment.csv", 43, 506, dt.date(2026, 10, 14), "8.5%"),
        (LATE, "late-shipment.csv", 13, 168, dt.date(2026, 11, 3), "7.74%"),
        (ODR, "order-defect.csv", 17, 1214, dt.date(2026, 8, 7), "1.4%"),
    ],
)
def test_the_notice_prints_the_rate_that_the_files_give(
    name: str, pattern: str, orders_with_defect: int, all_orders: int, first: dt.date, rate: str
) -> None:
    hit = {row["Order ID"] for row in counting(name, pattern) if us_day(row["Order Date"]) >= first}
    assert len(hit) == orders_with_defect
    assert f"{len(hit) / all_orders * 100:.2f}".rstrip("0").rstrip(".") + "%" == rate
    for lang in ("en", "zh"):
        assert rate in (SAMPLES / name / f"notice.{lang}.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(("name", "pattern"), [(LATE, "late-shipment.csv"), (ODR, "order-defect.csv")])
def test_every_listed_order_stands_in_the_orders_report_on_that_day(name: str, pattern: str) -> None:
    for row in rows(name, pattern):
        assert orders(name)[row["Order ID"]][0] == us_day(row["Order Date"])


@pytest.mark.parametrize(("name", "pattern"), [(LATE, "late-shipment.csv"), (ODR, "order-defect.csv")])
def test_codings_explain_each_defect_once_and_give_the_stated_counts(name: str, pattern: str) -> None:
    coded: Counter[str] = Counter()
    for row in counting(name, pattern):
        keys = {row["Order ID"], *orders(name)[row["Order ID"]][1]}
        causes = [c["root_cause"] for c in part(name, "codings") if c["value"] in keys]
        assert len(causes) == 1, row["Order ID"]
        coded[causes[0]] += 1
    stated = {k: v["orders"] for k, v in part(name, "root_causes").items() if v.get("chosen")}
    assert coded == stated


def test_late_orders_fall_in_the_windows_by_order_day_and_by_confirmation_day_alike() -> None:
    edges = (dt.date(2026, 10, 14), dt.date(2026, 11, 3), dt.date(2026, 11, 13))
    for row in counting(LATE, "late-shipment.csv"):
        ordered, expected, confirmed = (
            us_day(row[c]) for c in ("Order Date", "Expected Ship Date", "Ship Confirmation Date")
        )
        assert ordered <= expected < confirmed
        assert len({sum(day >= edge for edge in edges) for day in (ordered, expected, confirmed)}) == 1


def test_the_freight_items_have_as_many_orders_as_the_letter_says() -> None:
    total = count(LATE, dt.date(2026, 10, 14), dt.date(2026, 11, 12), FREIGHT)
    assert f"Of {total} orders" in part(LATE, "root_causes")["handling_time_too_short"]["found"]["en"]
    assert filled(LATE, "actions", "replay_on_past_orders", "replayed") == str(total)


def test_freight_was_collected_on_the_stated_weekdays_and_never_after_three_business_days() -> None:
    for row in counting(LATE, "late-shipment.csv"):
        if orders(LATE)[row["Order ID"]][1] & FREIGHT:
            ordered, scanned = us_day(row["Order Date"]), us_day(row["Actual Ship Date"])
            assert scanned.weekday() in (0, 3)
            days = (ordered + dt.timedelta(n) for n in range(1, (scanned - ordered).days + 1))
            assert 1 < sum(d.weekday() < 5 and d != dt.date(2026, 11, 11) for d in days) <= 3


def test_confirmed_late_parcels_were_handed_over_in_time_within_the_absence() -> None:
    absent = [
        dt.date.fromisoformat(filled(LATE, "root_causes", "no_cover", s)) for s in ("from_day", "to_day")
    ]
    hand = {c["value"] for c in part(LATE, "codings") if c["by"] == "order"}
    assert len(hand) == 12
    for row in counting(LATE, "late-shipment.csv"):
        if row["Order ID"] in hand:
            assert us_day(row["Actual Ship Date"]) <= us_day(row["Expected Ship Date"])
            assert absent[0] <= us_day(row["Expected Ship Date"]) <= absent[1]
            assert us_day(row["Ship Confirmation Date"]) == dt.date(2026, 10, 23)


@pytest.mark.parametrize("name", [LATE, ODR])
def test_open_orders_shipped_are_those_that_the_orders_report_leaves_open(name: str) -> None:
    left = {r["amazon-order-id"] for r in rows(name, "all-orders-*.txt") if r["order-status"] == "Unshipped"}
    assert filled(name, "actions", "ship_open_orders", "count") == str(len(left))
    if name == LATE:
        assert {row["order-id"] for row in rows(name, "unshipped-orders.txt")} == left


def test_defects_by_kind_overlap_so_that_seventeen_orders_carry_twenty() -> None:
    kinds = ("Negative Feedback", "A-to-z Claim", "Chargeback")
    per_kind = [sum(row[k] == "Yes" for row in counting(ODR, "order-defect.csv")) for k in kinds]
    assert per_kind == [11, 8, 1]


def test_negative_feedback_of_the_defect_report_stands_in_the_feedback_report() -> None:
    negative = {r["Order ID"] for r in rows(ODR, "feedback.txt") if r["Rating"] in ("1", "2")}
    listed = {r["Order ID"] for r in counting(ODR, "order-defect.csv") if r["Negative Feedback"] == "Yes"}
    inside = {i for i in negative if orders(ODR)[i][0] <= dt.date(2026, 10, 5)}
    assert inside == listed
    assert negative - inside  # newer ones, which do not count yet


def test_basket_orders_and_returns_are_those_that_the_letter_says() -> None:
    found = part(ODR, "root_causes")["listing_mismatch"]["found"]["en"]
    total = count(ODR, dt.date(2026, 8, 7), dt.date(2026, 10, 5), BASKETS)
    returns = [r for r in rows(ODR, "returns.txt") if r["Return Reason"] == "AMZ-PG-BAD-DESC"]
    assert {r["Merchant SKU"] for r in returns} == BASKETS
    assert f"Of {total} orders" in found
    assert f"{len(returns)} return requests" in found


def test_the_cart_batch_adds_up_and_its_defects_start_with_it() -> None:
    cart = {"JL-CART-03"}
    first = dt.date.fromisoformat(filled(ODR, "root_causes", "batch_not_inspected", "received_on"))
    before = count(ODR, dt.date(2026, 8, 7), first - dt.timedelta(1), cart)
    since = count(ODR, first, dt.date(2026, 10, 5), cart)
    found = part(ODR, "root_causes")["batch_not_inspected"]["found"]["en"]
    assert f"4 of {since} cart orders" in found
    assert f"of the {before} before, none" in found
    sold = count(ODR, first, sample(ODR)["as_of"], cart)
    assert 150 - sold == int(filled(ODR, "actions", "quarantine_batch", "inspected"))
    for row in counting(ODR, "order-defect.csv"):
        if orders(ODR)[row["Order ID"]][1] == cart:
            assert us_day(row["Order Date"]) >= first


def test_orders_refunded_by_hand_are_those_that_nothing_had_refunded() -> None:
    back = {r["Order ID"] for r in rows(ODR, "returns.txt") if float(r["Refunded Amount"]) > 0}
    unpaid = [
        row["Order ID"]
        for row in counting(ODR, "order-defect.csv")
        if row["A-to-z Claim"] == row["Chargeback"] == "No" and row["Order ID"] not in back
    ]
    assert filled(ODR, "actions", "refund_orders", "count") == str(len(unpaid))


@pytest.mark.parametrize("name", [LATE, ODR])
def test_actions_lie_between_the_notice_and_the_letter(name: str) -> None:
    received = sample(name)["received_at"]
    day = part(name, "wishes")["day"]
    for code, action in part(name, "actions").items():
        assert received.date() <= action["done_on"] <= day, code
        exhibit = part(name, "exhibits")[action["exhibit"]]
        assert exhibit["issued_on"] == action["done_on"], code


@pytest.mark.parametrize("name", [LATE, ODR])
def test_exhibits_are_files_that_are_what_their_names_say(name: str) -> None:
    listed = {e["file_name"] for e in part(name, "exhibits").values()}
    held = {p.name: p.read_bytes()[:8] for p in (SAMPLES / name / "exhibits").iterdir()}
    assert set(held) == listed
    for file_name, head in held.items():
        assert head.startswith(b"\x89PNG" if file_name.endswith(".png") else b"%PDF-"), file_name


@pytest.mark.parametrize("name", [LATE, ODR])
def test_both_notices_state_the_same_figures(name: str) -> None:
    figures: dict[str, set[str]] = defaultdict(set)
    for lang in ("en", "zh"):
        text = (SAMPLES / name / f"notice.{lang}.txt").read_text(encoding="utf-8")
        figures[lang] = {*re.findall(r"\d+(?:\.\d+)?%", text), *re.findall(r"\b9\d{9}\b", text)}
    assert figures["en"] == figures["zh"]
    assert len(figures["en"]) >= 3
