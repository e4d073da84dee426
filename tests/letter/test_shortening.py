"""The least valuable sentences go first, and nothing goes that the letter must say."""

from __future__ import annotations

import pytest

from appeal_core.case import Case, Edit, Words
from appeal_core.language import Bilingual
from appeal_core.letter import compose
from appeal_core.letter.own_words import count_words, own_words
from appeal_core.letter.shortening import shortening, with_cuts

FOUND = Words(
    en="All 8 were scanned on time. We value every order. The scans of November 3 show it.",
    zh="这 8 笔订单均按时扫描。我们重视每笔订单。11 月 3 日的扫描记录可以证明。",
)


@pytest.fixture
def wordy(case: Case) -> Case:
    """The case with free words beside a root cause."""
    cause = case.root_causes["failed_upload"].model_copy(update={"found": FOUND})
    return case.replace(root_causes={**case.root_causes, "failed_upload": cause})


def test_sentences_without_a_fact_go_first_then_what_is_optional(wordy: Case) -> None:
    plan = shortening(compose(wordy), "en", 1)
    told = [(c.sentence, c.why.in_("en")) for c in plan.cuts]
    assert told[:2] == [
        ("We value every order.", "No fact of the case stands in it."),
        ("The two benches come back last.", "A plan for the store is optional."),
    ]
    assert not plan.reached and plan.after == plan.words - sum(c.words for c in plan.cuts)


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_what_a_statement_says_is_never_offered(wordy: Case, lang: str) -> None:
    letter = compose(wordy)
    cut = " ".join(c.sentence for c in shortening(letter, lang, 0).cuts)  # type: ignore[arg-type]
    for words in ("Please reactivate", "The failure lay", "was set to", "请重新激活", "Exhibit", "附件"):
        assert words not in cut


def test_no_more_goes_than_the_target_needs(wordy: Case) -> None:
    letter = compose(wordy)
    words = shortening(letter, "en", 10_000).words
    assert shortening(letter, "en", words).cuts == ()
    one = shortening(letter, "en", words - 1)
    assert len(one.cuts) == 1 and one.reached


def test_each_cut_is_the_words_at_its_place(wordy: Case) -> None:
    letter = compose(wordy)
    blocks = {b.id: b for b in letter.blocks()}
    for cut in shortening(letter, "zh", 0).cuts:
        assert blocks[cut.block].text.zh[cut.start : cut.end] == cut.sentence
        assert cut.words == count_words(cut.sentence)


def test_taken_cuts_leave_the_letter_that_much_shorter_in_both_languages(wordy: Case) -> None:
    letter = compose(wordy)
    plan = shortening(letter, "en", 0)
    shorter = compose(with_cuts(wordy, letter, "en", plan, [plan.cuts[0].key]))
    block = next(b for b in shorter.blocks() if b.id == "root:failed_upload")
    assert block.edited and "We value" not in block.text.en and "我们重视" not in block.text.zh
    assert "scanned on time. The scans of November 3" in block.text.en
    assert shortening(shorter, "en", 0).words == plan.words - plan.cuts[0].words


def test_where_the_languages_do_not_pair_the_other_one_waits_for_its_words(wordy: Case) -> None:
    case = wordy.with_value("root_causes.failed_upload.found.zh", "这 8 笔订单均按时扫描")
    letter = compose(case)
    plan = shortening(letter, "en", 0)
    key = next(c.key for c in plan.cuts if c.sentence.startswith("We value"))
    edits = with_cuts(case, letter, "en", plan, [key]).edits
    assert edits["root:failed_upload"].zh is None and edits["root:failed_upload"].en


def test_the_share_of_own_words_counts_facts_and_not_our_sentences(case: Case) -> None:
    found = own_words(compose(case), "en")
    shares = dict(found.blocks)
    assert 0.2 < found.share < 0.7 and 0 < found.own < found.words
    assert shares["request"] > 0.4 > shares["prevention"]
    assert [s for _, s in found.blocks] == sorted(s for _, s in found.blocks)


def test_words_that_the_seller_wrote_are_all_the_cases_own(case: Case) -> None:
    edited = case.replace(edits={"opening": Edit(en="We were late and say why.", zh="我们发货迟了。")})
    assert dict(own_words(compose(edited), "en").blocks)["opening"] == 1.0


def test_a_number_inside_another_is_not_that_number(case: Case) -> None:
    letter = compose(case)
    block = letter.blocks()[0].model_copy(update={"text": Bilingual(en="It is 1137 and 37x.", zh="")})
    first = letter.sections[0].model_copy(update={"blocks": (block,)})
    assert own_words(letter.model_copy(update={"sections": (first,)}), "en").own == 0
