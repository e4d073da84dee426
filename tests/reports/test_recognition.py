"""A file is known by its columns, however they are written, and by nothing else."""

import json

import pytest

from appeal_core.reports import read_report
from tests.reports.shop import FAMILY_29, FAMILY_33, FAMILY_AU

ARCHIVED = (
    FAMILY_29.replace("ship-city ship-state ship-postal-code ", "")
    + " ship-promotion-id is-replacement-order"
)
KINDS = [
    ("all_orders", FAMILY_29.split(), "\t"),
    ("all_orders", FAMILY_33.split(), "\t"),
    ("all_orders", FAMILY_AU.split(), "\t"),
    ("all_orders", ARCHIVED.split(), "\t"),
    ("all_orders", [h.replace("-", "_").upper() for h in FAMILY_33.split()], ","),
    ("orders", ["order-id", "order-item-id", "purchase-date", "payments-date", "buyer-name", "sku", "quantity-purchased"], "\t"),
    (
        "unshipped_orders",
        ["order-id", "order-item-id", "purchase-date", "promise-date", "days-past-promise", "sku", "buyer-name", "verge-of-lateShipment"],
        "\t",
    ),
    (
        "late_shipment_report",
        ["Order Date", "Order ID", "Expected Ship Date", "Actual Ship Date", "Ship Confirmation Date", "Impacts Account Health"],
        ",",
    ),
    ("late_shipment_report", ["order id", "expected ship date", "ship confirmation date", "impact"], ";"),
    ("cancellation_report", ["Order Date", "Order ID", "Impacts Account Health"], ","),
    (
        "valid_tracking_report",
        ["Order ID", "Carrier Name", "Tracking ID", "Origin Country", "Promised Delivery Date", "Ship Method",
         "Ship Option", "Criterion A", "Criterion B", "Package Value", "Product Category"],
        ",",
    ),
    ("valid_tracking_report", ["Order ID", "Carrier", "Tracking ID", "No Valid Tracking"], "\t"),
    (
        "order_defect_report",
        ["Order Date", "Order ID", "Fulfillment Method", "Negative Feedback", "A-to-z Claims", "Chargebacks", "Impacts Account Health"],
        ",",
    ),
    (
        "on_time_delivery_report",
        ["Order ID", "SKU and Unit Count", "Order Date", "Promised Ship Date", "Ship Confirmation Date",
         "Carrier First Scan Date", "Promised Delivery Date (without promise extension)",
         "Promised Delivery Date (with promise extension)", "Actual Delivery Date", "Carrier Name", "Ship Method"],
        ",",
    ),
    ("invoice_defect_report", ["Shipment ID", "Order ID", "Ship Date UTC", "Defect Type", "Defect Reason"], ","),
    ("feedback", ["Date", "Rating", "Comments", "Your Response", "Order ID", "Rater Email"], "\t"),
    ("returns", ["Order ID", "Order date", "Return request date", "Amazon RMA ID", "A-to-Z Claim", "Return Reason"], "\t"),
    ("fba_returns", ["return-date", "order-id", "sku", "asin", "detailed-disposition", "reason", "status", "customer-comments"], "\t"),
    ("listings", ["item-name", "listing-id", "seller-sku", "price", "quantity", "open-date", "asin1", "status"], "\t"),
    ("listings", ["Händler-SKU", "Artikelbezeichnung", "Angebotsnummer", "Preis", "Menge"], "\t"),
    ("listings", ["出品者SKU", "商品名", "出品ID", "価格", "数量"], "\t"),
    ("fba_shipments", ["amazon-order-id", "shipment-id", "purchase-date", "shipment-date", "sku", "carrier", "tracking-number"], "\t"),
    ("ship_confirm", ["order-id", "order-item-id", "quantity", "ship-date", "carrier-code", "carrier-name", "tracking-number", "ship-method"], "\t"),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "headers", "delimiter"), KINDS)
def test_a_file_with_headers_only_is_known_and_has_no_rows(kind, headers, delimiter):
    summary = read_report((delimiter.join(headers) + "\n").encode(), "x").summary
    assert (summary.kind, summary.rows, summary.delimiter) == (kind, 0, delimiter), summary.problem


@pytest.mark.parametrize(
    "headers",
    [
        ["Order ID", "Order Date"],
        ["sku", "title"],
        ["Order Date", "Order ID", "Tracking Status", "Impacts Account Health"],
        ["Date", "Rating"],
        ["a", "b", "c"],
    ],
)
def test_near_misses_are_not_taken_for_a_report(headers):
    report = read_report((",".join(headers) + "\n1,2,3,4\n").encode(), "x.csv")
    assert report.summary.kind is None and report.frame is None
    assert report.summary.problem is not None and report.summary.columns == tuple(headers)


def test_the_lines_of_a_template_before_the_header_are_passed_over():
    text = "TemplateType=OrderFulfillment\tVersion=1\t\n注文番号\t出荷日\t\norder-id\tship-date\ttracking-number\n900-1\t2026-11-01\tT1\n"
    report = read_report(text.encode("cp932"), "x.txt", marketplace="JP")
    assert report.summary.kind == "ship_confirm" and report.summary.encoding == "cp932"
    assert report.frame["order_id"].tolist() == ["900-1"]


def test_a_file_without_header_is_refused_and_its_cells_are_shown_to_nobody():
    line = b"900-1000000-1000000\t2026-11-01\tPaula Invented\n"
    summary = read_report(line * 3, "x.txt").summary
    assert summary.kind is None and summary.columns == () and "Paula" not in summary.model_dump_json()


def test_amazons_own_figures_are_read_and_those_of_other_marketplaces_set_aside():
    block = {
        "reportingDateRange": {"reportingDateFrom": "2026-10-15T00:00Z", "reportingDateTo": "2026-11-13T23:59Z"},
        "orderCount": 412, "lateShipmentCount": 37, "rate": 0.0898, "targetValue": 0.04, "status": "BAD",
    }  # fmt: skip
    entries = [
        {"marketplaceId": m, "lateShipmentRate": block, "lateShipmentRateList": [block]}
        for m in ("ATVPDKIKX0DER", "A1F83G8C2ARO7P")
    ]
    report = read_report(json.dumps({"performanceMetrics": entries}).encode(), "v2.json")
    assert report.summary.kind == "seller_performance_v2"
    assert (report.summary.rows, report.summary.used, report.summary.set_aside[0].rows) == (2, 1, 1)
    assert report.frame.iloc[0][["metric", "days", "numerator", "denominator"]].tolist() == [
        "late_shipment_rate",
        30,
        37,
        412,
    ]


def test_the_older_xml_is_read():
    text = """<sellerPerformanceReports><sellerPerformanceReport><orderDefects><orderDefectMetrics>
    <timeFrame><start>2026-09-01T00:00:00Z</start><end>2026-10-30T00:00:00Z</end></timeFrame><orderCount>200</orderCount>
    <orderWithDefects><count>3</count><rate>1.50%</rate></orderWithDefects></orderDefectMetrics></orderDefects>
    </sellerPerformanceReport></sellerPerformanceReports>"""
    report = read_report(text.encode(), "v1.xml")
    assert report.summary.kind == "seller_performance_v1"
    assert report.frame.iloc[0]["rate"] == pytest.approx(0.015)


def figures(**blocks):
    span = {"reportingDateFrom": "2026-10-15T00:00Z", "reportingDateTo": "2026-11-13T23:59:59Z"}
    entry = {name: {"reportingDateRange": span} | block for name, block in blocks.items()}
    data = {"performanceMetrics": [{"marketplaceId": "ATVPDKIKX0DER"} | entry]}
    return read_report(json.dumps(data).encode(), "v2.json")


CONTRADICTIONS = [
    ("validTrackingRate", {"shipmentCount": 90, "validTrackingCount": 96, "rate": 0.95}, "more than all"),
    ("prefulfillmentCancelRate", {"orderCount": 1000, "cancellationCount": 32, "rate": 0.005}, "its counts give 3.2%"),
    ("validTrackingRate", {"shipmentCount": 100, "validTrackingCount": 43, "rate": 0.43, "status": "GOOD", "targetValue": 0.97}, "misses the target"),
    ("lateShipmentRate", {"orderCount": 100, "lateShipmentCount": 3, "rate": 0.03, "status": "GOOD", "targetValue": 0.04}, None),
    ("lateShipmentRate", {"orderCount": 100, "lateShipmentCount": 9, "rate": 0.09, "status": "BAD", "targetValue": 0.04}, None),
]  # fmt: skip


@pytest.mark.parametrize(("name", "block", "said"), CONTRADICTIONS)
def test_where_amazons_figures_contradict_themselves_it_is_said_and_nothing_is_mended(name, block, said):
    report = figures(**{name: block})
    notes = [n.in_("en") for n in report.summary.notes]
    assert (not notes) if said is None else (len(notes) == 1 and said in notes[0])
    assert report.frame.iloc[0]["rate"] == block["rate"]


def test_the_rating_is_read_by_its_points_and_not_by_a_word():
    report = figures(accountHealthRating={"ahrScore": 168, "ahrStatus": "AT_RISK"})
    row = report.frame.iloc[0]
    assert (row["metric"], row["numerator"], row["status"]) == ("account_health_rating", 168, "AT_RISK")
    assert figures(accountHealthRating={"ahrStatus": "AT_RISK"}).summary.used == 0


@pytest.mark.parametrize(
    ("rate", "read"),
    [(0.032, 0.032), ("0.032", 0.032), (3.2, 0.032), (-1, None), (float("inf"), None), (True, None)],
)
def test_a_rate_is_a_fraction_however_it_is_written(rate, read):
    value = figures(lateShipmentRate={"rate": rate}).frame.iloc[0]["rate"]
    assert value == pytest.approx(read) if read is not None else value is None or value != value


def test_odd_json_is_no_crash():
    for block in (3, [1], "x", {"mfn": 3}, {"mfn": {"reportingDateRange": [1], "orderCount": float("nan")}}):
        data = {
            "performanceMetrics": [
                {"orderDefectRate": block, "lateShipmentRateList": block, "accountHealthRating": block}
            ]
        }
        assert read_report(json.dumps(data).encode(), "v2.json").summary.used == 0
    assert read_report(b"[" * 100_000, "x.json").summary.kind is None
