"""What else a diagnosis holds: how old papers may be, what more is wanted of, what decides between two causes."""

import pytest

from appeal_core.catalog.cue_loader import cause_cues
from appeal_core.journey import asked
from appeal_core.notice import diagnose


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Please send invoices for your listings that were issued in the last 365 days.", [365]),
        ("Your account: upload a utility bill dated within the last 90 days and receipts from the past 180 days.", [90]),
        ("Upload a utility bill of your account dated within the last 90 days.\nSend invoices from the past 180 days.", [90, 180]),
        ("请提供过去 365 天内供应商开具的发票，以恢复您的商品。", [365]),
        ("過去365日以内の請求書をご提出ください。出品を再開するために必要です。", [365]),
        ("Ihr Angebot wurde entfernt. Bitte senden Sie uns Rechnungen aus den letzten 180 Tagen.", [180]),
        ("Envíe facturas de los últimos 365 días para sus productos.", [365]),
        ("Envoyez les factures des 365 derniers jours pour vos produits.", [365]),
        ("Invii le fatture degli ultimi 365 giorni per i suoi prodotti.", [365]),
        ("Funds in your seller account may be held for up to 90 days.", []),
        ("Your late shipment rate over the last 30 days was 9%.", []),
    ],
)  # fmt: skip
def test_how_old_papers_may_be_is_as_the_notice_says(text: str, days: list[int]) -> None:
    found = diagnose(text)
    assert [w.days for w in found.windows] == days
    assert all(found.text[w.start : w.end] == w.text for w in found.windows)
    assert [w["days"] for w in asked.diagnosis_json(found, "en")["windows"]] == days


@pytest.mark.parametrize(
    ("text", "named"),
    [
        (
            "Thank you for your appeal. We do not have enough information to reactivate your account. Please send:\n"
            "-- Greater detail on the root causes of buyers receiving the wrong item.\n"
            "-- Greater detail on the root causes of packages that were not scanned.\n"
            "-- Greater detail on the steps you have taken to prevent late handover.",
            [
                "the root causes of buyers receiving the wrong item",
                "the root causes of packages that were not scanned",
                "the steps you have taken to prevent late handover",
            ],
        ),
        (
            "您提交的行动计划不完整，无法重新激活您的账户。请补充：\n- 有关订单取消根本原因的更多详情\n- 关于库存核对措施的更多详细信息",
            ["订单取消根本原因", "库存核对措施"],
        ),
        ("Your account was deactivated. For more information about our policies, visit Seller Central.", []),
    ],
)
def test_each_thing_that_more_is_wanted_of_is_named(text: str, named: list[str]) -> None:
    found = diagnose(text)
    assert [d.text for d in found.details] == named
    assert all(found.text[d.start : d.end] == d.text for d in found.details)


def test_a_runner_up_in_the_same_sentence_asks_what_decides() -> None:
    found = diagnose(
        "We removed your listing because of complaints about authenticity and condition: used sold as new."
    )
    assert len(found.causes) > 1
    assert "one_or_both" in {q.id for q in found.questions}
    two = diagnose(
        "Your late shipment rate is 9%, above our target of 4%.\nYour cancellation rate is 4%, above our target of 2.5%.\n"
        "Your seller-fulfilled offers have been deactivated."
    )
    assert {c.code for c in two.causes} == {"late_shipment_rate", "cancellation_rate"}
    assert all(c.evidence for c in two.causes) and "one_or_both" not in {q.id for q in two.questions}


def test_every_cause_of_the_catalogue_can_be_found_by_its_own_sentences() -> None:
    for code, entry in cause_cues().items():
        found = [c.code for sentence in entry.must_match for c in diagnose(f"{sentence}\nASIN").causes]
        assert code in found, code
