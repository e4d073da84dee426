"""Every cue file says which sentences it must hear and which it must not."""

import re

import pytest

from appeal_core.catalog.cue_entries import Cue
from appeal_core.catalog.cue_loader import (
    ask_cues,
    cause_cues,
    no_notice_path,
    notice_states,
    notice_structure,
    questions,
    replies,
    warnings,
)
from appeal_core.text.cues import compiled, parts_of
from appeal_core.text.folding import fold
from appeal_core.text.listen import Heard, spoken
from appeal_core.text.tongue import languages

CONTRACT = [
    "order_defect_rate",
    "late_shipment_rate",
    "cancellation_rate",
    "valid_tracking_rate",
    "on_time_delivery_rate",
    "invoice_defect_rate",
    "confirmed_before_shipping",
    "seller_fulfilled_review",
    "inauthentic",
    "counterfeit",
    "counterfeit_rights_owner",
    "trademark",
    "copyright",
    "patent",
    "design_right",
    "intellectual_property",
    "court_order",
    "used_sold_as_new",
    "not_as_described",
    "expired",
    "product_safety",
    "restricted_product",
    "product_compliance",
    "eu_responsible_person",
    "producer_responsibility",
    "variation_abuse",
    "detail_page_abuse",
    "review_manipulation",
    "sales_rank_manipulation",
    "drop_shipping",
    "fair_pricing",
    "code_of_conduct",
    "buyer_messages",
    "fba_reimbursement",
    "fba_inbound",
    "related_account",
    "multiple_accounts",
    "fraud",
    "forged_documents",
    "identity_verification",
    "inform_verification",
    "vat_establishment",
    "account_compromised",
    "dormant_account",
    "account_health_rating",
    "funds_reserve",
]


def _weight(code: str, sentence: str) -> float:
    return Heard(fold(sentence)).weight(spoken(cause_cues()[code].cues, languages(sentence)))


def test_every_cause_of_the_contract_has_cues_in_english_and_chinese() -> None:
    assert set(cause_cues()) == set(CONTRACT)
    for entry in cause_cues().values():
        assert entry.cues["en"] and entry.cues["zh"], entry.code


@pytest.mark.parametrize(
    ("code", "sentence"), [(c.code, s) for c in cause_cues().values() for s in c.must_match]
)
def test_a_sentence_that_states_the_cause_is_heard(code: str, sentence: str) -> None:
    assert _weight(code, sentence) >= 0.5


@pytest.mark.parametrize(
    ("code", "sentence"), [(c.code, s) for c in cause_cues().values() for s in c.must_not_match]
)
def test_a_sentence_beside_the_point_is_not_heard(code: str, sentence: str) -> None:
    assert _weight(code, sentence) < 0.5


def _cues(value: object) -> list[Cue]:
    if isinstance(value, Cue):
        return [value]
    if isinstance(value, dict):
        return [cue for item in value.values() for cue in _cues(item)]
    if isinstance(value, tuple):
        return [cue for item in value for cue in _cues(item)]
    fields = getattr(type(value), "model_fields", {})
    return [cue for name in fields for cue in _cues(getattr(value, name))]


def test_every_pattern_is_a_regular_expression_that_needs_something() -> None:
    files = (cause_cues(), notice_structure(), notice_states(), ask_cues(), warnings(), replies())
    for cue in [cue for file in files for cue in _cues(file)]:
        for part in (*parts_of(cue.pattern), *(parts_of(cue.unless) if cue.unless else ())):
            assert not compiled(part).search(""), part


def test_names_that_outrank_others_exist() -> None:
    for entry in cause_cues().values():
        assert set(entry.outranks) <= set(CONTRACT) - {entry.code}, entry.code


def test_chinese_texts_of_these_files_use_full_width_punctuation() -> None:
    texts = [t.zh for q in questions() for t in (q.text, q.why)]
    texts += [w.text.zh for w in warnings().values()] + [r.advice.zh for r in replies()]
    path = no_notice_path()
    texts += [r.text.zh for r in path.rules] + [path.otherwise.zh]
    texts += [t.zh for q in path.questions for t in (q.text, q.why, *(c.name for c in q.choices))]
    for text in texts:
        assert text
        assert not re.search(r"[\u4e00-\u9fff][,:;?()!]|[,:;?()!][\u4e00-\u9fff]", text), text
