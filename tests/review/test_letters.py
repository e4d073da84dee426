"""A composed letter is reviewed block by block, and each finding leads to where it is mended."""

from __future__ import annotations

import datetime as dt

from appeal_core.case import (
    ActionAnswer,
    Block,
    Case,
    Exhibit,
    Gap,
    Letter,
    LetterFact,
    MeasureAnswer,
    RootCauseAnswer,
    Section,
    Table,
    Understanding,
)
from appeal_core.language import Bilingual, message
from appeal_core.review import letter_text, placed, review_letter

LATE = "late_shipment_rate"
CASE = Case(
    id="c1",
    created_at=dt.datetime(2026, 11, 14),
    understanding=Understanding(confirmed=True, causes=(LATE,), route="plan_of_action"),
    root_causes={"stock": RootCauseAnswer(cause=LATE, chosen=True)},
    actions={"raise": ActionAnswer(cause=LATE, chosen=True)},
    measures={"check": MeasureAnswer(cause=LATE, chosen=True)},
    exhibits={"e1": Exhibit(kind="settings_before_after")},
)


def _two(en: str, zh: str) -> Bilingual:
    return Bilingual(en=en, zh=zh)


def _letter(*, kind: str = "plan_of_action", action: Block | None = None, cell: str = "Owner") -> Letter:
    opening = _two("37 of 412 orders were confirmed late (8.98%).", "412 笔订单中有 37 笔迟发（8.98%）。")
    cause = _two("The evening upload failed and no alarm was set.", "晚间上传失败，系统没有报警。")
    done = _two(
        "November 14: handling time was raised (Exhibit A).", "11 月 14 日：已延长备货时间（附件 A）。"
    )
    table = Table(
        header=(_two("Measure", "措施"), _two("Who", "负责人"), _two("How often", "频率")),
        rows=(
            (
                _two("Alarm test", "报警测试"),
                _two(cell, "店主" if cell else ""),
                _two("every Monday", "每周一"),
            ),
        ),
    )
    return Letter(
        kind=kind,
        title=_two("Plan of action", "行动计划"),
        reference=_two("Larch Lane Toys", "云杉家居"),
        day="2026-11-17",
        sections=(
            Section(id="opening", blocks=(Block(id="opening", text=opening),)),
            Section(id="root_cause", title=_two("1. Root causes", "1. 根本原因"), blocks=(Block(id="root:stock", kind="point", number="1.1", text=cause),)),
            Section(id="actions", title=_two("2. Actions completed", "2. 已完成的措施"), blocks=(action or Block(id="action:raise", kind="point", number="2.1", text=done),)),
            Section(id="prevention", title=_two("3. Prevention", "3. 预防措施"), blocks=(Block(id="measures", kind="table", table=table),)),
            Section(id="request", title=_two("4. Request", "4. 请求"), blocks=(Block(id="request", text=_two("Please reactivate our offers.", "请恢复我们的商品。")),)),
        ),
        facts={"f": LetterFact(id="f", source="report", ref="x", label=_two("late", "迟发"), values=("37", "412", "8.98%"))},
    )  # fmt: skip


def test_a_whole_letter_is_left_in_peace_in_both_languages() -> None:
    assert review_letter(_letter(), CASE) == ()
    assert review_letter(_letter(), CASE, "zh") == ()


def test_a_finding_names_its_block_page_and_field() -> None:
    action = Block(
        id="action:raise",
        kind="point",
        text=_two("Handling time was raised (Exhibit A).", "已延长备货时间（附件 A）。"),
    )
    (found,) = review_letter(_letter(action=action), CASE)
    assert (found.rule, found.block, found.page, found.path) == (
        "undated-action",
        "action:raise",
        "actions",
        "actions.raise",
    )
    assert letter_text(_letter(action=action))[found.start : found.end] == found.match


def test_an_edited_block_is_mended_on_the_letters_page() -> None:
    words = _two(
        "November 14: handling time was raised for 52 orders (Exhibit A).",
        "11 月 14 日：已延长备货时间（附件 A）。",
    )
    action = Block(id="action:raise", kind="point", text=words, edited=True)
    (found,) = review_letter(_letter(action=action), CASE)
    assert (found.rule, found.match, found.page, found.path) == (
        "figure-differs",
        "52",
        "letter",
        "edits.action:raise",
    )


def test_a_gap_leads_to_the_page_that_fills_it() -> None:
    gap = Gap(
        id="day", message=message("the day of this action"), page="actions", path="actions.raise.done_on"
    )
    words = _two("[missing: the day of this action] handling time was raised (Exhibit A).", "")
    action = Block(id="action:raise", kind="point", text=words, gaps=(gap,))
    found = [f for f in review_letter(_letter(action=action), CASE) if f.rule == "visible-gap"]
    assert [(f.page, f.path, f.severity) for f in found] == [("actions", "actions.raise.done_on", "blocker")]


def test_an_empty_cell_is_a_measure_without_owner() -> None:
    (found,) = review_letter(_letter(cell=""), CASE)
    assert (found.rule, found.section, found.block) == ("measure-without-owner", "prevention", "measures")


def test_an_exhibit_that_the_case_does_not_hold_is_found() -> None:
    action = Block(
        id="action:raise", kind="point", text=_two("November 14: handling time was raised (Exhibit B).", "")
    )
    (found,) = review_letter(_letter(action=action), CASE)
    assert (found.rule, found.match) == ("exhibit-not-attached", "Exhibit B")


def test_a_plan_where_documents_are_asked_goes_the_wrong_way() -> None:
    case = CASE.replace(understanding=CASE.understanding.model_copy(update={"route": "documents"}))
    assert [f.rule for f in review_letter(_letter(), case)] == ["wrong-route"]
    assert review_letter(_letter(kind="supplement"), case) == ()


def test_findings_move_onto_the_text_that_is_sent() -> None:
    action = Block(
        id="action:raise", kind="point", text=_two("We “will” see; we will raise it (Exhibit A).", "")
    )
    found = review_letter(_letter(action=action), CASE)
    text = 'Plan\nWe "will" see; we will raise it (Exhibit A).\n'
    moved = placed(found, text, {"action:raise": (5, len(text) - 1)})
    assert {f.rule for f in moved} >= {"future-in-actions", "undated-action"}
    assert all(text[f.start : f.end] == f.match for f in moved if f.start is not None)
