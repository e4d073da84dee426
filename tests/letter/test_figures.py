"""The rates of a letter come from reports, else from the seller's reading, else from the notice."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from appeal_core.case import (
    Case,
    CauseFound,
    FigureStated,
    Measurement,
    Measurements,
    ReportSummary,
    TypedCount,
    Window,
    Words,
)
from appeal_core.letter import compose, plain_text


def with_diagnosis(case: Case, **more: Any) -> Case:
    notice = case.notices[-1]
    return case.replace(
        notices=(notice.model_copy(update={"diagnosis": notice.diagnosis.model_copy(update=more)}),)
    )


def bare(case: Case) -> Case:
    return case.replace(measurements=None, typed={})


def lines(case: Case) -> list[str]:
    return plain_text(compose(case), "en").split("\n")


def sources(case: Case) -> str:
    return next(b.text.en for b in compose(case).blocks() if b.id.startswith("sources:"))


@pytest.mark.parametrize(
    ("basis", "typed", "files", "expected"),
    [
        ("stated", True, ("late.csv",), "Late orders: our Late Shipment report, data to November 13. Order counts: Account Health page."),
        ("stated", False, ("late.csv",), "Late orders: our Late Shipment report, data to November 13. Order counts: your notice."),
        ("counted", False, ("late.csv",), "Figures: our Late Shipment report, data to November 13."),
        ("amazon", False, ("v2.json",), "Figures: Account Health page."),
        ("estimate", False, ("late.csv",), "Late orders: our Late Shipment report, data to November 13. Order counts: estimated from our Late Shipment report."),
        ("stated", False, ("odd.csv",), "Late orders: our reports, data to November 13. Order counts: your notice."),
        ("stated", True, (), "Figures: Account Health page."),
    ],
)  # fmt: skip
def test_the_line_of_sources_says_where_each_figure_comes_from(
    case: Case, basis: str, typed: bool, files: tuple[str, ...], expected: str
) -> None:
    assert case.measurements is not None
    metrics = tuple(m.model_copy(update={"basis": basis, "files": files}) for m in case.measurements.metrics)
    changed = case.replace(measurements=case.measurements.model_copy(update={"metrics": metrics}))
    assert sources(changed if typed else changed.replace(typed={})) == expected


def test_typed_figures_make_a_row_without_a_window_of_days(case: Case) -> None:
    typed = {
        "late_shipment_rate:30": TypedCount(
            metric="late_shipment_rate", days=30, numerator=37, denominator=412
        )
    }
    letter = lines(bare(case).replace(typed=typed))
    assert "Our late shipment rate was 8.98% over 30 days; the target is under 4%. The failure lay in our own process. Two root causes explain all 37 late orders." in letter  # fmt: skip
    assert "- 30 days. Late: 37; Orders: 412; Rate: 8.98%; Target: under 4%." in letter
    assert "Figures: Account Health page." in letter


def test_a_rate_that_only_the_notice_states_is_quoted_from_it(case: Case) -> None:
    figure = FigureStated(start=3, end=8, text="8.98%", rate=0.0898, days=30)
    letter = compose(with_diagnosis(bare(case), figures=(figure,)))
    assert "Our late shipment rate was 8.98% over 30 days" in plain_text(letter, "en")
    fact = letter.facts["figure.late_shipment_rate.30.rate"]
    assert (fact.source, fact.ref) == ("notice", "notice:3-8")
    assert "Rate: your notice." in plain_text(letter, "en")


def test_no_figure_at_all_is_a_gap_of_the_reports_page(case: Case) -> None:
    letter = compose(bare(case))
    assert [(g.id, g.page) for g in letter.gaps()] == [("figures.late_shipment_rate", "reports")]
    assert "Your notice of November 13, 2026 names this cause: late shipment rate." in plain_text(
        letter, "en"
    )


def test_a_count_without_its_orders_is_a_gap_and_no_rate(case: Case) -> None:
    assert case.measurements is not None
    first = case.measurements.metrics[0].model_copy(update={"denominator": None, "rate": None, "daily": ()})
    letter = compose(case.replace(measurements=case.measurements.model_copy(update={"metrics": (first,)})))
    assert [g.id for g in letter.gaps()] == ["typed.late_shipment_rate:30.denominator"]
    assert "37 late orders count toward our late shipment rate; the target is under 4%." in plain_text(
        letter, "en"
    )


def test_a_rate_without_counts_is_printed_without_them(case: Case) -> None:
    assert case.measurements is not None
    only = {"numerator": None, "denominator": None, "rate": 0.0898, "daily": (), "files": (), "drivers": ()}
    first = case.measurements.metrics[0].model_copy(update=only)
    changed = case.replace(measurements=case.measurements.model_copy(update={"metrics": (first,)}))
    letter = lines(changed)
    assert "- 30 days, October 15 - November 13. Late: -; Orders: -; Rate: 8.98%; Target: under 4%." in letter
    assert "Rate: Account Health page." in letter
    assert compose(changed).gaps() == ()


def test_valid_tracking_counts_the_good_and_explains_the_bad(case: Case) -> None:
    window = Window(days=30, **{"from": dt.date(2026, 10, 5), "to": dt.date(2026, 11, 3)})
    m = Measurement(
        code="valid_tracking_rate", fulfilment="seller", window=window, numerator=360, denominator=400, rate=0.9,
        target=0.95, condition="greater_than", verdict="missed", basis="counted", files=("vtr.csv",),
    )  # fmt: skip
    own = {"cause": "valid_tracking_rate", "chosen": True, "check": "yes", "orders": 40,
           "name": Words(en="No scan check", zh="没有核对扫描"), "text": Words(en="Nobody checked", zh="无人核对")}  # fmt: skip
    reports = (ReportSummary(file="vtr.csv", kind="valid_tracking_report"),)
    case = with_diagnosis(case, causes=(CauseFound(code="valid_tracking_rate", score=0.9),)).replace(
        measurements=Measurements(as_of=dt.date(2026, 11, 13), reports=reports, metrics=(m,))
    )
    text = plain_text(compose(case.with_value("root_causes.own:1", _plain(own))), "en")
    assert "Our valid tracking rate was 90%" in text and "the target is over 95%" in text
    assert "One root cause explains all 40 packages without valid tracking." in text
    assert "With valid tracking: 360; Packages: 400; Rate: 90%" in text
    assert "1.1 No scan check (40 packages). Nobody checked." in text


def _plain(data: dict[str, Any]) -> dict[str, Any]:
    return {k: v.model_dump() if isinstance(v, Words) else v for k, v in data.items()}


def test_a_dispute_sets_the_notices_rate_against_the_reports(case: Case) -> None:
    assert case.measurements is not None
    met = case.measurements.metrics[0].model_copy(
        update={"numerator": 12, "rate": 12 / 412, "verdict": "met", "drivers": ()}
    )
    figure = FigureStated(start=3, end=8, text="8.98%", rate=0.0898, metric="late_shipment_rate")
    case = with_diagnosis(case, figures=(figure,)).replace(
        measurements=case.measurements.model_copy(update={"metrics": (met,)})
    )
    text = plain_text(compose(case.with_value("understanding.door", "dispute")), "en")
    assert (
        "The notice states 8.98% as our late shipment rate. Our reports give 12 of 412, 2.91%; the target is under 4%."
        in text
    )
    assert "- 30 days, October 15 - November 13. Late: 12; Orders: 412" in text


def test_a_dispute_does_not_show_a_missed_target_as_its_ground(case: Case) -> None:
    letter = compose(case.with_value("understanding.door", "dispute"))
    assert [g.id for g in letter.gaps()] == ["grounds"]
    assert "8.98%" not in plain_text(letter, "en")


def test_two_causes_stand_in_one_letter_with_a_table_each(case: Case) -> None:
    assert case.measurements is not None
    odr = Measurement(
        code="order_defect_rate", fulfilment="seller", window=None, numerator=9, denominator=500, rate=0.018,
        target=0.01, condition="less_than", verdict="missed", basis="counted", files=("odr.csv",),
    )  # fmt: skip
    measured = case.measurements.model_copy(update={"metrics": (*case.measurements.metrics, odr)})
    both = case.replace(measurements=measured).with_value(
        "understanding.causes", ["late_shipment_rate", "order_defect_rate"]
    )
    letter = compose(both)
    assert letter.title.en == "Plan of action: late shipment rate and order defect rate"
    captions = [b.table.caption.en for b in letter.blocks() if b.table and b.id.startswith("figures:")]
    assert captions == ["Late shipment rate", "Order defect rate"]


def test_the_import_of_the_letter_room_brings_no_heavy_library() -> None:
    import subprocess
    import sys

    code = "import sys, appeal_core.letter; print([m for m in ('pandas', 'docx', 'matplotlib', 'streamlit') if m in sys.modules])"
    root = Path(__file__).resolve().parents[2]
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=root, check=True)
    assert done.stdout.strip() == "[]"
