"""Whatever a complete case holds, its letter has no hole, no leak, and nothing that is not a fact of the case."""

from __future__ import annotations

import io
import re

from docx import Document
from hypothesis import HealthCheck, given, settings

from appeal_core.case import Block, Case, Letter
from appeal_core.export.docx import to_docx
from appeal_core.export.docx_back import read_edited
from appeal_core.letter import boxes, compose, kind_for, plain_text, spans
from appeal_core.letter.plain import ascii_text
from tests.export.random_case import complete_cases

FIGURE = re.compile(r"\d+(?:[.,]\d+)*%?")
MENTION = re.compile(r"(?:Exhibits?|附件)\s?([A-Z]{1,2})(?![A-Za-z])")
LEAKS = ("None", "undefined", "Undefined", "[missing", "Said(", "<bound", "{{ item", "{{ f.")
CJK = re.compile("[\u4e00-\u9fff]")
RANDOM = settings(
    max_examples=40, deadline=None, derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much],
)  # fmt: skip


def figures_of(letter: Letter) -> set[str]:
    return {
        token for fact in letter.facts.values() for value in fact.values for token in FIGURE.findall(value)
    }


def words(block: Block, lang: str) -> str:
    cells = [cell for row in (block.table.rows if block.table else ()) for cell in row]
    return " ".join(t.zh if lang == "zh" else t.en for t in (block.heading, block.text, *cells))


@RANDOM
@given(complete_cases())
def test_a_complete_case_makes_a_letter_of_its_facts_alone(case: Case) -> None:
    if kind_for(case) == "none":
        return
    letter = compose(case)
    assert letter.gaps() == ()
    assert letter == compose(case)
    known, exhibits = figures_of(letter), {case.exhibit_letter(key) for key in case.exhibits}
    for lang in ("en", "zh"):
        text, places = plain_text(letter, lang), spans(letter, lang)
        assert not [leak for leak in LEAKS if leak in text]
        for block in letter.blocks():
            if block.id in places:
                start, end = places[block.id]
                body = text[start:end].removeprefix(block.number)
                assert set(FIGURE.findall(body)) <= {ascii_text(k, "en") for k in known}, body
        assert set(MENTION.findall(text)) <= exhibits
        assert all(box.strip() for box in boxes(letter, lang).values())


@RANDOM
@given(complete_cases())
def test_english_and_chinese_blocks_pair_up_on_the_same_facts(case: Case) -> None:
    if kind_for(case) == "none":
        return
    letter = compose(case)
    for block in letter.blocks():
        english, chinese = words(block, "en"), words(block, "zh")
        assert bool(english.strip()) == bool(chinese.strip()), block.id
        assert set(MENTION.findall(english)) == set(MENTION.findall(chinese)), block.id
        if block.table:
            assert all(bool(c.en) == bool(c.zh) for row in block.table.rows for c in row)
        for fact in (letter.facts[f] for f in block.facts):
            en = fact.values[0]
            zh = next((v for v in fact.values[1:] if CJK.search(v)), None if CJK.search(en) else en)
            if zh and zh != en and en.lower() in english.lower():
                assert zh in chinese, (block.id, fact.id)


@settings(parent=RANDOM, max_examples=8)
@given(complete_cases())
def test_every_such_letter_can_be_written_opened_and_read_back(case: Case) -> None:
    if kind_for(case) == "none":
        return
    letter = compose(case.replace(wishes=case.wishes.model_copy(update={"chart": False})))
    for lang in ("en", "zh"):
        data = to_docx(letter, lang, draft=False)
        assert Document(io.BytesIO(data)).paragraphs
        assert read_edited(data, letter).changes == ()
