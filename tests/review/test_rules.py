"""Every rule marks its firing examples and stays quiet on the others."""

from __future__ import annotations

import pytest

from appeal_core.review.context import Context
from appeal_core.review.engine import review_draft
from appeal_core.review.knowledge import phrase_groups
from appeal_core.review.letters import draft_of_letter
from appeal_core.review.parts import cut
from appeal_core.review.rule import Example
from appeal_core.review.rules import modules, rules

CASES = [
    pytest.param(module.RULE.id, example, id=f"{module.RULE.id}-{example.kind}-{number}")
    for module in modules()
    for number, example in enumerate(module.EXAMPLES)
]
PHRASES = [
    pytest.param(group.rule, sentence, fires, id=f"{group.rule}-{'fires' if fires else 'quiet'}-{n}-{i}")
    for n, group in enumerate(phrase_groups())
    for fires, sentences in ((True, group.fires), (False, group.quiet))
    for i, sentence in enumerate(sentences)
]


def _found(rule: str, example: Example) -> list[str | None]:
    context = example.context
    draft = (
        draft_of_letter(context.letter, context.case, "en") if context.letter else cut(example.text, context)
    )
    return [f.match for f in review_draft(draft, only=[rule])]


@pytest.mark.parametrize(("rule", "example"), CASES)
def test_a_rule_fires_and_stays_quiet_as_its_examples_say(rule: str, example: Example) -> None:
    found = _found(rule, example)
    if example.kind != "fires":
        assert found == []
    elif example.match is None:
        assert found
    else:
        assert example.match in found


@pytest.mark.parametrize(("rule", "sentence", "fires"), PHRASES)
def test_a_phrase_group_proves_itself(rule: str, sentence: str, fires: bool) -> None:
    found = review_draft(cut(sentence, Context()), only=[rule])
    assert bool(found) is fires


@pytest.mark.parametrize("module", modules(), ids=lambda m: m.__name__.rsplit(".", 1)[-1])
def test_each_rule_has_a_firing_a_quiet_and_a_near_example_and_a_whole_page(module) -> None:  # type: ignore[no-untyped-def]
    assert {e.kind for e in module.EXAMPLES} == {"fires", "quiet", "near"}
    for heading in ("What it looks for", "Why Amazon cares", "Example", "Write instead", "Sources"):
        assert f"\n{heading}\n" in (module.__doc__ or "")
    assert module.RULE.id == module.__name__.rsplit(".", 1)[-1].replace("_", "-")


def test_every_phrase_group_belongs_to_a_rule() -> None:
    assert {g.rule for g in phrase_groups()} <= set(rules())
