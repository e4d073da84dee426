"""A last day that a notice writes out is its deadline."""

import datetime as dt

import pytest

from appeal_core.case import DeadlineFound
from appeal_core.journey import asked
from appeal_core.notice import dated, diagnose

MARCH_14 = dt.date(2026, 3, 14)


@pytest.mark.parametrize(
    ("sentence", "store", "words"),
    [
        ("Please submit your appeal by March 14, 2026 or your account will be deactivated.", "US", "by March 14, 2026"),
        ("You have until Saturday, March 14, 2026 to provide the documents for your account.", "US", "until Saturday, March 14, 2026"),
        ("Your listing will be removed on 14/03/2026 unless you provide the documents.", "UK", "will be removed on 14/03/2026"),
        ("Send the invoices before March 15, 2026 to keep your seller account.", "US", "before March 15, 2026"),
        ("Send the invoices on or before March 14, 2026 to keep your seller account.", "US", "on or before March 14, 2026"),
        ("Deadline: 2026-03-14. Please upload the documents of your listings.", "US", "Deadline: 2026-03-14"),
        ("Bitte senden Sie uns die Unterlagen bis zum 14. März 2026, sonst wird Ihr Verkäuferkonto deaktiviert.", "DE", "bis zum 14. März 2026"),
        ("Bitte laden Sie die Registrierungsnummer für Ihr Konto bis 14.03.2026 hoch.", "DE", "bis 14.03.2026"),
        ("请在 2026 年 3 月 14 日之前提交您的行动计划，否则您的账户将被停用。", "US", "请在 2026 年 3 月 14 日之前"),
        ("请于2026年3月14日前提交文件，以免您的卖家账户被停用。", "US", "请于2026年3月14日前"),
        ("2026年3月14日までに改善計画を提出してください。出品アカウントが停止されます。", "JP", "2026年3月14日までに"),
        ("Envíe los documentos de su cuenta de vendedor antes del 15 de marzo de 2026.", "ES", "antes del 15 de marzo de 2026"),
        ("Envíe los documentos de su cuenta de vendedor a más tardar el 14 de marzo de 2026.", "ES", "a más tardar el 14 de marzo de 2026"),
        ("Veuillez fournir les documents de votre compte vendeur au plus tard le 14 mars 2026.", "FR", "au plus tard le 14 mars 2026"),
        ("Invii i documenti del suo account venditore entro il 14 marzo 2026.", "IT", "entro il 14 marzo 2026"),
    ],
)  # fmt: skip
def test_a_last_day_is_read_with_its_words(sentence: str, store: str, words: str) -> None:
    found = diagnose(sentence, store)
    assert found.deadline is not None
    assert (found.deadline.hours, found.deadline.date) == (None, MARCH_14)
    assert found.deadline.text == words == found.text[found.deadline.start : found.deadline.end]


@pytest.mark.parametrize(
    "sentence",
    [
        "Your account was deactivated on March 14, 2026.",
        "On March 14, 2026 we received a complaint about your listing.",
        "Your seller account was reviewed by us on March 14, 2026.",
        "Send invoices dated before March 14, 2026? No: issued in the last 365 days, for your listings.",
        "Funds in your seller account will be available by March 14, 2026.",
        "We will review your seller appeal and respond by March 14, 2026.",
        "您的账户已于 2026 年 3 月 14 日停用。",
    ],
)
def test_a_day_of_something_else_is_no_deadline(sentence: str) -> None:
    assert diagnose(sentence).deadline is None


def test_hours_that_a_swindler_promises_are_no_clock() -> None:
    found = diagnose("Your account was deactivated. Our internal channel can reinstate it in 24 hours.")
    assert found.warnings
    assert found.deadline is None


def test_hours_go_before_a_day() -> None:
    found = diagnose("Submit your appeal within 72 hours, by March 14, 2026, to keep your account.").deadline
    assert found is not None and (found.hours, found.date) == (72, None)


def test_a_day_without_its_year_waits_for_the_notices_own_day() -> None:
    text = "Please submit your seller appeal by March 14."
    found = diagnose(text).deadline
    assert found is not None and (found.hours, found.date, found.text) == (None, None, "by March 14")
    assert dated(found, dt.date(2026, 2, 27)).date == MARCH_14
    told = diagnose(text, received=dt.date(2026, 2, 27)).deadline
    assert told is not None and told.date == MARCH_14
    hours = DeadlineFound(hours=72, text="72 hours", start=0, end=8)
    assert dated(hours, MARCH_14) == hours


def test_the_command_line_tells_the_day_in_both_languages() -> None:
    found = diagnose("Please submit your seller appeal by March 14, 2026.")
    assert asked.diagnosis_json(found, "en")["deadline"] == {
        "hours": None, "date": "2026-03-14", "text": "by March 14, 2026", "start": 33, "end": 50,
    }  # fmt: skip
    assert "Deadline: March 14, 2026" in asked.diagnosis_text(found, "en")
    assert "期限：2026 年 3 月 14 日" in asked.diagnosis_text(found, "zh")
    open_year = diagnose("Please submit your seller appeal by March 14.")
    assert "期限：“by March 14”" in asked.diagnosis_text(open_year, "zh")
