"""A table of unknown columns is read once the seller has said which is which."""

import pandas as pd
import pytest

from appeal_core.language import BadInput
from appeal_core.reports import from_parquet, guess_mapping, keep, read_report

TABLE = "单号,下单时间,订单编号,SKU,原因,买家姓名\n1,2026-11-02,900-1,MF-1,缺货,某人\n2,2026-11-03,900-2,MF-2,,某人\n".encode()
MAPPING = {
    "order_id": "订单编号",
    "day": "下单时间",
    "sku": "SKU",
    "reason": "原因",
    "what": "cancellation_rate",
}


def test_columns_are_guessed_by_their_names_but_never_a_buyers():
    unknown = read_report(TABLE, "erp.csv").summary
    assert unknown.kind is None and "买家姓名" not in unknown.columns
    guess = guess_mapping(unknown.columns)
    assert {k: guess[k] for k in ("order_id", "day", "sku")} == {
        "order_id": "订单编号",
        "day": "下单时间",
        "sku": "SKU",
    }
    assert "买家姓名" not in guess.values()


@pytest.mark.parametrize(
    ("headers", "what"),
    [
        (["Order No", "Date", "Late by"], "late_shipment_rate"),
        (["Order No", "Date", "Cancelled on"], "cancellation_rate"),
        (["Order No", "Date"], None),
    ],
)
def test_what_the_rows_are_is_guessed_only_where_the_headers_tell(headers, what):
    assert guess_mapping(headers).get("what") == what


def test_a_mapped_table_is_read_by_its_mapping():
    report = read_report(TABLE, "erp.csv", mapping=MAPPING)
    assert report.summary.kind == "mapped" and report.summary.used == 2
    assert report.frame["what"].unique().tolist() == ["cancellation_rate"]
    assert report.summary.signature == read_report(TABLE, "other.csv").summary.signature


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"order_id": ""}, "order ID"),
        ({"what": "happiness"}, "counted"),
        ({"sku": "nothing"}, "no column"),
        ({"reason": "买家姓名"}, "personal"),
    ],
)
def test_a_mapping_that_does_not_fit_is_refused(change, why):
    with pytest.raises(BadInput, match=why):
        read_report(TABLE, "erp.csv", mapping=MAPPING | change)


def test_stripped_columns_are_kept_by_their_hash_and_come_back_the_same():
    report, data = keep(read_report(TABLE, "erp.csv", mapping=MAPPING))
    again, same = keep(read_report(TABLE, "erp.csv", mapping=MAPPING))
    assert data == same and report.summary.sha256 == again.summary.sha256 != ""
    pd.testing.assert_frame_equal(from_parquet(data), report.frame)
