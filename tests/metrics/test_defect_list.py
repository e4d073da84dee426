"""The defect list, its coding in bulk, what it speaks for, and its JSON."""

import json

import pytest

from appeal_core.case import Coding
from appeal_core.catalog.cause_entries import Check, RootCause, Statement
from appeal_core.language import Bilingual
from appeal_core.metrics import apply_codings, as_json, defect_list, evidence_for, measure
from appeal_core.reports import read_report
from tests.reports.shop import shop

MADE = shop()


@pytest.fixture(scope="module")
def reports():
    named = {
        "o.txt": MADE.all_orders(),
        "late.csv": MADE.late_report(),
        "odr.csv": MADE.order_defect_report(),
        "new.txt": MADE.new_orders(),
    }
    return [read_report(data, name) for name, data in named.items()]


@pytest.fixture(scope="module")
def measured(reports):
    return measure(reports, marketplace="US", as_of=MADE.last)


@pytest.fixture(scope="module")
def defects(reports, measured):
    return defect_list(reports, measured)


def test_the_rows_that_count_are_those_of_the_rate(defects, measured):
    late = defects[defects["metric"] == "late_shipment_rate"]
    assert int(late["counts"].sum()) == measured.find("late_shipment_rate", 30).numerator
    assert set(late["order_id"]) > MADE.late and late["order_id"].is_unique


def test_each_order_has_its_goods_and_no_person(defects):
    row = defects[(defects["metric"] == "late_shipment_rate")].iloc[-1]
    order = next(o for o in MADE.orders if o.id == row["order_id"])
    assert row["sku"].split(" | ") == list(order.skus) and row["day"].date() == order.day("US")
    assert "Paula" not in defects.to_csv()


def test_without_reports_the_list_is_empty():
    assert len(defect_list([])) == 0


def test_orders_are_coded_in_bulk_and_counted_once(defects):
    late = defects[(defects["metric"] == "late_shipment_rate") & defects["counts"]]
    in_c = set(late[late["sku"] == "MF-C"]["order_id"])
    first = late.iloc[0]["order_id"]
    codings = [
        Coding(metric="late_shipment_rate", by="sku", value="MF-C", root_cause="handling", remedy="refunded"),
        Coding(metric="late_shipment_rate", by="order", value=first, root_cause="holiday"),
        Coding(metric="order_defect_rate", by="sku", value="nothing", root_cause="handling"),
    ]
    coded, counts = apply_codings(defects, codings)
    assert counts == {"handling": len(in_c - {first}), "holiday": 1}
    assert set(coded[coded["remedy"] == "refunded"]["metric"]) == {"late_shipment_rate"}
    assert "root_cause" not in defects


@pytest.mark.parametrize("by", ["sku", "order", "day", "carrier", "reason", "nonsense"])
def test_a_coding_that_fits_no_order_changes_nothing(defects, by):
    _, counts = apply_codings(
        defects, [Coding(metric="late_shipment_rate", by=by, value="?", root_cause="x")]
    )
    assert counts == {}


def test_coding_by_day_takes_that_day(defects):
    late = defects[(defects["metric"] == "late_shipment_rate") & defects["counts"]]
    day = late["day"].iloc[0]
    _, counts = apply_codings(
        defects, [Coding(metric="late_shipment_rate", by="day", value=f"{day:%Y-%m-%d}", root_cause="x")]
    )
    assert counts == {"x": int((late["day"] == day).sum())}


def root(code: str, signals: tuple[str, ...], reasons: tuple[str, ...] = ()) -> RootCause:
    text = Bilingual(en="text", zh="文字")
    check = Check(question=text, why=text, look_in=text, signals=signals)
    return RootCause(
        id=code, name=text, check=check, statement=Statement(en="text", zh="文字"), actions=(), measures=(),
        reasons=reasons, status="unverified", source="invented",
    )  # fmt: skip


def test_root_causes_are_ranked_by_what_the_files_show(defects, measured):
    roots = [
        root("single", ("ship_service",)),  # one value only: nothing to compare it with
        root("even", ("sku",)),
        root("unseen", ("carrier",)),
        root("named", ("confirmation",), ("confirmed late",)),
        root("unnamed", ("confirmation",), ("strike",)),
        root("nothing", ()),
    ]
    late = defects[defects["metric"] == "late_shipment_rate"]
    found = evidence_for(roots, measured.find("late_shipment_rate", 30), late)
    assert [(h.root_cause, h.stands) for h in found] == [
        ("named", "for"), ("single", "unknown"), ("unseen", "unknown"), ("nothing", "unknown"),
        ("unnamed", "against"), ("even", "against"),
    ]  # fmt: skip
    for hypothesis in found:
        for text in hypothesis.evidence:
            assert text.in_("en") != text.in_("zh")


def test_without_any_file_every_root_cause_is_unknown(defects):
    found = evidence_for([root("a", ("sku",), ("x",))], None, defects[:0])
    assert [h.stands for h in found] == ["unknown"]


def test_the_json_has_the_shape_of_the_contract(measured):
    plain = json.loads(json.dumps(as_json(measured, "zh"), ensure_ascii=False))
    report = plain["reports"][0]
    assert {
        "file",
        "kind",
        "problem",
        "encoding",
        "delimiter",
        "rows",
        "used",
        "rejected",
        "set_aside",
        "first",
        "last",
        "dropped_columns",
    } <= set(report)
    one = next(m for m in plain["metrics"] if m["code"] == "late_shipment_rate" and m["window"]["days"] == 30)
    assert {
        "code",
        "fulfilment",
        "window",
        "numerator",
        "denominator",
        "rate",
        "target",
        "condition",
        "verdict",
        "basis",
        "alternatives",
        "drivers",
    } <= set(one)
    assert one["window"] == {"days": 30, "from": "2026-10-15", "to": "2026-11-13"}
    assert {"by", "value", "defects", "orders", "share", "lift"} == set(one["drivers"][0])
    assert report["problem"] is None and report["rejected"] == [] and report["first"] == "2026-08-06"
