"""What was sent is frozen; what came back is read, and can be corrected."""

import datetime as dt

import pytest

from appeal_core.journey import exporting, samples, sending
from appeal_core.language import BadInput

SENT = dt.datetime(2026, 11, 17, 9, 0, tzinfo=dt.UTC)


@pytest.fixture(scope="module")
def sent():
    opened = samples.open_sample("shipped_late", "en", "x")
    package = exporting.package(opened.case, opened.files.__getitem__)
    return sending.with_attempt(opened.case, package, "plan_of_action", SENT, "account_health"), package


def test_an_attempt_keeps_the_text_as_sent_whatever_changes_later(sent):
    case, package = sent
    (attempt,) = case.attempts.values()
    assert attempt.text == package.files["appeal.txt"].decode()
    assert attempt.files == package.hashes()
    assert (attempt.sent_at, attempt.door) == (SENT, "account_health")
    later = case.with_value("seller.signatory", "Somebody Else")
    assert later.attempts == case.attempts


def test_attempts_and_replies_are_counted_on(sent):
    case, package = sent
    again = sending.with_attempt(case, package, "status_request", SENT, "account_health")
    assert list(again.attempts) == ["attempt_1", "attempt_2"]
    day = dt.date(2026, 11, 20)
    answered = sending.with_reply(again, "Your account has been reactivated.", day)
    answered = sending.with_reply(answered, "We need more information to reactivate your account.", day)
    assert [r.outcome for r in answered.replies.values()] == ["reinstated", "more_information"]


@pytest.mark.parametrize("text", ["", " \n "])
def test_an_empty_reply_is_refused(sent, text):
    with pytest.raises(BadInput):
        sending.with_reply(sent[0], text, dt.date(2026, 11, 20))
