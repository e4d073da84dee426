"""Threads are taken apart; cues are heard; languages are told."""

import pytest

from appeal_core.catalog.cue_entries import Cue
from appeal_core.text.cues import anchor, found
from appeal_core.text.folding import fold
from appeal_core.text.listen import Heard
from appeal_core.text.thread import messages
from appeal_core.text.tongue import languages


@pytest.mark.parametrize(
    "break_line",
    [
        "On Mon, Nov 2, 2026 at 9:14 AM Amazon <a@amazon.com> wrote:",
        "-----Original Message-----\nFrom: a@amazon.com\nSent: Monday",
        "---------- Forwarded message ---------\nFrom: a@amazon.com\nDate: Mon, Nov 2, 2026\nSubject: x\n",
        "From: Amazon <a@amazon.com>\nSent: Monday, November 2, 2026\nTo: me@shop.example\nSubject: Old",
        "发件人：Amazon\n发送时间：2026年11月2日\n主题：旧邮件",
        "------------------ 原始邮件 ------------------\n发件人: Amazon\n日期: 2026-11-02",
        "Am 2. November 2026 um 09:14 schrieb Amazon:",
    ],
)
def test_the_newest_message_comes_first(break_line: str) -> None:
    parts = messages(f"The new answer.\n\n{break_line}\n\nThe old notice.")
    assert parts[0].body.text.strip() == "The new answer."
    assert parts[1].body.text.strip().endswith("The old notice.")
    assert "Subject" not in parts[1].body.text


def test_where_messages_bear_days_the_latest_comes_first() -> None:
    text = (
        "From: a@amazon.com\nDate: 2026-10-01\nSubject: One\n\nFirst notice.\n\n"
        "From: a@amazon.com\nDate: 2026-11-02\nSubject: Two\n\nSecond notice."
    )
    assert [p.body.text.strip() for p in messages(text)] == ["Second notice.", "First notice."]


def test_a_sentence_with_the_word_from_is_no_break() -> None:
    text = "We heard from buyers.\nFrom: the beginning nobody answered.\nThat is all."
    assert len(messages(text)) == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Your account has been deactivated and we will not reinstate it.", "en"),
        ("您的卖家账户已被停用。", "zh"),
        ("お客様のアカウントを停止しました。", "ja"),
        ("Ihr Verkäuferkonto wurde deaktiviert.", "de"),
        ("Su cuenta de vendedor ha sido desactivada por la política.", "es"),
        ("Votre compte vendeur a été désactivé pour nous.", "fr"),
        ("Il suo account è stato disattivato per la norma.", "it"),
    ],
)
def test_the_language_is_told(text: str, expected: str) -> None:
    assert languages(text)[0] == expected


def test_two_languages_in_one_text_are_both_told() -> None:
    mixed = "求助，收到这封邮件怎么办：Your account has been deactivated because of the policy and we will not pay you."
    assert set(languages(mixed)) == {"en", "zh"}


@pytest.mark.parametrize(
    ("pattern", "text", "heard"),
    [
        ("late shipment rate", "your LATE  shipment\nrate is high", True),
        ("late shipment rate", "relate shipment rate", False),
        ("rate ... (exceed|above)", "the rate of orders is far above it", True),
        ("sold ... new", "sold as renewed", False),
        ("colou?r ?bar", "a color bar, a colourbar", True),
        ("您的 账户", "您的账户", True),
        ("帐户", "賬戶", True),
        ("迟发率 ... 4%", "迟发率超过了４％", True),
    ],
)
def test_a_pattern_hears_what_it_says(pattern: str, text: str, heard: bool) -> None:
    assert bool(found(pattern, fold(text))) == heard


def test_unless_takes_a_cue_back() -> None:
    cue = Cue.model_validate("account ... deactivated @0.8 !! at risk")
    assert (cue.pattern, cue.weight, cue.unless) == ("account ... deactivated", 0.8, "at risk")
    assert Heard("your account was deactivated").weight([cue]) == 0.8
    assert Heard("your account is at risk of being deactivated").weight([cue]) == 0


@pytest.mark.parametrize(
    ("pattern", "word"),
    [
        ("order defect rate", "defect"),
        ("fulfill?ment (offers?|listings?)", "fulfil"),
        ("(used|opened) ... new", "new"),
        ("one|two", ""),
        (r"\bVTR\b ... 95", "vtr"),
        ("(?:abc|def)", ""),
    ],
)
def test_the_word_looked_for_first_is_certain(pattern: str, word: str) -> None:
    assert anchor(pattern) == word
