"""Reports in a case: joined without double counting, removed, typed figures, remembered mappings."""

import hashlib

import pytest

from appeal_core.journey import encodings, notices, preview, reports, samples
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


TABLE = "Ref;Placed;商品;买家姓名\n900-0000001-0000001;2026-11-01;露营床;王某\n900-0000002-0000002;2026-11-02;帐篷;李某\n"


def test_a_file_read_again_with_other_characters_takes_the_place_of_its_first_reading(kept):
    late = next(f for f in FILES if "late" in f.name)
    data = late.read_bytes().replace(b"\n", "Ü\n".encode("cp1252"), 1)
    kept.upload(reports.Upload("late.csv", data))
    (first,) = kept.case.reports
    kept.upload(reports.Upload("late.csv", data, encoding="cp932", replaces=(first.sha256,)))
    (again,) = kept.case.reports
    assert (first.encoding, again.encoding) == ("cp1252", "cp932")
    assert again.used == first.used


def test_a_file_that_the_chosen_characters_make_unreadable_keeps_its_first_reading(kept):
    late = next(f for f in FILES if "late" in f.name)
    kept.upload(given(late))
    before = kept.case.reports
    found = kept.upload(
        reports.Upload(late.name, late.read_bytes(), encoding="utf-16", replaces=(before[0].sha256,))
    )
    assert found.unread and kept.case.reports == before


def test_characters_chosen_once_are_used_for_the_same_file_again(kept):
    late = next(f for f in FILES if "late" in f.name)
    known = {encodings.key_of(late.read_bytes()): encodings.choice("cp932")}
    kept.upload(given(late), mapping_of=known.get)
    assert [r.encoding for r in kept.case.reports] == ["cp932"]
    other = Kept()
    other.upload(reports.Upload("other.csv", late.read_bytes() + b"\n"), mapping_of=known.get)
    assert [r.encoding for r in other.case.reports] == ["utf-8"]


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16"])
def test_the_first_rows_show_no_column_of_a_buyer(kept, encoding):
    data = TABLE.encode(encoding)
    (summary,) = kept.upload(reports.Upload("mine.csv", data)).unread
    shown = preview.first_values(data, summary)
    assert shown["Ref"] == ("900-0000001-0000001", "900-0000002-0000002")
    assert shown["商品"] == ("露营床", "帐篷")
    assert "王某" not in str(shown)


def test_a_value_with_an_address_in_it_is_not_shown(kept):
    data = b"Ref;Placed;Extra\n900-0000001-0000001;2026-11-01;someone@example.com\n"
    (summary,) = kept.upload(reports.Upload("mine.csv", data)).unread
    assert preview.first_values(data, summary)["Extra"] == ()
