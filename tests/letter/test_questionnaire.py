"""A form's own questions get their answers from the case; what it does not hold is said, never made up."""

from __future__ import annotations

import pytest

from appeal_core.case import Case, LetterWishes, Words
from appeal_core.language import BadInput
from appeal_core.letter.pasted_questions import questions_in
from appeal_core.letter.questionnaire import answered, parts_asked

FORM = """
Reactivate your account
1. What is the root cause of the issue? *
   Maximum 2,000 characters
2. What actions have you taken to resolve the issue?
   0/120
3. What steps will you take to prevent it in the future? (up to 30 words)
4. Please provide invoices from your supplier.
"""


@pytest.mark.parametrize(
    ("question", "parts"),
    [
        ("What is the root cause of the late shipments?", ("root_cause",)),
        ("Why did this happen?", ("root_cause",)),
        ("问题产生的根本原因是什么？", ("root_cause",)),
        ("What actions have you taken to resolve the issue?", ("corrective_actions",)),
        ("您已经采取了哪些措施来解决问题？", ("corrective_actions",)),
        ("How will you prevent this going forward?", ("prevention",)),
        ("今后您将如何防止此类问题再次发生？", ("prevention",)),
        ("Explain the root cause and the steps you will take to prevent it in the future.", ("root_cause", "prevention")),
        ("Please provide invoices from your supplier.", ("invoices",)),
        ("What is your store name?", ("store",)),
        ("Which ASINs are affected?", ("asins",)),
        ("请列出您提交的文件清单", ("exhibits",)),
        ("Is there anything else you want to tell us?", ("request",)),
        ("What was your late shipment rate?", ("figures",)),
        ("Do you keep a cat?", ()),
        ("您店里养猫吗？", ()),
    ],
)  # fmt: skip
def test_a_question_is_known_by_its_words(question: str, parts: tuple[str, ...]) -> None:
    assert parts_asked(question) == parts


def test_hints_and_limits_belong_to_the_question_before_them() -> None:
    found = questions_in(FORM)
    assert [(q.text[:20], q.limit, q.unit) for q in found] == [
        ("What is the root cau", 2000, "characters"),
        ("What actions have yo", 120, "characters"),
        ("What steps will you ", 30, "words"),
        ("Please provide invoi", None, "characters"),
    ]


def test_chinese_questions_one_in_each_line() -> None:
    found = questions_in("根本原因是什么？\n（不超过 300 字）\n您采取了哪些措施？\n必填")
    assert [(q.text, q.limit) for q in found] == [
        ("根本原因是什么？", 300),
        ("您采取了哪些措施？", None),
    ]


def test_a_wrapped_line_goes_on() -> None:
    assert len(questions_in("Please describe the root cause,\nthe actions taken\nand the prevention.")) == 1


@pytest.mark.parametrize("pasted", ["", "  \n\n", "* Required\n0/2000", "\x00\u202e"])
def test_where_no_question_is_there_a_sentence_says_so(pasted: str) -> None:
    with pytest.raises(BadInput, match="No question was found"):
        questions_in(pasted)


def test_a_book_instead_of_a_form_is_refused() -> None:
    with pytest.raises(BadInput, match="more than 60 questions"):
        questions_in("Why?\n" * 500)


def test_each_question_gets_its_part_of_the_letter(case: Case) -> None:
    cause, actions, prevention, invoices = answered(case, FORM)
    assert cause.text.startswith("Handling time too short") and "(8 orders)" in cause.text.split("\n")[1]
    assert actions.text.startswith("November 14: ") and "1.1" not in cause.text
    assert prevention.text.startswith("- Orders that needed longer")
    assert (actions.limit, actions.length, actions.over) == (120, len(actions.text), len(actions.text) - 120)
    assert prevention.unit == "words" and prevention.over == prevention.length - 30 > 0
    assert invoices.text == "" and [g.page for g in invoices.gaps] == ["evidence"]


def test_answers_come_in_the_language_that_is_wanted(case: Case) -> None:
    (cause,) = answered(case, "What is the root cause?", "zh")
    assert "备货时间" in cause.text


def test_a_question_that_the_case_cannot_answer_says_so_and_stays_empty(case: Case) -> None:
    (cat,) = answered(case, "Do you keep a cat?")
    assert (cat.text, cat.gaps, cat.parts) == ("", (), ()) and cat.why and "own words" in cat.why.in_("en")
    (asins,) = answered(case, "Which ASINs are affected?")
    assert asins.text == "" and asins.why and "nothing yet" in asins.why.in_("en")


def test_a_letter_without_a_plan_still_answers_for_one(case: Case) -> None:
    status = case.replace(wishes=LetterWishes(kind="status_request"))
    (cause,) = answered(status, "What is the root cause?")
    assert cause.text.startswith("Handling time too short")


def test_a_document_is_answered_by_its_exhibit_with_where_to_look(kinds_of_case: dict[str, Case]) -> None:
    (invoices,) = answered(kinds_of_case["document_cover"], "Please provide invoices from your supplier.")
    assert invoices.text == "Exhibit A, Invoice of Harbor Tools (January 12, 2026). Exhibit A: line 3"


def test_gaps_of_a_part_are_told_with_the_page_that_fills_them(case: Case) -> None:
    (actions,) = answered(case.with_value("actions.alert.done_on", None), "What actions have you taken?")
    assert [(g.page, g.path) for g in actions.gaps] == [("actions", "actions.alert.done_on")]


def test_a_template_in_a_question_or_an_answer_stays_text(case: Case) -> None:
    given = case.replace(
        root_causes={
            k: a.model_copy(
                update={"found": Words(en="We saw {{ store }} & <b>{% x %}</b>", zh="见 {{ store }}")}
            )
            for k, a in case.root_causes.items()
        }
    )
    (cause,) = answered(given, "What is the root cause? {{ 7 * 7 }}")
    assert "{{ store }} & <b>{% x %}</b>" in cause.text and cause.question.endswith("{{ 7 * 7 }}")
