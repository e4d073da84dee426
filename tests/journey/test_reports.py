"""Reports in a case: joined without double counting, removed, typed figures, remembered mappings."""

import hashlib

import pytest

from appeal_core.journey import notices, reports, samples
from appeal_core.language import BadInput

FILES = samples.report_files(samples.sample("shipped_late"))


class Kept:
    """A case with its files, as the store keeps them."""

    def __init__(self):
        case = samples.open_sample("shipped_late", "en", "x").case
        self.case = case.replace(reports=(), typed={}, measurements=None, codings=(), defect_counts={})
        self.files = {}

    def upload(self, *uploads, mapping_of=lambda _: None):
        found = reports.read_uploads(self.case, uploads, self.files.__getitem__, mapping_of)
        self.files |= {hashlib.sha256(d).hexdigest(): d for d in found.files}
        self.case = reports.merged(self.case, found)
        return found

    def type(self, days, **values):
        self.case = reports.with_typed(self.case, "late_shipment_rate", days, values, self.files.__getitem__)

    def late(self, days):
        return next(
            m
            for m in self.case.measurements.metrics
            if m.code == "late_shipment_rate" and (m.window is None or m.window.days == days)
        )


@pytest.fixture
def kept():
    return Kept()


def given(path):
    return reports.Upload(path.name, path.read_bytes())


def test_files_given_one_by_one_count_as_files_given_together(kept):
    together = Kept()
    together.upload(*map(given, FILES))
    for file in FILES:
        kept.upload(given(file))
    assert len(kept.case.reports) == len(FILES)
    assert kept.case.measurements.metrics == together.case.measurements.metrics


def test_the_same_file_twice_counts_once(kept):
    kept.upload(*map(given, FILES))
    before = kept.case.measurements.metrics
    kept.upload(*map(given, FILES))
    assert len(kept.case.reports) == len(FILES)
    assert kept.case.measurements.metrics == before


def test_removing_a_file_takes_its_rows_out_of_the_rates(kept):
    kept.upload(*map(given, FILES))
    kept.type(30, denominator=506)
    assert (kept.late(30).numerator, kept.late(30).denominator) == (43, 506)
    late = next(r for r in kept.case.reports if r.kind == "late_shipment_report")
    kept.case = reports.without(kept.case, late.sha256, kept.files.__getitem__)
    assert [r.kind for r in kept.case.reports if r.kind == "late_shipment_report"] == []
    assert kept.late(30).numerator != 43


def test_typed_figures_alone_give_the_rate(kept):
    kept.type(30, numerator=43, denominator=506)
    assert kept.late(30).rate == pytest.approx(43 / 506)
    assert (kept.late(30).basis, kept.late(30).verdict) == ("stated", "missed")
    kept.type(30, numerator=None, denominator=None)
    assert kept.case.typed == {}


def test_more_defects_than_orders_is_refused_and_nothing_changes(kept):
    kept.type(30, numerator=43, denominator=506)
    before = kept.case
    with pytest.raises(BadInput, match="507"):
        kept.type(30, numerator=507)
    assert kept.case == before


def test_an_unknown_table_is_read_by_its_remembered_mapping(kept):
    table = b"Ref;Placed\n900-0000001-0000001;2026-11-01\n900-0000002-0000002;2026-11-02\n"
    first = kept.upload(reports.Upload("mine.csv", table))
    assert [u.file for u in first.unread] == ["mine.csv"] and kept.case.reports == ()
    signature = first.unread[0].signature
    fields = list(reports.mappable())
    order = next(f for f in fields if "order" in f)
    day = next(f for f in fields if "day" in f or "date" in f)
    mapping = {order: "Ref", day: "Placed", "what": next(iter(reports.countable()))}
    kept.upload(reports.Upload("mine.csv", table), mapping_of={signature: mapping}.get)
    assert [(r.kind, r.used) for r in kept.case.reports] == [("mapped", 2)]


@pytest.mark.parametrize("text", ["", "   \n"])
def test_an_empty_notice_is_refused(kept, text):
    with pytest.raises(BadInput):
        notices.with_notice_text(kept.case, text)
