"""A letter says exactly the facts of its case, in both languages, and shows what is missing."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from appeal_core.case import Case, Letter, LetterWishes, Words
from appeal_core.language import BadInput
from appeal_core.letter import KINDS, compose, plain_text

CJK = r"[\u4e00-\u9fff]"
FIGURE = re.compile(r"\d+(?:[.,]\d+)*%?")


def texts_of(letter: Letter) -> dict[str, str]:
    """English by block id; the kind's own name before an id is left out."""
    return {b.id.removeprefix(f"{letter.kind}:"): b.text.en for b in letter.blocks()}


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_reads_as_its_golden_text(
    kind: str, kinds_of_case: dict[str, Case], golden: Callable[[str, str], None]
) -> None:
    letter = compose(kinds_of_case[kind])
    golden(f"{kind}.en.txt", plain_text(letter, "en"))
    golden(f"{kind}.zh.txt", plain_text(letter, "zh"))


@pytest.mark.parametrize("kind", KINDS)
def test_every_figure_of_a_letter_is_a_fact_of_its_ledger(kind: str, kinds_of_case: dict[str, Case]) -> None:
    letter = compose(kinds_of_case[kind])
    known = {token for f in letter.facts.values() for v in f.values for token in FIGURE.findall(v)}
    for block in letter.blocks():
        cells = [c for row in block.table.rows for c in row] if block.table else []
        for text in (block.heading, block.text, *cells):
            printed = FIGURE.findall(f"{text.en} {text.zh}")
            assert set(printed) <= known, f"{block.id}: {set(printed) - known}"
    assert set(FIGURE.findall(letter.reference.en)) <= known


@pytest.mark.parametrize("kind", KINDS)
def test_no_letter_shows_a_placeholder_and_each_chinese_twin_is_chinese(
    kind: str, kinds_of_case: dict[str, Case]
) -> None:
    letter = compose(kinds_of_case[kind])
    for lang in ("en", "zh"):
        text = plain_text(letter, lang)
        assert "None" not in text and "{" not in text and "  " not in text
    assert not re.search(CJK, plain_text(letter, "en"))
    assert not re.search(rf"{CJK}[,:;?()]|[,:;?()]{CJK}", plain_text(letter, "zh"))
    for block in letter.blocks():
        assert bool(block.text.en) == bool(block.text.zh), block.id


@pytest.mark.parametrize("kind", KINDS)
def test_every_fact_that_a_block_names_stands_in_the_ledger(
    kind: str, kinds_of_case: dict[str, Case]
) -> None:
    letter = compose(kinds_of_case[kind])
    named = {f for b in letter.blocks() for f in b.facts}
    assert named <= set(letter.facts)


def test_the_same_case_gives_the_same_letter(case: Case) -> None:
    assert compose(case) == compose(case)


def test_the_root_causes_stand_by_their_orders_and_their_sum_is_compared(case: Case) -> None:
    letter = compose(case)
    points = [b for b in letter.blocks() if b.id.startswith("root:")]
    assert [(b.number, b.heading.en) for b in points] == [
        ("1.1", "Handling time too short (29 orders)"),
        ("1.2", "Failed uploads (8 orders)"),
    ]
    assert "Two root causes explain all 37 late orders." in texts_of(letter)["opening"]


def test_root_causes_that_explain_too_much_are_a_gap(case: Case) -> None:
    more = case.with_value("root_causes.failed_upload.orders", 9)
    gaps = [g.id for g in compose(more).gaps()]
    assert gaps == ["root_causes.sum"]


def test_items_counts_come_from_the_reports_where_the_seller_found_nothing(case: Case) -> None:
    text = texts_of(compose(case))["root:short_handling"]
    assert text.endswith("Late orders by item in the window: AP-BENCH-01 20 of 60; AP-BENCH-02 9 of 34.")
    found = case.with_value("root_causes.short_handling.found.en", "29 of 94 needed longer.")
    assert "by item" not in texts_of(compose(found))["root:short_handling"]


def test_actions_stand_by_their_day_with_day_and_exhibit(case: Case) -> None:
    points = [b for b in compose(case).blocks() if b.id.startswith("action:")]
    assert [(b.id, b.exhibits) for b in points] == [
        ("action:raise_handling", ("A",)),
        ("action:alert", ("B",)),
    ]
    assert points[0].text.en == (
        "November 14: the handling time of AP-BENCH-01 and AP-BENCH-02 was changed"
        " from 1 business day to 4 business days (Exhibit A)."
    )


@pytest.mark.parametrize(
    ("path", "value", "gap", "page"),
    [
        ("actions.alert.done_on", None, "actions.alert.done_on", "actions"),
        ("actions.alert.exhibit", None, "actions.alert.exhibit", "evidence"),
        ("root_causes.failed_upload.slots.day.en", "", "root_causes.failed_upload.slots.day", "causes"),
        ("root_causes.failed_upload.slots.day.en", "soon", "root_causes.failed_upload.slots.day", "causes"),
        ("root_causes.failed_upload.check", "unknown", "root_causes.failed_upload.check", "causes"),
        (
            "root_causes.short_handling.slots.weekdays.en",
            "",
            "root_causes.short_handling.slots.weekdays.en",
            "causes",
        ),
        ("measures.weekly_review.slots.limit.en", "some", "measures.weekly_review.slots.limit", "actions"),
        ("measures.upload_alert.owner", "", "measures.upload_alert.owner", "actions"),
        ("seller.signatory", "", "seller.signatory", "notice"),
        ("seller.store_name", "", "seller.store_name", "notice"),
        ("wishes.plan_for_store.en", "", "wishes.plan_for_store.en", "letter"),
    ],
)
def test_what_is_missing_is_a_visible_gap_with_its_page(
    case: Case, path: str, value: object, gap: str, page: str
) -> None:
    letter = compose(case.with_value(path, value))
    assert [(g.id, g.page) for g in letter.gaps()] == [(gap, page)]
    assert plain_text(letter, "en").count("[missing: ") >= 1
    lacks_english_only = gap.endswith(".en")
    assert ("[缺少：" in plain_text(letter, "zh")) is not lacks_english_only


def test_an_empty_case_shows_all_its_gaps_and_no_filling(case: Case) -> None:
    empty = Case(id="x", created_at=case.created_at)
    letter = compose(empty)
    assert letter.kind == "plan_of_action"
    assert {"root_causes", "actions", "measures", "seller.signatory", "causes"} <= {
        g.id for g in letter.gaps()
    }


def test_a_complete_case_has_no_gap(case: Case) -> None:
    assert compose(case).gaps() == ()


@pytest.mark.parametrize(
    ("scope", "request_text"),
    [
        ("seller_fulfilled", "Please reactivate our seller-fulfilled offers."),
        ("account", "Please reactivate our selling account."),
        ("listing", "Please reinstate the listings that your notice names."),
        ("unknown", "Please review these facts and lift the restriction that your notice names."),
    ],
)
def test_the_request_follows_the_scope_and_the_plan_for_the_store(
    case: Case, scope: str, request_text: str
) -> None:
    letter = compose(case.with_value("understanding.scope", scope))
    assert texts_of(letter)["request"] == f"{request_text} The two benches come back last."


@pytest.mark.parametrize(
    ("marketplace", "day"),
    [("US", "November 17, 2026"), ("DE", "17 November 2026"), ("UK", "17 November 2026")],
)
def test_days_are_written_as_the_store_writes_them(case: Case, marketplace: str, day: str) -> None:
    letter = compose(case.with_value("seller.marketplace", marketplace))
    assert texts_of(letter)["signature"].endswith(day)


def test_the_letter_bears_the_newest_day_of_the_case_where_none_is_wished(case: Case) -> None:
    letter = compose(case.replace(wishes=LetterWishes()))
    assert letter.day == "2026-11-15"


def test_the_notice_day_is_the_stores_own(case: Case) -> None:
    assert "notice of November 13, 2026" in compose(case).reference.en


def test_a_chart_needs_enough_days_and_the_wish_for_it(case: Case) -> None:
    charts = [b.chart for b in compose(case).blocks() if b.kind == "chart"]
    assert charts and charts[0] is not None and len(charts[0].points) == 21
    assert charts[0].title.en == "Late shipment rate, rolling 30 days, by our order report"
    assert charts[0].points[-1].rate == pytest.approx(37 / 412, abs=1e-6)
    without = case.replace(wishes=LetterWishes(chart=False))
    assert not [b for b in compose(without).blocks() if b.kind == "chart"]


def test_days_of_other_orders_than_the_figure_draw_no_chart(case: Case) -> None:
    assert case.measurements is not None
    first = case.measurements.metrics[0]
    other = first.model_copy(update={"daily": first.daily[20:]})
    metrics = (other.model_copy(update={"denominator": 300}), *case.measurements.metrics[1:])
    changed = case.replace(measurements=case.measurements.model_copy(update={"metrics": metrics}))
    assert not [b for b in compose(changed).blocks() if b.kind == "chart"]


def test_text_of_the_seller_is_data_and_never_a_template(case: Case) -> None:
    sly = case.with_value("root_causes.failed_upload.found.en", "{{ 7 * 7 }} {items} {% raw %}")
    assert "{{ 7 * 7 }} {items} {% raw %}." in texts_of(compose(sly))["root:failed_upload"]


def test_only_chosen_answers_of_the_cases_causes_are_printed(case: Case) -> None:
    other = case.with_value("actions.alert.cause", "cancellation_rate")
    assert "action:alert" not in texts_of(compose(other))
    assert "root:storm" not in texts_of(compose(case))


def test_own_words_stand_where_the_catalogue_has_none(case: Case) -> None:
    own = {
        "cause": "late_shipment_rate",
        "chosen": True,
        "check": "yes",
        "name": {"en": "No cover", "zh": "无人替班"},
    }
    missing = compose(case.with_value("root_causes.own:1", own))
    assert [g.id for g in missing.gaps()] == ["root_causes.own:1.text"]
    told = {**own, "text": {"en": "Nobody covered the packer", "zh": "没有人替班打包"}}
    letter = compose(case.with_value("root_causes.own:1", told))
    assert texts_of(letter)["root:own:1"] == "Nobody covered the packer."


def test_a_route_without_a_letter_says_so(case: Case) -> None:
    with pytest.raises(BadInput, match="asks for no letter"):
        compose(case.with_value("understanding.route", "wait"))


def test_a_supplement_holds_only_what_was_not_sent(kinds_of_case: dict[str, Case]) -> None:
    ids = texts_of(compose(kinds_of_case["supplement"]))
    assert "action:raise_handling" in ids and "action:alert" not in ids


def test_a_supplement_without_anything_new_shows_that_gap(kinds_of_case: dict[str, Case]) -> None:
    sent = kinds_of_case["supplement"]
    whole = plain_text(compose(sent.replace(wishes=LetterWishes(kind="plan_of_action"))), "en")
    attempt = sent.attempts["one"].model_copy(update={"text": whole, "files": {"a": "aa", "b": "bb"}})
    letter = compose(sent.replace(attempts={"one": attempt}))
    assert [g.id for g in letter.gaps()] == ["fresh"]


@pytest.mark.parametrize(
    ("situation", "phrase", "gap"),
    [
        ("own_account", "That account is ours. It was reactivated on November 10, 2026.", None),
        ("own_other_region", "That account is our own, in another region.", None),
        ("formerly_owned", "We no longer own or run that account.", "answers.evidence_of_end"),
        ("not_ours", "That account is not ours, and we do not know who runs it.", None),
        ("", "[missing: how you stand to the account", "answers.situation"),
    ],
)
def test_the_related_account_letter_follows_the_situation(
    kinds_of_case: dict[str, Case], situation: str, phrase: str, gap: str | None
) -> None:
    case = kinds_of_case["related_account"]
    answers = {**case.answers, "situation": Words(en=situation)}
    letter = compose(case.replace(answers=answers, root_causes={}, actions={}, measures={}))
    assert phrase in texts_of(letter)["opening"]
    assert "Alder Outlet" in letter.title.en
    assert [g.id for g in letter.gaps()] == ([gap] if gap else [])


def test_documents_answer_each_demand_and_an_unanswered_one_is_a_gap(kinds_of_case: dict[str, Case]) -> None:
    letter = compose(kinds_of_case["document_cover"])
    table = next(b.table for b in letter.blocks() if b.id == "document_cover:documents")
    assert table is not None
    cells = [[c.en for c in row] for row in table.rows]
    assert cells[0] == [
        "Invoices or receipts",
        "Exhibit A, Invoice of Harbor Tools (January 12, 2026)",
        "Exhibit A: line 3",
    ]
    assert cells[1][1].startswith("[missing: a document for “Supplier contact details”")
    assert [g.id for g in letter.gaps()] == ["documents.supplier_contact"]
    assert "All files are complete and as issued." in texts_of(letter)["documents_as_issued"]


def test_a_plan_holds_documents_only_where_the_route_wants_both(kinds_of_case: dict[str, Case]) -> None:
    case = kinds_of_case["document_cover"].replace(wishes=LetterWishes(kind="plan_of_action"))
    assert "documents" not in texts_of(compose(case))
    both = case.with_value("understanding.route", "plan_and_documents")
    assert "documents" in texts_of(compose(both))


@pytest.mark.parametrize("kind", KINDS)
def test_a_gap_in_title_or_reference_has_its_place_in_a_block_too(kind: str, case: Case) -> None:
    empty = Case(id="x", created_at=case.created_at, wishes=LetterWishes(kind=kind))
    letter = compose(empty)
    shown = set(re.findall(r"\[missing: ([^\]]+)\]", f"{letter.title.en} {letter.reference.en}"))
    assert shown <= {g.message.in_("en") for g in letter.gaps()}


def test_a_cause_without_a_rate_counts_listings(case: Case) -> None:
    own = {"cause": "restricted_product", "chosen": True, "check": "yes", "orders": 9}
    told = {"name": {"en": "No filter", "zh": "未筛选"}, "text": {"en": "Nobody read it", "zh": "无人核对"}}
    changed = case.with_value("understanding.causes", ["restricted_product"])
    letter = compose(changed.with_value("root_causes.own:1", {**own, **told}))
    heading = next(b.heading for b in letter.blocks() if b.id == "root:own:1")
    assert (heading.en, heading.zh) == ("No filter (9 listings)", "未筛选（9 个商品）")
