"""The review is measured on labelled texts, and what is published stays true."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from appeal_core.language import BadInput
from appeal_core.review.evaluate import evaluate, main, table
from appeal_core.text.labelled import read_labelled

SETS = Path(__file__).parent / "sets"
DOCUMENT = Path(__file__).parents[2] / "docs" / "review.md"


def _item(text: str, *labels: tuple[str, str | None], scope: str = "sentence") -> dict:
    findings = [{"rule": rule, "match": match} for rule, match in labels]
    return {"id": "x", "lang": "en", "scope": scope, "text": text, "findings": findings}


def test_a_label_found_over_its_words_counts_for_both_sides() -> None:
    score = evaluate([_item("Please give us a second chance.", ("plea", "a second chance"))])
    assert (score.whole.precision, score.whole.recall, score.misses) == (1.0, 1.0, ())


def test_a_finding_without_a_label_costs_precision_and_a_label_without_a_finding_recall() -> None:
    text = "Please give us a second chance. The list was read."
    score = evaluate([_item(text, ("threat", "The list was read"))])
    assert (score.whole.precision, score.whole.recall) == (0.0, 0.0)
    assert score.rules["plea"].found == 1 and score.rules["threat"].labelled == 1
    assert len(score.misses) == 2


def test_the_right_rule_over_other_words_is_wrong() -> None:
    text = "The list was read. Please give us a second chance."
    assert evaluate([_item(text, ("plea", "The list was read"))]).whole.precision == 0.0


def test_what_is_missing_is_labelled_without_words_and_asked_of_whole_letters_only() -> None:
    text = "Root cause\nNo count was kept.\nActions taken\nNovember 3: stock was counted (Exhibit A).\n"
    label = ("missing-part", None)
    assert evaluate([_item(text, label, scope="draft")]).rules["missing-part"].recall == 1.0
    assert evaluate([_item(text)]).whole.found == 0


def test_the_notice_may_stand_beside_a_text() -> None:
    item = _item("The evening upload failed. We do not sell counterfeit goods.", ("off-cause", "counterfeit"))
    item["context"] = {"causes": [{"code": "late_shipment_rate", "score": 0.9}]}
    assert evaluate([item]).rules["off-cause"].recall == 1.0


def test_the_published_goals_hold_on_the_part_that_was_put_aside() -> None:
    score = evaluate(read_labelled(SETS / "held_out.jsonl"))
    assert score.whole.precision is not None and score.whole.precision >= 0.95
    assert score.whole.recall is not None and score.whole.recall >= 0.9
    assert table(score) in DOCUMENT.read_text(encoding="utf-8"), "docs/review.md holds an older table"


def test_the_set_is_as_large_as_it_says_and_half_of_it_is_good() -> None:
    items = [i for name in ("dev", "held_out") for i in read_labelled(SETS / f"{name}.jsonl")]
    drafts = [i for i in items if i["scope"] == "draft"]
    assert len(drafts) >= 120 and len(items) - len(drafts) >= 400
    good = sum(not i["findings"] for i in items)
    assert 0.4 <= good / len(items) <= 0.6
    assert {i["lang"] for i in items} == {"en", "zh"} and any(i.get("english") == "seller" for i in items)
    assert len({i["id"] for i in items}) == len(items)


def test_the_command_prints_a_row_a_rule_and_refuses_what_it_cannot_read(tmp_path, capsys) -> None:  # type: ignore[no-untyped-def]
    file = tmp_path / "few.jsonl"
    file.write_text(json.dumps(_item("Please give us a second chance.", ("plea", "second chance"))) + "\n")
    assert main([str(file)]) == 0
    assert "| plea | 1 | 1 | 1.000 | 1.000 |" in capsys.readouterr().out
    file.write_text("not json\n")
    assert main([str(file)]) == 2 and main([]) == 2
    with pytest.raises(BadInput):
        read_labelled(tmp_path / "none.jsonl")


def test_the_table_names_what_was_never_found() -> None:
    assert "| threat | 1 | 0 | – | 0.000 |" in table(
        evaluate([_item("All is well.", ("threat", "All is well"))])
    )
