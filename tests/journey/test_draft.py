"""A draft is checked against its notice and reports before there is a case, and takes the reports into it."""

import datetime as dt
import hashlib

import pytest

from appeal_core.journey import begin, draft, reports, reviewing, samples, taking_over
from appeal_core.language import BadInput

NOW = dt.datetime(2026, 11, 14, 9, tzinfo=dt.UTC)
SAMPLE = samples.sample("shipped_late")
NOTICE = (SAMPLE.folder / "notice.en.txt").read_text(encoding="utf-8")
FILES = samples.report_files(SAMPLE)
TEXT = """Root cause
1. Two bulky items were set to one day of handling. 60 of 412 orders were shipped late.

Actions taken
1. On November 13, 2026 we raised the handling time of both items to three days.

Preventive steps
1. Stock is counted every Monday by the warehouse lead.
"""


def uploads(*names):
    return tuple(reports.Upload(p.name, p.read_bytes()) for p in FILES if not names or p.name in names)


def checked(text=TEXT, notice=NOTICE, given=(), case=None, files=None):
    files = files or {}
    return draft.checked(draft.Draft(text.encode(), "draft.txt", notice, given), case, NOW, files.__getitem__)


def rules(found):
    return [(f.rule, f.match) for f in found.found.findings if f.rule == "figure-differs"]


def test_a_figure_is_checked_against_the_reports_as_the_command_line_does_it(tmp_path):
    found = checked(given=uploads())
    assert rules(found) and not rules(checked())
    told = reviewing.reviewed(TEXT.encode(), "draft.txt", (NOTICE.encode(), "n.txt"), None, FILES)
    assert [f.key for f in found.found.findings] == [f.key for f in told.findings]


def test_without_a_notice_the_reports_are_read_for_the_store_of_the_draft():
    german = checked(f"{TEXT}\nStore: amazon.de\n", "", uploads("late-shipment.csv"))
    assert german.reports and german.stated == ""
    assert checked(TEXT, "", uploads()).reports


def test_what_a_report_gave_holds_no_buyer():
    found = checked(given=uploads("unshipped-orders.txt"))
    kept = b"".join(found.files)
    assert found.reports[0].dropped_columns and kept
    assert not [
        word for word in (b"buyer01@example.com", b"Sample Buyer", b"Invented Street") if word in kept
    ]


def test_a_file_that_is_no_report_is_named_and_the_draft_is_checked_all_the_same():
    found = checked(given=(reports.Upload("odd.csv", b"a,b\n1,2\n"),))
    assert [r.file for r in found.unread] == ["odd.csv"] and found.reports == ()
    assert [f.key for f in found.found.findings] == [f.key for f in checked().found.findings]


def test_the_reports_go_with_the_draft_into_a_new_case():
    found = checked(given=uploads())
    case = taking_over.with_draft(
        begin.new_case("n", NOW), taking_over.read_draft(TEXT, NOW.date()), "", NOTICE
    )
    read = draft.joined(case, found, {}.__getitem__)
    held = {hashlib.sha256(d).hexdigest() for d in read.files}
    whole = reports.merged(case, read)
    assert {r.file for r in whole.reports} == {p.name for p in FILES}
    assert {r.sha256 for r in whole.reports if r.sha256} | {whole.measurements.defects_sha256} == held
    opened = samples.open_sample("shipped_late", "en", "s")
    sample = reports.measured_again(opened.case.replace(typed={}), opened.files.__getitem__)
    assert whole.measurements == sample.measurements


def test_the_reports_join_those_of_the_open_case_each_once():
    opened = samples.open_sample("shipped_late", "en", "open")
    fewer = opened.case.replace(reports=opened.case.reports[:1], measurements=None)
    found = checked(given=uploads(), case=fewer, notice="", files=opened.files)
    assert fewer.reports[0] not in found.reports and len(found.reports) == len(FILES) - 1
    whole = reports.merged(fewer, draft.joined(fewer, found, opened.files.__getitem__))
    assert sorted(r.file for r in whole.reports) == sorted(p.name for p in FILES)
    again = reports.merged(whole, draft.joined(whole, found, {**opened.files, **held(found)}.__getitem__))
    assert len(again.reports) == len(FILES)


def held(found):
    return {hashlib.sha256(d).hexdigest(): d for d in found.files}


def test_no_report_leaves_the_case_as_it_is():
    assert draft.joined(begin.new_case("n", NOW), checked(), {}.__getitem__) is None


@pytest.mark.parametrize("data", [b"", b"%PDF-1.4 broken"])
def test_a_draft_without_text_is_refused_in_a_sentence(data):
    with pytest.raises(BadInput):
        draft.checked(draft.Draft(data, "draft.pdf", "", uploads()), None, NOW, {}.__getitem__)
