"""A large file is read stretch by stretch off the disk: what comes out is what a reading at once gives."""

import pandas as pd
import pytest

from appeal_core.reports import file_text, read_report, text_table
from tests.metrics.random_shop import random_shop
from tests.reports.damage import damaged

STRETCH = 700  # bytes: a few rows


@pytest.fixture
def streamed(monkeypatch, tmp_path):
    def read(data, name, store):
        path = tmp_path / "report"
        path.write_bytes(data)
        with monkeypatch.context() as patch:
            patch.setattr(file_text, "LARGE", 1)
            patch.setattr(text_table, "STRETCH", STRETCH)
            return read_report(path, name, marketplace=store)

    return read


def same(one, other):
    assert one.summary.model_dump() == other.summary.model_dump()
    if one.frame is not None:
        pd.testing.assert_frame_equal(one.frame.astype("str"), other.frame.astype("str"))


@pytest.mark.parametrize("store", ["US", "UK", "DE", "JP"])
def test_every_report_of_a_shop_is_read_alike(streamed, store):
    made = random_shop(11, 60, store)
    for name, data in {
        "orders.txt": made.all_orders(), "late.csv": made.late_report(), "vtr.csv": made.valid_tracking_report(),
        "odr.csv": made.order_defect_report(), "feedback.csv": made.feedback_report(), "new.txt": made.new_orders(),
    }.items():  # fmt: skip
        at_once = read_report(data, name, marketplace=store)
        assert at_once.summary.kind
        same(streamed(data, name, store), at_once)


def test_the_reading_off_the_disk_is_what_is_tried(streamed, monkeypatch):
    made = random_shop(5, 60, "US")
    monkeypatch.setattr("appeal_core.reports.read.bytes_of", None)  # the way that reads all at once
    assert streamed(made.all_orders(), "orders.txt", "US").summary.used > 0


def test_another_encoding_is_found_out_in_the_middle_and_read_at_once(streamed):
    made = random_shop(5, 60, "DE")
    data = made.all_orders(encoding="cp1252")
    same(streamed(data, "orders.txt", "DE"), read_report(data, "orders.txt", marketplace="DE"))


@pytest.mark.parametrize("first", range(9000, 9120, 20))
def test_damaged_files_are_read_alike(streamed, first):
    for seed in range(first, first + 20):
        file = damaged(seed)
        try:
            at_once = read_report(file.data, file.name, marketplace=file.store)
        except Exception as error:
            with pytest.raises(type(error)):
                streamed(file.data, file.name, file.store)
            continue
        same(streamed(file.data, file.name, file.store), at_once)
