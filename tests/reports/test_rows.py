"""Every row of a file is accounted for, with its line."""

import pytest

from appeal_core.reports import read_report
from tests.reports.shop import PERSON, STREET, shop

HEADER = "Order Date,Order ID,Impacts Account Health"
TAB = "amazon-order-id\tpurchase-date\torder-status\tfulfillment-channel\tsales-channel\tsku\tproduct-name"


def row(number: int, **cells: str) -> str:
    given = {
        "id": f"900-{number}",
        "at": "2026-11-01T10:00:00+00:00",
        "channel": "Amazon.com",
        "name": "Bench",
    } | cells
    return (
        f"{given['id']}\t{given['at']}\tShipped\tMerchant\t{given['channel']}\tMF-{number}\t{given['name']}"
    )


def read(*lines: str, end: str = "\n", store: str = "US"):
    return read_report(("\n".join([TAB, *lines]) + end).encode(), "o.txt", marketplace=store)


TABLE = [
    ("healthy", [row(1), row(2)], 2, 2, []),
    ("an inch sign opens no quote", [row(1, name='"12" bench'), row(2)], 2, 2, []),
    ("short rows are padded", ["900-1\t2026-11-01T10:00:00+00:00\tShipped", row(2)], 2, 2, []),
    ("a long row is refused", [row(1), row(2) + "\tmore\tcells", row(3)], 3, 2, [3]),
    ("stray tabs at a line's end are cut", [row(1), row(2) + "\t\t"], 2, 2, []),
    ("stray tabs at every line's end", [row(1) + "\t", row(2) + "\t"], 2, 2, []),
    ("blank lines are no rows", [row(1), "", row(2), ""], 2, 2, []),
    ("no order ID", [row(1), row(2, id="")], 2, 1, [3]),
    ("no day", [row(1, at="soon"), row(2, at=""), row(3)], 3, 1, [2, 3]),
    (
        "lines count on after a long row",
        [row(1) + "\tx", row(2, at="soon"), "", row(4, at="never")],
        3,
        0,
        [2, 3, 5],
    ),
]


@pytest.mark.parametrize(("name", "lines", "rows", "used", "refused"), TABLE, ids=[t[0] for t in TABLE])
def test_rows_are_used_or_refused_with_their_line(name, lines, rows, used, refused):
    summary = read(*lines).summary
    assert (summary.rows, summary.used) == (rows, used)
    assert [r.line for r in summary.rejected] == refused and summary.rejected_rows == len(refused)


def test_padded_rows_are_noted_and_whole_ones_are_not():
    assert len(read("900-1\t2026-11-01T10:00:00+00:00\tShipped").summary.notes) == 1
    assert read(row(1)).summary.notes == ()


def test_a_file_that_ends_inside_a_row_loses_that_row_and_says_so():
    report = read(row(1), "900-2\t2026-11-01T10:00:0", end="")
    assert (report.summary.rows, report.summary.used) == (2, 1)
    assert any("cut off" in n.in_("en") for n in report.summary.notes)


def test_a_quoted_cell_of_a_csv_may_hold_commas_and_lines():
    text = (
        'Date,Rating,Comments,Your Response,Order ID,Rater Email\n11/2/26,1,"bad,\nvery ""bad""",,900-1,x\n'
    )
    report = read_report(text.encode(), "f.csv")
    assert report.summary.kind == "feedback" and report.frame["order_id"].tolist() == ["900-1"]


@pytest.mark.parametrize(
    ("store", "channel", "used", "reason"),
    [
        ("US", "Amazon.com", 2, None),
        ("US", "amazon.COM", 2, None),
        ("US", "", 2, None),
        ("US", "Amazon.ca", 1, "other_marketplace"),
        ("US", "Non-Amazon US", 1, "not_amazon"),
        ("CA", "Amazon.ca", 1, "other_marketplace"),
    ],
)
def test_rows_of_another_store_are_set_aside_never_refused(store, channel, used, reason):
    summary = read(row(1), row(2, channel=channel), store=store).summary
    assert summary.used == used and summary.rejected == ()
    assert [s.reason for s in summary.set_aside] == ([reason] if reason else [])
    assert summary.rows == summary.used + sum(s.rows for s in summary.set_aside)


def test_a_buyers_data_is_dropped_while_reading_and_its_columns_are_named():
    report = read_report(shop().new_orders(), "new.txt")
    kept = report.frame.to_csv() + report.summary.model_dump_json()
    assert PERSON not in kept and STREET not in kept and "paula@" not in kept and "555-0100" not in kept
    assert set(report.summary.dropped_columns) == {
        "buyer-email", "buyer-name", "buyer-phone-number", "recipient-name", "ship-address-1", "ship-city",
        "ship-postal-code",
    }  # fmt: skip
    assert "buyer-name" not in report.summary.columns


def test_free_text_of_buyers_is_dropped_too():
    text = "Date\tRating\tComments\tYour Response\tOrder ID\tRater Email\n11/2/26\t1\tI am Paula\tDear Paula\t900-1\tp@x\n"
    report = read_report(text.encode(), "f.txt")
    assert "Paula" not in report.frame.to_csv() and "Comments" in report.summary.dropped_columns


def test_ids_shortened_by_excel_are_named():
    text = "Order ID,Carrier Name,Tracking ID,Promised Delivery Date\n900-1,X,9.2E+21,11/2/26\n"
    assert any("Excel" in n.in_("en") for n in read_report(text.encode(), "v.csv").summary.notes)
    whole = text.replace("9.2E+21", "9205590164917312751089")
    assert read_report(whole.encode(), "v.csv").summary.notes == ()


def test_a_million_rows_worth_of_stretches_keep_their_lines(monkeypatch):
    from appeal_core.reports import text_table

    monkeypatch.setattr(text_table, "STRETCH", 2000)
    lines = [row(i) for i in range(200)]
    lines[150] = row(150, at="soon")
    lines[60] += "\tx"
    report = read(*lines)
    assert [r.line for r in report.summary.rejected] == [62, 152]
    assert report.summary.used == 198 and report.frame["sku"].nunique() == 198


def test_progress_rises_to_one():
    seen: list[float] = []
    read_report(shop().all_orders(), "o.txt", progress=seen.append)
    assert seen == sorted(seen) and seen[-1] == 1.0 and len(seen) >= 4


def test_every_refused_row_is_named_when_read_and_a_hundred_are_kept():
    from appeal_core.reports import keep

    report = read(row(0), *[row(i, at="soon") for i in range(1, 251)])
    assert len(report.summary.rejected) == report.summary.rejected_rows == 250
    kept = keep(report)[0].summary
    assert (len(kept.rejected), kept.rejected_rows, kept.rows) == (100, 250, 251)
