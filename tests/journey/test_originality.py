"""Letters of other cases are compared by marks: sameness is told, and no word of another case is held."""

import json
import re

import pytest

from appeal_core.journey import begin, composing, originality, samples


def opened(name, lang, case_id="mine"):
    """A sample as somebody's own case whose letter Amazon reads in `lang`."""
    case = samples.open_sample(name, lang, case_id).case.replace(sample=None)
    notice = case.notices[-1]
    diagnosis = notice.diagnosis.model_copy(update={"plan_languages": (lang,)})
    return case.replace(notices=(notice.model_copy(update={"diagnosis": diagnosis}),))


@pytest.fixture(scope="module", params=["en", "zh"])
def late(request):
    return opened("shipped_late", request.param)


def rules(case, others):
    return [f.rule for f in composing.findings(case, composing.letter(case), others)]


def test_the_letter_is_in_the_language_that_is_tested(late):
    assert composing.letter(late).language == late.language


def test_the_same_letter_of_another_case_is_found(late):
    theirs = originality.marks(late.with_value("seller.store_name", "Sister Shop"))
    assert "like-another-case" in rules(late, [theirs])
    assert "like-another-case" not in rules(late, [])


def test_a_letter_that_was_sent_counts_in_the_words_in_which_it_was_sent(late):
    from tests.journey.test_sending import SENT

    attempt = {"sent_at": SENT.isoformat(), "kind": "plan_of_action",
               "text": composing.plain(composing.letter(late), late.language)}  # fmt: skip
    sent = late.with_value("attempts.a1", attempt).replace(root_causes={}, actions={}, measures={})
    assert "like-another-case" in rules(late, [originality.marks(sent)])


def test_one_form_of_words_with_other_facts_stays_quiet(late):
    """Both letters are composed from one catalogue; what each says of its shop differs."""
    text = composing.plain(composing.letter(late), late.language)
    moved = re.sub(r"\d", lambda digit: str((int(digit[0]) + 3) % 10), text)
    attempt = {"sent_at": "2026-11-20T09:00:00+00:00", "kind": "plan_of_action", "text": moved}
    other = late.with_value("attempts.a1", attempt)
    assert "like-another-case" not in rules(late, [originality.marks(other)])


@pytest.mark.parametrize("name", [s.name for s in samples.overview() if s.name != "shipped_late"])
def test_another_honest_letter_stays_quiet(late, name):
    other = opened(name, late.language, "other")
    assert "like-another-case" not in rules(late, [originality.marks(other)])


def test_marks_hold_no_word_of_a_letter(late):
    held = json.dumps(sorted(originality.marks(late)))
    text = composing.plain(composing.letter(late), late.language).lower()
    words = set(re.findall(r"[a-z]{5,}|[\u4e00-\u9fff]", text))
    assert words and originality.marks(late) and not [w for w in words if w in held]


def test_a_sample_and_a_case_without_a_letter_have_no_marks(late):
    assert originality.marks(late.replace(sample="shipped_late")) == frozenset()
    assert originality.marks(begin.new_case("n", late.created_at)) == frozenset()


def test_two_cases_of_one_account_have_one_mark(late):
    assert originality.account(late) == originality.account(late.replace(id="second"))
    assert originality.account(late) != originality.account(
        late.with_value("seller.merchant_token", "A2OTHER")
    )
    assert originality.account(begin.new_case("n", late.created_at)) == ""
