"""Writes an All Orders file of N invented seller-fulfilled and Amazon-fulfilled orders (seeded, the same each time).

    python benchmarks/make_orders.py 1000000 /tmp/all-orders.txt [--last-day 2026-11-13] [--days 90]

Its columns are those of the US file of 2022; nobody in it exists.
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
        "amazon-order-id": _joined("900-", rows // 997 + 1000000, "-", rows * 7 % 9000000 + 1000000),
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


def write_orders(path: Path, count: int, last_day: dt.date = dt.date(2026, 11, 13), days: int = 90) -> None:
    """Writes the file as Seller Central does: tab-separated, unquoted."""
    options = pacsv.WriteOptions(include_header=False, delimiter="\t", quoting_style="none")
    with path.open("wb") as file:
        file.write(("\t".join(HEADER) + "\n").encode())
        pacsv.write_csv(orders_table(count, last_day, days), file, options)


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
