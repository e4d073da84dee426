"""The samples' letters are left in peace; each planted fault is found in them, and nothing else is."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import pytest

from appeal_core.case import Block, Case, Finding, Letter
from appeal_core.journey import composing, samples
from appeal_core.language import Bilingual
from appeal_core.review import review_letter

NAMES = [
    "cancelled_out_of_stock", "item_not_as_described", "related_account", "restricted_book", "shipped_late",
    "tracking_not_tracking",
]  # fmt: skip
OPENING, ROOT, ACTIONS = "opening", "root_cause", "actions"
FAULTS = [
    ("absolute-promise", OPENING, "This will never happen again."),
    ("altered-paper", OPENING, "We changed the name on the invoice so that it fits."),
    ("appeal-mechanics", ROOT, "We could not submit the documents in time."),
    ("blames-others", ROOT, "The courier lost most of these parcels."),
    ("business-introduction", OPENING, "Our company was founded in 2011 in a small town."),
    ("buyer-personal-data", OPENING, "The buyer Mrs. Bradley has her money back."),
    ("chinese-punctuation", OPENING, "The list is attached，and it is complete."),
    ("date-impossible", OPENING, "On November 31 the list was read again."),
    ("dangerous-admission", ROOT, "We confirmed the orders before they were shipped."),
    ("emotion", OPENING, "We are deeply ashamed of this."),
    ("exhibit-not-attached", OPENING, "The whole list is Exhibit Z."),
    ("external-link", OPENING, "All photos are at https://drive.google.com/drive/u/4bXq."),
    ("future-in-actions", ACTIONS, "October 23: we will ask the carrier for a new contract (Exhibit A)."),
    ("good-record", OPENING, "We have always had excellent feedback."),
    ("identifier-malformed", OPENING, "Order 112-123456-7654321 belongs to this list."),
    ("ignorance", ROOT, "We were not aware of this rule."),
    ("known-template", OPENING, "After a thorough internal investigation the list was made."),
    ("marked-paper", OPENING, "We circled the product on each invoice."),
    ("minimizing", OPENING, "This was just a small mistake."),
    ("newness", ROOT, "We are a new seller."),
    ("others-sell-it", OPENING, "Other sellers still sell the same item."),
    ("pasted-policy", OPENING, "Sellers are required to keep all rules of this store."),
    ("penalty-statement", OPENING, "We declare this under penalty of perjury."),
    ("plea", OPENING, "Please give us a second chance."),
    ("pleasantries", OPENING, "We hope this letter finds you well."),
    ("policy-read", ACTIONS, "October 23: we have read all policies again."),
    ("question-to-amazon", OPENING, "When will you open our account?"),
    ("range-backwards", OPENING, "The list covers November 12 to November 3."),
    ("retail-source", ROOT, "We bought the goods at a supermarket."),
    ("review-request", ROOT, "We asked the buyers to remove their feedback."),
    ("sales-figures", OPENING, "Our annual revenue is above two million dollars."),
    ("scapegoat", ROOT, "One new employee made a mistake with the list."),
    ("second-account", OPENING, "We opened a second account to keep on selling."),
    ("shouting", OPENING, "Please read the list!!"),
    ("single-orders", ROOT, "Order 112-1234567-7654321 came too late to the buyer."),
    ("support-history", OPENING, "Seller Support told us that all was fine."),
    ("threat", OPENING, "Otherwise our lawyer will contact you."),
    ("training-unspecified", OPENING, "We trained our staff."),
    ("undated-action", ACTIONS, "The list was read by a second person (Exhibit A)."),
    ("unproven-action", ACTIONS, "October 23: the list was read by a second person."),
    ("vague-words", OPENING, "We will be more careful."),
    ("visible-gap", OPENING, "The list was made by [your name]."),
]  # fmt: skip


@cache
def _sample(name: str) -> tuple[Case, Letter]:
    case = samples.open_sample(name, "en", "c").case
    return case, composing.letter(case)


@pytest.fixture(autouse=True)
def _without_the_general_english_check(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("appeal_core.review.rules.grammar.slips", lambda draft: ())


@cache
def _before(name: str) -> frozenset[str]:
    case, letter = _sample(name)
    return frozenset(f.key for f in review_letter(letter, case))


def _with(letter: Letter, section: str, sentence: str) -> Letter:
    """The letter with a sentence of the seller's own at the end of a section."""
    ours = Block(id="planted", kind="point" if section == ACTIONS else "paragraph", edited=True,
                 text=Bilingual(en=sentence, zh=sentence))  # fmt: skip
    sections = tuple(
        s.model_copy(update={"blocks": (*s.blocks, ours)}) if s.id == section else s for s in letter.sections
    )
    return letter.model_copy(update={"sections": sections})


def _above_advice(found: tuple[Finding, ...]) -> Iterator[str]:
    return (f"{f.rule}: {f.match or f.message.in_('en')}" for f in found if f.severity != "advice")


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("name", NAMES)
def test_a_samples_letter_has_nothing_above_advice(name: str, lang: str) -> None:
    case, letter = _sample(name)
    assert list(_above_advice(review_letter(letter, case, "zh" if lang == "zh" else "en"))) == []


@pytest.mark.parametrize(("rule", "section", "sentence"), FAULTS, ids=[f[0] for f in FAULTS])
def test_a_planted_fault_is_found_and_nothing_else(rule: str, section: str, sentence: str) -> None:
    for name in NAMES:
        case, letter = _sample(name)
        planted = review_letter(_with(letter, section, sentence), case)
        found = [f for f in planted if f.key not in _before(name)]
        extra = {"unproven-action"} if rule == "policy-read" else set()
        assert {f.rule for f in found} == {rule} | extra, f"{name}: {[(f.rule, f.match) for f in found]}"
        assert all(f.block == "planted" for f in found)


def test_there_are_at_least_thirty_planted_faults() -> None:
    assert len({rule for rule, _, _ in FAULTS}) >= 30
