"""What is asked and where it is answered: whole letters have no hole, and each hole is named."""

import io

import docx
import pytest

from appeal_core.catalog import causes
from appeal_core.journey import composing, doors, samples
from appeal_core.journey.coverage import coverage
from appeal_core.journey.coverage_paper import coverage_docx
from appeal_core.journey.lines import lines
from appeal_core.journey.skim import skim
from tests.journey.answered import answered, noticed

SAMPLES = [s.name for s in samples.overview()]


def sample(name, lang="en"):
    return samples.open_sample(name, lang, "x").case


def found(case):
    return coverage(case, composing.letter(case))


@pytest.fixture(scope="module")
def late():
    return sample("shipped_late")


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("name", SAMPLES)
def test_a_whole_letter_answers_each_demand_at_a_line_of_its_own(name, lang):
    case = sample(name, lang)
    table, known = found(case), lines(composing.letter(case))
    assert table.holes == ()
    assert {a.code for a in table.asks} >= {a.code for a in case.diagnosis.asks}
    for ask in table.asks:
        assert ask.places or ask.other_door
        assert all(known[p.number - 1] == p for p in ask.places)
    assert all(step.place and step.exhibit for c in table.causes for step in c.actions)


@pytest.mark.parametrize("code", list(causes()))
def test_a_letter_with_every_answer_has_no_hole(code):
    case = answered(code, door="acknowledge" if len(doors.doors(noticed(code))) > 1 else None)
    if composing.has_letter(case):
        assert [h.in_("en") for h in found(case).holes] == []


def test_the_same_number_is_the_same_line_in_both_languages(late):
    by_number = {x.number: x for x in lines(composing.letter(late))}
    assert all(x.text.en and x.text.zh for x in by_number.values())
    assert by_number[10].text.en.startswith("Of 84 orders") and "84 笔订单" in by_number[10].text.zh


@pytest.mark.parametrize(
    ("path", "value", "hole"),
    [
        ("actions.replay_on_past_orders.exhibit", None, "proof of this action (an exhibit)"),
        ("actions.train_second_person.done_on", None, "the day of this action"),
        ("measures.weekly_handling_review.owner", "", "who runs this measure"),
    ],
)
def test_a_hole_of_a_step_is_named_with_the_words_of_its_gap(late, path, value, hole):
    assert hole in [h.in_("en") for h in found(late.with_value(path, value)).holes]


def test_a_root_cause_without_action_or_measure_is_a_hole_as_the_review_says(late):
    bare = late.replace(
        actions={k: a for k, a in late.actions.items() if k == "train_second_person"},
        measures={k: m for k, m in late.measures.items() if k == "weekly_handling_review"},
    )
    said = {h.in_("en") for h in found(bare).holes}
    findings = composing.findings(bare, composing.letter(bare))
    rules = {
        f.message.in_("en") for f in findings if f.rule in ("cause-without-action", "cause-without-measure")
    }
    assert len(rules) == 2 and rules <= said


def test_a_cause_without_a_root_cause_and_a_part_without_a_word_are_holes(late):
    bare = late.replace(root_causes={}, actions={})
    said = [h.in_("en") for h in found(bare).holes]
    assert "No root cause is named for this: Late shipment rate." in said
    assert "Nothing in the letter answers this: Actions taken." in said


def test_a_dispute_does_not_lack_the_plan_that_it_refuses(late):
    case = late.with_value("understanding.door", "dispute")
    table = found(case)
    assert {a.code for a in table.asks if a.other_door} >= {"corrective_actions", "prevention"}
    assert table.causes == ()


def test_a_status_request_answers_no_notice(late):
    case = late.replace(wishes=late.wishes.model_copy(update={"kind": "status_request"}))
    assert found(case).asks == ()


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_in_word_the_tables_have_header_rows_and_holes_are_red(late, lang):
    bare = late.with_value("actions.replay_on_past_orders.exhibit", None).replace(measures={})
    data = coverage_docx(bare, composing.letter(bare), lang)
    assert data == coverage_docx(bare, composing.letter(bare), lang)
    document = docx.Document(io.BytesIO(data))
    asks, roots = document.tables
    assert all(table.rows[0]._tr.trPr.xpath("w:tblHeader") for table in document.tables)
    assert len(asks.rows) == 6 and len(roots.columns) == 4
    gap = next(s for s in document.styles if s.name == "Gap")
    assert str(gap.font.color.rgb) == "B3261E"
    red = [r.text for t in document.tables for row in t.rows for c in row.cells for p in c.paragraphs
           for r in p.runs if r.style.name == "Gap"]  # fmt: skip
    wanted = {"en": ("[no proof]", "[not answered in the letter]", "[no preventive measure]"),
              "zh": ("【缺少证据】", "【信中未回应】", "【缺少预防措施】")}[lang]  # fmt: skip
    assert set(wanted) <= set(red)


def test_the_skim_view_shows_each_part_once_and_says_what_keeps_it_from_being_complete(late):
    letter = composing.letter(late)
    seen = skim(late, letter, coverage(late, letter), composing.findings(late, letter))
    parts = [line.part.en for line in seen.firsts]
    assert parts == [
        "Opening",
        "Figures",
        "1. The root cause of the late shipments",
        "2. The actions you have taken to resolve the late shipments",
        "3. The steps you have taken to prevent late shipments going forward",
        "4. Request",
    ]
    assert seen.opens == () and 60 < seen.seconds < 240
    bare = late.replace(measures={})
    letter = composing.letter(bare)
    opens = skim(bare, letter, coverage(bare, letter), composing.findings(bare, letter)).opens
    assert any("must be mended" in o.in_("en") for o in opens) and len(opens) > 2
    assert not any("%" in o.in_("en") for o in opens)
