"""The tracking doctor: every fault with a row that has it, one that nearly has, and clean lists left alone."""

import datetime as dt

import pytest

from appeal_core.metrics.tracking import check_tracking, findings_table
from appeal_core.metrics.tracking_rules import CHECKS, TrackingRules, tracking_rules
from appeal_core.reports import read_report
from tests.reports.shop import shop

MADE = shop(orders=60)


def checked(kind, body):
    """The number of this shape whose check digit is right."""
    shape = {"ups": "{}{}", "mod10": "{}{}", "s10": "{}{}CN"}[kind]
    return next(n for d in range(10) if CHECKS[kind](n := shape.format(body, d)))


UPS, USPS, S10 = (
    checked("ups", "1ZAB12C303987654"[:17].ljust(17, "3")),
    checked("mod10", "940011000001234567890"),
    checked("s10", "LZ12345678"),
)


def listed(*rows, marketplace="US", orders=None):
    """A shipping confirmation file of (order number, carrier, tracking number[, ship date])."""
    header = "order-id\torder-item-id\tquantity\tship-date\tcarrier-code\tcarrier-name\ttracking-number\tship-method"
    lines = [header]
    for row in rows:
        order, carrier, number, *rest = row
        code, name = (
            ("Other", carrier.removeprefix("Other:")) if carrier.startswith("Other:") else (carrier, "")
        )
        day = rest[0] if rest else "2026-11-20"
        lines.append("\t".join([order_id(order), "", "", day, code, name, number, "Standard"]))
    files = [read_report("\n".join(lines).encode(), "ship.txt", marketplace=marketplace)]
    assert files[0].summary.kind == "ship_confirm"
    return check_tracking([*files, *(orders or [])], marketplace=marketplace)


def order_id(n):
    return MADE.orders[n].id


def faults(check):
    return [(f.order_id, f.fault.code) for f in check.findings]


@pytest.mark.parametrize(
    ("carrier", "number"),
    [
        ("UPS", UPS),
        ("ups", f"{UPS[:2]} {UPS[2:8]} {UPS[8:]}".lower()),
        ("USPS", USPS),
        ("USPS", f"420900109{USPS[1:]}"),
        ("FedEx", "612345678901"),
        ("FedEx", f"92612{USPS[5:]}"),
        ("China Post", S10),
        ("DHL", "4071234560"),
        ("Amazon Shipping", "TBA612345678901"),
        ("Other:Harbor Freight Line", "HF-2291-7"),
        ("YunExpress", "YT2631700700123456"),
    ],
)
def test_a_right_number_is_left_alone(carrier, number):
    check = listed((0, carrier, number))
    assert check.findings == () and (check.rows, check.clean) == (1, 1)


@pytest.mark.parametrize(
    ("carrier", "number", "fault"),
    [
        ("UPS", "", "no_number"),
        ("", UPS, "no_carrier"),
        ("USPS", f"{order_id(0)}-InvalidId", "invalid_id"),
        ("USPS", "9.40011E+21", "damaged"),
        ("USPS", "9400110000012340000000", "damaged"),
        ("FedEx", "612345678901.0", "damaged"),
        ("UPS", order_id(0), "order_number"),
        ("UPS", order_id(1), "order_number"),
        ("UPS", "000000000000", "placeholder"),
        ("FedEx", "123456789012", "placeholder"),
        ("FedEx", "N/A", "placeholder"),
        ("USPS", UPS, "other_carrier"),
        ("FedEx", UPS, "other_carrier"),
        ("UPS", S10, "other_carrier"),
        ("Other:Harbor Freight Line", UPS, "other_carrier"),
        ("UPS", UPS[:-1] + str((int(UPS[-1]) + 1) % 10), "check_digit"),
        ("USPS", USPS[:-3] + USPS[-2] + USPS[-3] + USPS[-1], "check_digit"),
        ("China Post", "LZ123456784CN", "check_digit"),
        ("UPS", "AB-12", "shape"),
        ("USPS", "123", "shape"),
    ],
)
def test_each_fault_is_named(carrier, number, fault):
    check = listed((0, carrier, number), (1, "Other:Harbor Freight Line", "HF-2291-7"))
    assert faults(check) == [(order_id(0), fault)] and check.clean == 1


def test_the_carriers_that_a_number_fits_are_named():
    check = listed((0, "FedEx", UPS))
    assert check.findings[0].fits == ("UPS",) and check.findings[0].tracking_id == UPS
    assert listed((0, "", UPS)).findings[0].fits == ("UPS",)


def test_one_number_for_two_orders_is_to_be_looked_at_and_for_one_order_twice_is_not():
    twice = listed((0, "UPS", UPS), (0, "UPS", UPS), (1, "UPS", UPS[:2] + " " + UPS[2:]))
    assert faults(twice) == [(order_id(0), "duplicate"), (order_id(1), "duplicate")]
    assert twice.rows == 2 and {f.fault.severity for f in twice.findings} == {"look"}
    assert listed((0, "UPS", UPS), (0, "UPS", UPS)).findings == ()


def test_a_number_that_went_with_an_earlier_order_is_named_once_the_orders_are_known():
    orders = [read_report(MADE.all_orders(), "o.txt")]
    first, last = MADE.orders[0], MADE.orders[-1]
    assert first.day("US") < last.day("US")
    shipped = first.day("US") + dt.timedelta(days=1)
    rows = [
        (0, "UPS", UPS, shipped.isoformat()),
        (len(MADE.orders) - 1, "UPS", UPS, (last.day("US") + dt.timedelta(days=1)).isoformat()),
    ]
    assert (last.id, "used_before") in faults(listed(*rows, orders=orders))
    assert {code for _, code in faults(listed(*rows))} == {"duplicate"}


def test_a_ship_date_before_the_order_is_named_and_the_same_day_is_not():
    orders = [read_report(MADE.all_orders(), "o.txt")]
    day = MADE.orders[5].day("US")
    before = listed((5, "UPS", UPS, (day - dt.timedelta(days=1)).isoformat()), orders=orders)
    assert faults(before) == [(order_id(5), "shipped_before_order")]
    assert listed((5, "UPS", UPS, day.isoformat()), orders=orders).findings == ()


def test_integrated_carriers_are_known_for_some_stores_only():
    row = (0, "Other:Harbor Freight Line", "HF-2291-7")
    assert faults(listed(row, marketplace="DE")) == [(order_id(0), "not_integrated")]
    assert listed(row, marketplace="US").findings == ()
    assert listed((0, "DHL Paket", "00340434161094012345"), marketplace="DE").findings == ()


def test_a_carrier_that_the_catalogue_does_not_hold_is_said_not_judged():
    check = listed((0, "Other:Harbor Freight Line", "HF-2291-7"))
    assert check.unknown_carriers == ("Harbor Freight Line",) and check.clean == 1


def test_amazons_own_list_shows_its_invalid_ids():
    text = (
        "Order ID,Carrier Name,Tracking ID,Promised Delivery Date,No Valid Tracking\n"
        f"{order_id(0)},USPS,{order_id(0)}-InvalidId,11/3/26,X\n"
        f"{order_id(1)},UPS,{UPS},11/3/26,\n"
    )
    check = check_tracking([read_report(text.encode(), "vtr.csv")])
    assert faults(check) == [(order_id(0), "invalid_id")] and check.counts() == {"invalid_id": 1}


def test_the_table_says_what_to_do_in_both_languages():
    check = listed((0, "FedEx", UPS))
    assert findings_table(check, "en").loc[0, "fits"] == "UPS"
    assert "承运人" in findings_table(check, "zh").loc[0, "fault"]


def test_what_must_be_mended_stands_first():
    check = listed((0, "UPS", UPS), (1, "UPS", UPS), (2, "UPS", ""))
    assert [f.fault.severity for f in check.findings] == ["stop", "look", "look"]


def test_no_file_with_tracking_is_nothing_to_look_through():
    assert check_tracking([read_report(MADE.all_orders(), "o.txt")]).rows == 0


@pytest.mark.parametrize(
    ("kind", "number", "right"),
    [
        ("ups", "1Z999AA10123456784", True),
        ("ups", "1Z999AA10123456785", False),
        ("s10", "RB123456785GB", True),
        ("s10", "RB123456784GB", False),
        ("mod10", "9400111202555842332669", True),
        ("mod10", "9400111202555842332668", False),
        ("mod10", "4201028200009261290113185417468510", True),
    ],
)
def test_check_digits_are_those_of_published_sample_numbers(kind, number, right):
    assert CHECKS[kind](number) is right


def test_every_fault_can_be_named_and_each_name_belongs_to_one_carrier():
    rules: TrackingRules = tracking_rules()
    names = [n.casefold() for c in rules.carriers for n in c.names]
    assert len(names) == len(set(names))
    assert all(f.name.zh and f.todo.zh for f in rules.faults)
