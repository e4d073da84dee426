"""Templates are ours, strict, and print facts alone."""

from __future__ import annotations

import jinja2
import pytest

from appeal_core.language import Bilingual
from appeal_core.letter.facts import GATHERERS
from appeal_core.letter.kinds import KINDS
from appeal_core.letter.said import Said, fill, lowered, sentence
from appeal_core.letter.template import Printed, read_template, render


def test_rendering_notes_the_facts_that_were_printed_and_no_others() -> None:
    printed = Printed()
    facts = {"a": Said("A", "甲", ("fact.a",)), "b": Said("B", "乙", ("fact.b",))}
    assert render(Bilingual(en="{{ a }}."), facts, printed) == Bilingual(en="A.", zh="甲.")
    assert list(printed.facts) == ["fact.a"]


@pytest.mark.parametrize("value", [None, 3, Bilingual(en="x")])
def test_a_value_that_is_no_fact_cannot_be_printed(value: object) -> None:
    with pytest.raises(TypeError, match="facts"):
        render(Bilingual(en="{{ a }}"), {"a": value}, Printed())


def test_a_name_that_was_not_gathered_fails_loudly() -> None:
    with pytest.raises(jinja2.UndefinedError):
        render(Bilingual(en="{{ nothing }}"), {}, Printed())


def test_a_text_of_two_languages_cannot_slip_through_as_one() -> None:
    with pytest.raises(TypeError, match="two languages"):
        render(Bilingual(en="{{ a ~ 'x' }}"), {"a": Said("A", "甲")}, Printed())


def test_spaces_before_marks_and_between_chinese_words_go() -> None:
    texts = Bilingual(en="one , two ( three ) .", zh="甲 乙 ， 丙 3 笔")
    assert render(texts, {}, Printed()) == Bilingual(en="one, two ( three).", zh="甲乙，丙 3 笔")


@pytest.mark.parametrize("kind", KINDS)
def test_a_template_gathers_only_what_exists(kind: str) -> None:
    assert set(read_template(kind).gather) <= set(GATHERERS)


@pytest.mark.parametrize(
    ("given", "inside"),
    [
        ("Late shipment rate", "late shipment rate"),
        ("FBA inbound", "FBA inbound"),
        ("A-to-z claims", "A-to-z claims"),
    ],
)
def test_a_name_inside_a_sentence_starts_small_unless_it_is_a_short_form(given: str, inside: str) -> None:
    assert lowered(Said(given, "名")).en == inside


@pytest.mark.parametrize(
    ("given", "ended"), [("Done", "Done."), ("Done.", "Done."), ("[missing: x]", "[missing: x]")]
)
def test_a_sentence_is_ended_once(given: str, ended: str) -> None:
    assert sentence(Said(given, "完成")).en == ended


def test_braces_of_a_sellers_words_are_left_alone_when_a_pattern_is_filled() -> None:
    said = fill("{a} of {b}", "{b} 的 {a}", {"a": Said("{b}", "{b}"), "b": Said("2", "2")})
    assert (said.en, said.zh) == ("{b} of 2", "2 的 {b}")
