"""Identifiers, clocks, figures, demands, warnings: each from its sentence."""

import subprocess
import sys

import pytest

from appeal_core.language import BadInput
from appeal_core.notice import diagnose

NOTICE = """Hello Pine Harbor Trading,
Your Amazon.ca seller account has been deactivated. Funds will be held for 90 days.
Why is this happening?
Your order defect rate is 1.86% (14 of 752 orders) over 60 days, above our target of 1%.
How do I reactivate my account?
Send a plan of action in English or Chinese within 17 days with the root cause, the actions you have taken and the steps to prevent it.
You can attach .pdf, .jpg or .png files. We usually respond within 48 hours.
Orders: 700-1234567-7654321, 701-7654321-1234567. ASIN: B0TESTAAA1. Case ID: 9000000001.
Write to payments-funds@amazon.ca about funds."""


def test_identifiers_are_read() -> None:
    d = diagnose(NOTICE)
    assert d.marketplace == "CA"
    assert d.order_ids == ("700-1234567-7654321", "701-7654321-1234567")
    assert d.asins == ("B0TESTAAA1",)
    assert d.complaint_ids == ("9000000001",)
    assert d.emails == ("payments-funds@amazon.ca",)
    assert d.accepted_files == ("pdf", "jpg", "png")
    assert d.plan_languages == ("en", "zh")


def test_the_sellers_clock_is_the_plans_not_the_funds_nor_amazons() -> None:
    d = diagnose(NOTICE)
    assert d.deadline is not None
    assert (d.deadline.hours, d.text[d.deadline.start : d.deadline.end]) == (17 * 24, "within 17 days")


@pytest.mark.parametrize(
    ("sentence", "hours"),
    [
        ("Your account will be deactivated in 72 hours if you do not address these defects.", 72),
        ("You can resolve your claim with the patent owner within the next three weeks.", 504),
        ("您的账户将在 72 小时内停用，除非您提交行动计划。", 72),
        ("請在 7 日內提交申訴，否則您的賣家帳戶將被停用。", 168),
        ("72時間以内に改善計画を提出してください。出品アカウントが停止されます。", 72),
        ("Ihr Verkäuferkonto wird in 48 Stunden deaktiviert.", 48),
        ("Funds in your seller account may be held for up to 90 days.", None),
        ("Send invoices issued in the last 365 days for your listings.", None),
        ("We will review your seller appeal and respond within 2 days.", None),
        ("If you have FBA inventory, you will receive an email in 30 days with instructions.", None),
        ("Late shipment rate is calculated over 10 and 30 day windows for your account.", None),
    ],
)
def test_a_clock_is_told_from_other_spans_of_time(sentence: str, hours: int | None) -> None:
    found = diagnose(sentence).deadline
    assert (found.hours if found else None) == hours


def test_figures_are_the_sellers_own_and_not_the_target() -> None:
    d = diagnose(NOTICE)
    assert [(f.metric, f.rate, f.numerator, f.denominator, f.days) for f in d.figures] == [
        ("order_defect_rate", 0.0186, None, None, 60),
        ("order_defect_rate", None, 14, 752, 60),
    ]
    assert all(d.text[f.start : f.end] == f.text for f in d.figures)


@pytest.mark.parametrize(
    ("sentence", "rates"),
    [
        ("您的迟发率为 8.98%，高于 4% 的目标。", [0.0898]),
        ("More than 4% of your orders were confirmed late.", []),
        ("Your valid tracking rate is 82%. It should be at least 95%.", [0.82]),
        ("Your cancellation rate was 4,90 % and should be below 2,5 %.", [0.049]),
    ],
)
def test_rates_are_told_from_targets(sentence: str, rates: list[float]) -> None:
    assert [f.rate for f in diagnose(sentence).figures if f.rate is not None] == rates


def test_demands_keep_their_sentences() -> None:
    d = diagnose(NOTICE)
    assert {"root_cause", "corrective_actions", "prevention", "plan_of_action"} <= {a.code for a in d.asks}
    assert all(d.text[a.start : a.end] == a.text for a in d.asks)
    assert d.route == "plan_of_action"


@pytest.mark.parametrize(
    ("text", "told", "expected"),
    [
        ("Your Amazon.co.uk account was deactivated. https://sellercentral-europe.amazon.com/x", None, "UK"),
        ("Your account was deactivated. https://sellercentral.amazon.com.mx/x", None, "MX"),
        ("Your account was deactivated. https://sellercentral-europe.amazon.com/x", None, None),
        ("Your account was deactivated.", "DE", "DE"),
        ("Your account on Amazon.de and Amazon.fr was deactivated.", "FR", "FR"),
        ("Your account on Amazon.com.au was deactivated.", "US", "AU"),
    ],
)
def test_the_store_is_the_one_that_is_named(text: str, told: str | None, expected: str | None) -> None:
    assert diagnose(text, told).marketplace == expected


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Your account was deactivated. Pay the reinstatement fee of $300 by gift card.", "asks_money"),
        ("Your account was deactivated. Please send us your seller account password.", "asks_password"),
        ("Your account was deactivated. Install AnyDesk so that we can help.", "remote_access"),
        ("Your account was deactivated. Contact us on WhatsApp.", "messenger"),
        ("您的账户已停用。我们有内部渠道，保证解封。", "insider"),
        (
            "Your account was deactivated. Sign in at https://sellercentral-amazon.example.net/login",
            "link_not_amazon",
        ),
        (
            "From: Amazon <help@amazon-seller.example>\nSubject: x\n\nYour account was deactivated.",
            "not_from_amazon",
        ),
        ("Your account was deactivated. https://amazon.com.evil.example/", "link_not_amazon"),
    ],
)
def test_signs_of_a_scam_are_pointed_out(text: str, code: str) -> None:
    assert code in {w.code for w in diagnose(text).warnings}


def test_a_real_notice_raises_no_alarm() -> None:
    assert diagnose(NOTICE, sender="Amazon <seller-performance@amazon.ca>").warnings == ()


def test_standard_paragraphs_never_name_a_cause() -> None:
    standard = (
        "Your account has been deactivated in accordance with section 3. Any amounts paid for A-to-z Guarantee claims and chargebacks "
        "may be deducted. If we determine that your account engaged in deceptive, fraudulent, or illegal activity, we may withhold payments. "
        "Please ship any open orders. The sale of counterfeit products on Amazon is strictly prohibited. "
        'Documents must be authentic and unaltered. If you have FBA inventory of the items causing "inauthentic" complaints, it is not eligible for removal.'
    )
    assert diagnose(standard).causes == ()


def test_an_empty_notice_is_told() -> None:
    with pytest.raises(BadInput, match="There is no text"):
        diagnose(" \n\t ")


def test_diagnosing_loads_no_heavy_library() -> None:
    code = (
        "import sys; from appeal_core.notice import diagnose; diagnose('Your late shipment rate exceeded 4%.');"
        "print([m for m in ('pandas', 'numpy', 'docx', 'streamlit', 'lxml', 'matplotlib') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_text_without_an_end_is_read_in_bearable_time() -> None:
    for text in ("x" * 100_000, "-" * 20_000, "a@" * 10_000):
        assert diagnose(text).stage == "not_enforcement"


@pytest.mark.parametrize(
    "sentence",
    [
        "You do not need to submit a plan of action. Upload the missing invoices in Manage Orders.",
        "No plan of action is required. Please upload the missing invoices.",
        "您无需提交行动计划。请上传缺失的发票。",
        "Sie müssen keinen Maßnahmenplan einreichen. Bitte laden Sie die fehlenden Rechnungen hoch und senden Sie die Rechnung an den Kunden.",
    ],
)
def test_what_need_not_be_sent_is_not_demanded(sentence):
    found = diagnose("Your Invoice Defect Rate is 9.2%, above the target of 5%.\n" + sentence, "US")
    assert "plan_of_action" not in {ask.code for ask in found.asks}
    assert found.route != "plan_and_documents"
