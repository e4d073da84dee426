"""Writes an All Orders file of N invented seller-fulfilled and Amazon-fulfilled orders (seeded, the same each time).

    python benchmarks/make_orders.py 1000000 all-orders.txt [--last-day 2026-11-13] [--days 90]

Its columns are those of the US file of 2022; nobody in it exists. `write_defects` writes the shop's other reports
beside it: feedback, returns and the Account Health downloads, about orders of that file.
"""

from __future__ import annotations

import argparse
import datetime as dt
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as pacsv

HEADER = [
    "amazon-order-id",
    "merchant-order-id",
    "purchase-date",
    "last-updated-date",
    "order-status",
    "fulfillment-channel",
    "sales-channel",
    "order-channel",
    "ship-service-level",
    "product-name",
    "sku",
    "asin",
    "item-status",
    "quantity",
    "currency",
    "item-price",
    "item-tax",
    "shipping-price",
    "shipping-tax",
    "gift-wrap-price",
    "gift-wrap-tax",
    "item-promotion-discount",
    "ship-promotion-discount",
    "ship-city",
    "ship-state",
    "ship-postal-code",
    "ship-country",
    "promotion-ids",
    "cpf",
    "is-business-order",
    "purchase-order-number",
    "price-designation",
    "signature-confirmation-recommended",
]


def orders_table(count: int, last_day: dt.date, days: int, seed: int = 7) -> pa.Table:
    """`count` orders over `days` days up to `last_day` (US), newest first; about one in nine has two rows."""
    draw = np.random.default_rng(seed)
    first = np.arange(count)
    rows = np.sort(np.concatenate([first, draw.choice(first, count // 9, replace=False)]))
    size = len(rows)
    end = np.datetime64(last_day + dt.timedelta(days=1), "s") + np.timedelta64(7, "h")
    ages = np.sort(draw.integers(60, days * 86400 - 60, count))
    bought = (end - ages.astype("timedelta64[s]"))[rows]
    sku = draw.zipf(1.4, size) % 400
    status = np.where(draw.random(count) < 0.02, 1, 0)[rows]
    channel = np.where(draw.random(count) < 0.3, 1, 0)[rows]
    columns: dict[str, pa.Array] = {name: _same("", size) for name in HEADER}
    columns |= {
        "amazon-order-id": _order_ids(draw, count, rows),
        "purchase-date": pc.strftime(pa.array(bought), format="%Y-%m-%dT%H:%M:%S+00:00"),
        "last-updated-date": pc.strftime(
            pa.array(bought + np.timedelta64(2, "D")), format="%Y-%m-%dT%H:%M:%S+00:00"
        ),
        "order-status": _picked(["Shipped", "Cancelled"], status),
        "fulfillment-channel": _picked(["Merchant", "Amazon"], channel),
        "sales-channel": _same("Amazon.com", size),
        "order-channel": _same("WebsiteOrderChannel", size),
        "ship-service-level": _picked(["Standard", "Expedited"], (rows % 5 == 0).astype(int)),
        "product-name": _joined("Invented bench, model ", sku, "", None),
        "sku": _joined("MF-ITEM-", sku, "", None),
        "asin": _joined("B0EX", sku + 100000, "", None),
        "item-status": _picked(["Shipped", "Cancelled"], status),
        "quantity": pa.array(1 - status).cast(pa.string()),
        "currency": _same("USD", size),
        "item-price": _same("24.90", size),
        "ship-city": _same("NOWHERE", size),
        "ship-state": _same("WA", size),
        "ship-postal-code": _same("00000", size),
        "ship-country": _same("US", size),
        "is-business-order": _same("false", size),
        "signature-confirmation-recommended": _same("false", size),
    }
    return pa.table(columns)


def write_orders(
    path: Path, count: int, last_day: dt.date = dt.date(2026, 11, 13), days: int = 90
) -> pa.Table:
    """Writes the file as Seller Central does: tab-separated, unquoted. Returns what it wrote."""
    orders = orders_table(count, last_day, days)
    _write(orders, path)
    return orders


def write_defects(folder: Path, orders: pa.Table, seed: int = 11) -> list[Path]:
    """Feedback, returns and the downloads of late shipments, cancellations, tracking and order defects.

    Of a hundred rows of `orders` (see `orders_table`) two have feedback, five a return, three are late, one is
    cancelled, two lack valid tracking, one is an order defect.
    """
    draw = np.random.default_rng(seed)
    size = orders.num_rows
    paths = []
    for name, share, columns in (
        ("feedback", 0.02, _feedback),
        ("returns", 0.05, _returns),
        ("late-shipments", 0.03, _late),
        ("cancellations", 0.01, _cancelled),
        ("valid-tracking", 0.02, _tracking),
        ("order-defects", 0.01, _defects),
    ):
        count = max(1, int(size * share))
        picked = np.sort(draw.choice(size, count, replace=False))
        rows = orders.select(["amazon-order-id", "purchase-date", "sku", "asin"]).take(pa.array(picked))
        paths.append(folder / f"{name}.txt")
        _write(pa.table(columns(rows, draw)), paths[-1])
    return paths


Columns = dict[str, pa.Array]


def _feedback(rows: pa.Table, draw: np.random.Generator) -> Columns:
    size = rows.num_rows
    return {
        "Date": _day(rows, 12, "%m/%d/%y"),
        "Rating": _picked(["1", "2", "3", "4", "5"], draw.integers(0, 5, size)),
        "Comments": _same("An invented comment about nothing", size),
        "Order ID": rows["amazon-order-id"],
        "Rater Email": _same("nobody@example.com", size),
    }


def _returns(rows: pa.Table, draw: np.random.Generator) -> Columns:
    size = rows.num_rows
    reasons = ["CR-DEFECTIVE", "CR-UNWANTED_ITEM", "CR-SWITCHEROO", "CR-QUALITY_UNACCEPTABLE"]
    return {
        "Order ID": rows["amazon-order-id"],
        "Order date": _day(rows, 0, "%d-%b-%Y"),
        "Return request date": _day(rows, 9, "%d-%b-%Y"),
        "Return request status": _same("Approved", size),
        "Amazon RMA ID": _joined("RMA-", np.arange(size), "", None),
        "Return carrier": _same("USPS", size),
        "ASIN": rows["asin"],
        "Merchant SKU": rows["sku"],
        "Return quantity": _same("1", size),
        "Return Reason": _picked(reasons, draw.integers(0, 4, size)),
        "A-to-Z Claim": _picked(["N", "Y"], (draw.random(size) < 0.02).astype(int)),
    }


def _late(rows: pa.Table, draw: np.random.Generator) -> Columns:
    return {
        "Order ID": rows["amazon-order-id"],
        "Order Date": _day(rows, 0, "%m/%d/%Y"),
        "Expected Ship Date": _day(rows, 2, "%m/%d/%Y"),
        "Ship Confirmation Date": _day(rows, 4, "%m/%d/%Y"),
        "Impacts Account Health": _picked(["Yes", "No"], (draw.random(rows.num_rows) < 0.1).astype(int)),
    }


def _cancelled(rows: pa.Table, draw: np.random.Generator) -> Columns:
    return {
        "Order ID": rows["amazon-order-id"],
        "Order Date": _day(rows, 0, "%m/%d/%Y"),
        "Cancellation Date": _day(rows, 1, "%m/%d/%Y"),
        "Cancellation Reason": _picked(["No inventory", "Pricing error"], draw.integers(0, 2, rows.num_rows)),
        "Impacts Account Health": _same("Yes", rows.num_rows),
    }


def _tracking(rows: pa.Table, draw: np.random.Generator) -> Columns:
    size = rows.num_rows
    return {
        "Order ID": rows["amazon-order-id"],
        "Carrier Name": _picked(["USPS", "UPS", "FedEx"], draw.integers(0, 3, size)),
        "Tracking ID": _joined("94000000", np.arange(size) + 10**9, "", None),
        "Promised Delivery Date": _day(rows, 6, "%m/%d/%Y"),
        "Ship Date": _day(rows, 2, "%m/%d/%Y"),
        "Ship Method": _same("Standard", size),
        "Valid Carrier": _same("Yes", size),
        "Carrier Scan": _same("No", size),
        "Product Category": _picked(["Home", "Kitchen"], draw.integers(0, 2, size)),
    }


def _defects(rows: pa.Table, draw: np.random.Generator) -> Columns:
    kind = draw.integers(0, 3, rows.num_rows)
    names = ("Negative Feedback", "A-to-z Claim", "Chargeback")
    flags = {name: _picked(["No", "Yes"], (kind == i).astype(int)) for i, name in enumerate(names)}
    return {
        "Order ID": rows["amazon-order-id"],
        "Order Date": _day(rows, 0, "%m/%d/%Y"),
        "Fulfillment Method": _same("Seller", rows.num_rows),
        **flags,
        "Impacts Account Health": _same("Yes", rows.num_rows),
    }


def _day(rows: pa.Table, later: int, pattern: str) -> pa.Array:
    bought = pc.strptime(pc.utf8_slice_codeunits(rows["purchase-date"], 0, 10), "%Y-%m-%d", "s")
    first = bought.to_numpy()
    days = np.minimum(first + np.timedelta64(later, "D"), first.max() - np.timedelta64(1, "D"))
    return pc.strftime(pa.array(days), format=pattern)


def _write(table: pa.Table, path: Path) -> None:
    options = pacsv.WriteOptions(include_header=False, delimiter="\t", quoting_style="none")
    with path.open("wb") as file:
        file.write(("\t".join(table.column_names) + "\n").encode())
        pacsv.write_csv(table, file, options)


def _order_ids(draw: np.random.Generator, count: int, rows: np.ndarray) -> pa.Array:
    """An ID an order, in no order of time."""
    number = (10**6 + draw.permutation(count).astype(np.int64))[rows] * 7_919
    return _joined("900-", number // 9_000_000 + 1_000_000, "-", number % 9_000_000 + 1_000_000)


def _same(text: str, size: int) -> pa.Array:
    return pa.array([text]).take(pa.array(np.zeros(size, dtype=np.int32)))


def _picked(words: list[str], codes: np.ndarray) -> pa.Array:
    return pa.array(words).take(pa.array(codes))


def _joined(before: str, number: np.ndarray, between: str, other: np.ndarray | None) -> pa.Array:
    parts = [before, pa.array(number).cast(pa.string()), between]
    parts.append(pa.array(other).cast(pa.string()) if other is not None else "")
    return pc.binary_join_element_wise(*parts, "")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("orders", type=int)
    parser.add_argument("path", type=Path)
    parser.add_argument("--last-day", type=dt.date.fromisoformat, default=dt.date(2026, 11, 13))
    parser.add_argument("--days", type=int, default=90)
    given = parser.parse_args()
    write_orders(given.path, given.orders, given.last_day, given.days)
