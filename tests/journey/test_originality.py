"""Letters of other cases are compared by marks: sameness is told, and no word of another case is held."""

import json

import pytest

from appeal_core.journey import begin, composing, originality, samples


@pytest.fixture(scope="module")
def late():
    return samples.open_sample("shipped_late", "en", "mine").case.replace(sample=None)


def rules(case, others):
    return [f.rule for f in composing.findings(case, composing.letter(case), others)]


def test_the_same_letter_of_another_case_is_found(late):
    theirs = originality.marks(late.with_value("seller.store_name", "Sister Shop"))
    assert "like-another-case" in rules(late, [theirs])
    assert "like-another-case" not in rules(late, [])


def test_a_letter_that_was_sent_counts_in_the_words_in_which_it_was_sent(late):
    from tests.journey.test_sending import SENT

    attempt = {"sent_at": SENT.isoformat(), "kind": "plan_of_action",
               "text": composing.plain(composing.letter(late), "en")}  # fmt: skip
    sent = late.with_value("attempts.a1", attempt).replace(root_causes={}, actions={}, measures={})
    assert "like-another-case" in rules(late, [originality.marks(sent)])


@pytest.mark.parametrize("name", [s.name for s in samples.overview() if s.name != "shipped_late"])
def test_another_honest_letter_stays_quiet(late, name):
    other = samples.open_sample(name, "en", "other").case.replace(sample=None)
    assert "like-another-case" not in rules(late, [originality.marks(other)])


def test_marks_hold_no_word_of_a_letter(late):
    held = json.dumps(sorted(originality.marks(late)))
    words = {w for w in composing.plain(composing.letter(late), "en").lower().split() if len(w) > 4}
    assert originality.marks(late) and not [w for w in words if w in held]


def test_a_sample_and_a_case_without_a_letter_have_no_marks(late):
    assert originality.marks(late.replace(sample="shipped_late")) == frozenset()
    assert originality.marks(begin.new_case("n", late.created_at)) == frozenset()


def test_two_cases_of_one_account_have_one_mark(late):
    assert originality.account(late) == originality.account(late.replace(id="second"))
    assert originality.account(late) != originality.account(
        late.with_value("seller.merchant_token", "A2OTHER")
    )
    assert originality.account(begin.new_case("n", late.created_at)) == ""
