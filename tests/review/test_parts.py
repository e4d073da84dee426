"""A draft is cut into its parts, whatever its headings say, and into sentences with their places."""

from __future__ import annotations

import pytest

from appeal_core.review.context import Context
from appeal_core.review.parts import cut, part_of_heading
from appeal_core.review.sentences import sentence_spans

HEADINGS = [
    ("Root causes", "root_cause"),
    ("What went wrong:", "root_cause"),
    ("What caused the delays?", "root_cause"),
    ("Reasons for the defects", "root_cause"),
    ("根本原因", "root_cause"),
    ("What we have done to resolve the problem", "actions"),
    ("Corrective measures", "actions"),
    ("Actions completed", "actions"),
    ("Steps we have taken", "actions"),
    ("已采取的纠正措施", "actions"),
    ("How we will prevent this from happening again", "prevention"),
    ("Preventive measures", "prevention"),
    ("Steps taken to avoid similar cases", "prevention"),
    ("防止再次发生的措施", "prevention"),
    ("Request", "other"),
    ("Exhibits", "other"),
    ("附件清单", "other"),
    ("Plan of action: late shipment rate", None),
    ("Handling time", None),
]


@pytest.mark.parametrize(("words", "part"), HEADINGS)
def test_a_heading_opens_its_part(words: str, part: str | None) -> None:
    assert part_of_heading(words) == part


NUMBERINGS = ["1. {}", "1) {}", "**1. {}**", "## {}", "1-{}", "A. {}", "一、{}", "Part 1: {}", "{}:"]


@pytest.mark.parametrize("numbering", NUMBERINGS)
def test_numbering_and_marks_do_not_hide_a_heading(numbering: str) -> None:
    draft = cut(numbering.format("Root cause") + "\nNo stock count was kept.\n", Context())
    assert [i.text for i in draft.part("root_cause")] == ["No stock count was kept."]


def test_a_label_before_a_colon_opens_its_part_on_the_same_line() -> None:
    draft = cut("Root cause: no stock count was kept.\nPrevention: the owner counts.", Context())
    assert [i.text.strip() for i in draft.part("root_cause")] == ["no stock count was kept."]
    assert [i.text.strip() for i in draft.part("prevention")] == ["the owner counts."]


def test_a_sentence_on_actions_is_no_heading() -> None:
    draft = cut("Root cause\nNobody compared the corrective actions taken with the list.", Context())
    assert draft.has_parts == {"root_cause"}


def test_a_draft_without_headings_is_cut_by_what_it_says() -> None:
    text = "The orders were late because the upload failed.\n\nWe refunded 8 buyers.\n\nThe list is checked every day."
    assert cut(text, Context()).has_parts == {"root_cause", "actions", "prevention"}


def test_a_closing_line_ends_the_last_part() -> None:
    draft = cut(
        "Prevention\nThe owner counts stock daily.\nPlease reactivate our offers.\nSincerely\nWen Li",
        Context(),
    )
    assert [i.text for i in draft.part("prevention")] == ["The owner counts stock daily."]


def test_a_line_broken_by_a_mail_programme_is_one_item() -> None:
    text = "Root cause\nThe evening upload from our order system failed on three days and\nnobody saw it."
    assert len(cut(text, Context()).part("root_cause")) == 1


def test_every_item_and_sentence_stands_where_it_says() -> None:
    text = "# Plan\n\n> **1. Root causes**\n> 1.1 Late (29 orders). It failed.\n\n| A | B |\n|---|---|\n| x | y |\n根本原因\n上传失败。没有报警。"
    draft = cut(text, Context())
    assert all(text[i.start : i.end] == i.text for i in draft.items)
    assert all(text[s.start : s.end] == s.text for s in draft.sentences)


SENTENCES = [
    ("Late. Very late.", ["Late.", "Very late."]),
    ("Harbor Tools Co. sent it.", ["Harbor Tools Co. sent it."]),
    ("The buyer Mrs. Bradley wrote.", ["The buyer Mrs. Bradley wrote."]),
    ("It rose by 2.5 points. It fell.", ["It rose by 2.5 points.", "It fell."]),
    ("2.1 November 14: done.", ["2.1 November 14: done."]),
    ("上传失败。没有报警！", ["上传失败。", "没有报警！"]),
    ("See p. 3, e.g. Table 2. Then stop.", ["See p. 3, e.g. Table 2.", "Then stop."]),
]


@pytest.mark.parametrize(("text", "wanted"), SENTENCES)
def test_a_paragraph_is_cut_into_its_sentences(text: str, wanted: list[str]) -> None:
    assert [text[a:b] for a, b in sentence_spans(text)] == wanted
