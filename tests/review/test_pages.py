"""Rules, their pages in both languages and the written documents agree."""

from __future__ import annotations

import re

import pytest

from appeal_core.review import rule_pages
from appeal_core.review.document import FAMILIES, FOLDER, INDEX, index, page
from appeal_core.review.knowledge import phrase_groups
from appeal_core.review.pages import HEADINGS
from appeal_core.review.rules import modules, rules

AGAIN = "run python -m appeal_core.review.document"
TIGHT = re.compile(r"[\u3400-\u9fff][,:;?()!]|[,:;?()!][\u3400-\u9fff]")
SPACED = re.compile(r"[\u3400-\u9fff][A-Za-z0-9]|[A-Za-z0-9%][\u3400-\u9fff]")


def test_there_are_at_least_sixty_rules_in_all_families() -> None:
    assert len(rules()) >= 60
    assert {r.family for r in rules().values()} == set(FAMILIES)


def test_the_list_of_rules_is_as_the_rules_are() -> None:
    assert INDEX.read_text(encoding="utf-8") == index(), AGAIN


def test_each_rule_has_its_page_and_no_page_is_left_over() -> None:
    assert {f.stem for f in FOLDER.glob("*.md")} == set(rules()) == set(rule_pages()), AGAIN


@pytest.mark.parametrize("rule", sorted(rules()))
def test_a_page_is_as_its_rule_says_in_both_languages(rule: str) -> None:
    found = rule_pages()[rule]
    assert (FOLDER / f"{rule}.md").read_text(encoding="utf-8") == page(found), AGAIN
    for text in (found.title, found.looks, found.cares, found.example, found.instead):
        assert text.en and text.zh
        assert not TIGHT.search(text.zh) and not SPACED.search(text.zh), text.zh
    assert found.sources


@pytest.mark.parametrize("module", modules(), ids=lambda m: m.RULE.id)
def test_a_rules_file_holds_the_five_headings_in_order(module) -> None:  # type: ignore[no-untyped-def]
    places = [(module.__doc__ or "").find(f"\n{heading}\n") for heading in HEADINGS]
    assert -1 not in places and places == sorted(places)


def test_a_word_list_speaks_for_a_rule_that_reads_it() -> None:
    assert {g.rule for g in phrase_groups()} <= set(rules())
