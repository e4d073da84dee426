"""The catalogue's own sentences are left in peace, but for those that admit a thing on purpose."""

from __future__ import annotations

import re

import pytest

from appeal_core.catalog import Action, RootCause, causes
from appeal_core.review.context import Context
from appeal_core.review.engine import review_draft
from appeal_core.review.parts import cut
from appeal_core.review.rules import rules

SLOT = re.compile(r"\{(\w+)\}")
EVERY = 9  # one in so many: the others are alike
ADMISSIONS = {r.id for r in rules().values() if r.family == "danger"}
FILLED = {
    "chinese-punctuation",
    "date-impossible",
    "figure-differs",
    "half-width-punctuation",
    "long-sentence",
}
WORDS = sorted(r.id for r in rules().values() if r.about == "words" and r.id not in FILLED | {"grammar"})


def _sentences() -> list[str]:
    found = []
    for one in causes().values():
        for part, group in (("Root cause", one.root_causes), ("Actions completed", one.actions)):
            found += [f"{part}\n{said}" for entry in group for said in _filled(entry)]
    return found[::EVERY]


def _filled(entry: RootCause | Action) -> list[str]:
    texts = (entry.statement.en, entry.statement.zh)
    return [SLOT.sub(lambda match: _example(entry, match[1]), text) for text in texts]


def _example(entry: RootCause | Action, name: str) -> str:
    slot = entry.slots.get(name)
    if slot is not None and slot.options:
        return str(next(iter(slot.options.values())).en)
    return (
        "November 4" if slot is not None and slot.kind == "date" else (slot.example if slot else "") or "MF-1"
    )


@pytest.mark.parametrize("text", _sentences())
def test_a_sentence_of_the_catalogue_is_left_in_peace(text: str) -> None:
    found = {f.rule: f.match for f in review_draft(cut(text, Context()), only=WORDS)}
    assert {rule: match for rule, match in found.items() if rule not in ADMISSIONS} == {}
