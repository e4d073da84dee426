"""The marketplace decides the encoding before any guess."""

import pytest

from appeal_core.reports import read_report
from tests.reports.shop import CHANNELS, shop

GERMAN = "Gähnen Löwe Straße"
LISTING = "item-name\tlisting-id\tseller-sku\tprice\tquantity\n{name}\tL1\tMF-1\t5\t3\n"
TABLE = [
    (GERMAN, "utf-8", "DE", "utf-8"),
    (GERMAN, "utf-8-sig", "DE", "utf-8"),
    (GERMAN, "utf-16", "DE", "utf-16-le"),
    (GERMAN, "cp1252", "DE", "cp1252"),
    (GERMAN, "cp1252", "US", "cp1252"),
    ("Bench – grey “new”", "cp1252", "US", "cp1252"),
    ("木製ベンチ 新品", "cp932", "JP", "cp932"),
    ("ﾍﾞﾝﾁ", "cp932", "JP", "cp932"),
    ("Ławka żółta", "cp1250", "PL", "cp1250"),
    ("木制长椅，灰色（新品）", "gb18030", "US", "gb18030"),
    ("木制长椅，灰色（新品）", "gb18030", "JP", "gb18030"),
    ("木制长椅，灰色", "utf-8", "US", "utf-8"),
]


@pytest.mark.parametrize(("name", "written", "store", "read"), TABLE)
def test_text_comes_back_as_it_was_written(name, written, store, read):
    report = read_report(LISTING.format(name=name).encode(written), "l.txt", marketplace=store)
    assert report.summary.encoding == read
    assert report.frame["item_name"].tolist() == [name]


def test_a_chinese_header_in_gb18030_is_known():
    text = "卖家 SKU\t商品名称\t价格\t数量\tlisting-id\nMF-1\t长椅\t5\t3\tL1\n"
    report = read_report(text.encode("gb18030"), "l.txt")
    assert report.summary.kind == "listings" and report.frame["item_name"].tolist() == ["长椅"]


@pytest.mark.parametrize(
    ("store", "encoding"), [("US", "utf-8"), ("DE", "cp1252"), ("JP", "cp932"), ("UK", "utf-8-sig")]
)
def test_each_stores_orders_are_read_whole(store, encoding):
    made = shop(store)
    report = read_report(made.all_orders(encoding=encoding, foreign=5), "o.txt", marketplace=store)
    assert report.summary.used == sum(len(o.skus) for o in made.orders)
    assert report.summary.set_aside[0].rows == 5
    assert set(report.frame["sales_channel"].astype(str)) == {CHANNELS[store]}
