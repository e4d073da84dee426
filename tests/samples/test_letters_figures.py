"""Every figure in a sample's letter is what its report files hold, counted here with the plain csv module."""

from __future__ import annotations

import csv
import datetime as dt
import re

import pytest

from appeal_core.journey import composing, samples

COUNTED = [  # sample, file, the day's column, lag in days, windows with the orders that Amazon's page shows
    ("item_not_as_described", "order-defect.csv", "Order Date", 15, {60: 1214}),
    ("shipped_late", "late-shipment.csv", "Order Date", 0, {30: 506, 10: 168}),
    ("cancelled_out_of_stock", "cancellation.csv", "Order Date", 1, {7: 186}),
    ("tracking_not_tracking", "valid-tracking.csv", "Promised Delivery Date", 10, {30: 260}),
]


def listed(name: str, file: str, column: str) -> list[dt.date]:
    """The days of the orders that count, each order (or package) once."""
    with (samples.FOLDER / name / "reports" / file).open(encoding="utf-8-sig", newline="") as handle:
        rows = [r for r in csv.DictReader(handle) if r.get("Impacts Account Health", "Yes") == "Yes"]
    days = {(r["Order ID"], r.get("Tracking ID", "")): r[column] for r in rows}
    return [dt.datetime.strptime(day, "%m/%d/%Y").date() for day in days.values()]


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize(("name", "file", "column", "lag", "windows"), COUNTED, ids=[c[0] for c in COUNTED])
def test_the_table_of_figures_is_what_the_files_hold(name, file, column, lag, windows, lang):
    """Window, numerator, denominator and rate of each row, from the download and Amazon's page."""
    case = samples.open_sample(name, lang, "figures").case
    blocks = [b for b in composing.letter(case).blocks() if b.id.startswith("figures:")]
    table = blocks[0].table
    assert len(table.rows) == len(windows)
    last = samples.sample(name).as_of - dt.timedelta(days=lag)
    for row, (days, orders) in zip(table.rows, windows.items(), strict=True):
        first = last - dt.timedelta(days=days - 1)
        defects = sum(first <= day <= last for day in listed(name, file, column))
        assert defects > 0
        counted = orders - defects if name == "tracking_not_tracking" else defects
        cells = [cell.en for cell in row]
        assert cells[0].startswith(f"{days} days, {first:%B} {first.day}")
        assert cells[0].endswith(f"{last:%B} {last.day}")
        assert f"{orders:,}" in cells and {str(counted), str(defects)} & set(cells)
        rate = f"{counted / orders * 100:.2f}".rstrip("0").rstrip(".") + "%"
        assert rate in cells, cells


def test_the_closed_listings_of_the_book_shop_are_what_two_listing_reports_differ_by():
    """Fourteen of 612: what the earlier report has and the later one has not."""
    folder = samples.FOLDER / "restricted_book" / "reports"
    before, after = (
        {line.split("\t")[3] for line in path.read_text(encoding="utf-8").splitlines()[1:]}
        for path in sorted(folder.glob("all-listings-*.txt"))
    )
    text = composing.plain(composing.letter(samples.open_sample("restricted_book", "en", "x").case), "en")
    gone = len(before - after)
    assert after <= before
    assert re.search(rf"\b{gone} listings\b", text)
    assert re.search(rf"\b{len(before)}\b", text) and re.search(rf"\b{len(after)}\b", text)


@pytest.mark.parametrize("name", [c[0] for c in COUNTED])
def test_the_orders_of_the_root_causes_add_up_to_the_defects_of_the_letter(name):
    """Each cause's number stands in its heading; together they are the numerator."""
    case = samples.open_sample(name, "en", "x").case
    roots = [b for b in composing.letter(case).blocks() if b.id.startswith("root:")]
    numbers = [int(re.search(r"\((\d+) ", b.heading.en)[1]) for b in roots]
    _, file, column, lag, windows = next(c for c in COUNTED if c[0] == name)
    last = samples.sample(name).as_of - dt.timedelta(days=lag)
    first = last - dt.timedelta(days=max(windows) - 1)
    assert sum(numbers) == sum(first <= day <= last for day in listed(name, file, column))
