"""From a sample to the least that makes an honest letter: at most twenty required answers."""

import pytest

from appeal_core.case import Case
from appeal_core.journey import composing, exporting, samples, tasks

NAMES = [s.name for s in samples.overview()]
PARTS = ("root_causes", "actions", "measures")


def minimal(case: Case) -> Case:
    """Only the first chosen answer of each kind; no report, no coding, no wish beyond the day."""
    kept = {part: dict(list(chosen(getattr(case, part)).items())[:1]) for part in PARTS}
    proofs = {a.exhibit for a in kept["actions"].values() if a.exhibit}
    first = next(iter(case.exhibits))
    exhibits = {k: e for k, e in case.exhibits.items() if k in (proofs or {first})}
    wishes = case.wishes.model_copy(update={"plan_for_store": type(case.wishes.plan_for_store)()})
    return case.replace(**kept, exhibits=exhibits, wishes=wishes, ticks={}, edits={}, set_aside={})


def chosen(answers):
    return {key: answer for key, answer in answers.items() if answer.chosen}


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("name", NAMES)
def test_a_first_letter_needs_at_most_twenty_answers(name, lang):
    case = minimal(samples.open_sample(name, lang, "least").case)
    needed = tasks.required(case)
    assert len(needed) <= 20, [r.path for r in needed]
    assert [r.path for r in needed if not r.answered] == []
    letter = composing.letter(case)
    assert letter.gaps() == (), letter.gaps()


@pytest.mark.parametrize("name", NAMES)
def test_each_required_answer_is_missed_when_it_is_taken_away(name):
    case = minimal(samples.open_sample(name, "en", "least").case)
    for needed in tasks.required(case):
        without = emptied(case, needed.path)
        if without is None:
            continue
        still = {r.path: r.answered for r in tasks.required(without)}
        assert not still.get(needed.path, False), needed.path


def emptied(case: Case, path: str) -> Case | None:
    """The case without what stands at a path, where it is a plain field."""
    if path.endswith((".check", ".done_on")):
        return case.with_value(path, None)
    if ".slots." in path or path.startswith("answers."):
        return case.with_value(f"{path}.en", "").with_value(f"{path}.zh", "")
    if path.startswith("seller."):
        return case.with_value(path, "")
    if path == "understanding.confirmed":
        return case.with_value(path, False)
    return None


@pytest.mark.parametrize("name", NAMES)
def test_nothing_that_must_be_mended_is_found_in_a_sample(name):
    case = samples.open_sample(name, "en", "whole").case
    letter = composing.letter(case)
    found = composing.findings(case, letter)
    assert [f.message.in_("en") for f in found if f.severity == "blocker"] == []
    assert exporting.is_ready(found, letter, case)
