"""What is new since the last sending, what happened when, whom to call, and when to stop."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from appeal_core.case import Attempt, Call, Case, Diagnosis, Notice, Proof, Reply, Seller
from appeal_core.follow_up.changes import compared, shared
from appeal_core.follow_up.timeline import timeline
from appeal_core.journey import calls, composing, doubts, samples, standing
from appeal_core.language import BadInput

NOW = dt.datetime(2026, 11, 20, 9, 0, tzinfo=dt.UTC)
OLD = "We raised the handling time to 3 business days on November 13. The carrier comes on Mondays.\n\nPlease reactivate our offers."


def attempt(text: str = OLD, at: dt.datetime = NOW, **more: Any) -> Attempt:
    return Attempt(sent_at=at, kind="plan_of_action", text=text, **more)


@pytest.mark.parametrize(
    ("after", "new", "nearly"),
    [
        (OLD, 0, True),
        (OLD.replace("comes on", "comes  on"), 0, True),
        (OLD.replace("to 3 business", "to 4 business"), 1, False),  # a changed figure is a changed fact
        ("A second person was trained. " + OLD, 1, True),
        ("Two people were trained, and the rota names a cover.", 1, False),
        ("", 0, False),
    ],
)
def test_sentences_are_compared_with_what_was_sent(after: str, new: int, nearly: bool) -> None:
    found = compared(OLD, after)
    assert len(found.new) == new
    assert found.nearly_same is nearly
    assert 0 <= found.same <= 1


def test_what_is_gone_is_told_too() -> None:
    assert compared(OLD, "Please reactivate our offers.").gone == (
        "We raised the handling time to 3 business days on November 13.",
        "The carrier comes on Mondays.",
    )


def test_only_whole_sentences_of_some_length_count_as_shared() -> None:
    other = "Please reactivate our offers. We raised the handling time to 3 business days on November 13!"
    same = ("We raised the handling time to 3 business days on November 13.",)
    assert shared({"a": OLD, "b": other, "c": "Nothing of the kind."}) == {("a", "b"): same}
    assert shared({"a": "请恢复我们的商品。", "b": "请恢复我们的商品。"}) == {}


@pytest.fixture(scope="module")
def sent() -> Case:
    case = samples.open_sample("cancelled_out_of_stock", "en", "x").case
    letter = composing.letter(case)
    text = composing.plain(letter, letter.language)
    kept = {k: e.sha256 for k, e in case.exhibits.items()}
    return case.replace(attempts={"attempt_1": attempt(text, exhibits=kept, who="Mei Zhou")})


def test_before_the_first_sending_nothing_is_compared(sent: Case) -> None:
    assert standing.news(sent.replace(attempts={}), composing.letter(sent)) is None


def test_the_same_letter_again_is_warned_of_and_a_status_request_is_not(sent: Case) -> None:
    found = standing.news(sent, composing.letter(sent))
    assert found is not None and found.warns and not found.facts and not found.exhibits
    more = standing.news(sent, composing.letter(sent, "supplement"))
    assert more is not None and more.warns  # other words, and nothing new in them
    asks = standing.news(sent, composing.letter(sent, "status_request"))
    assert asks is not None and not asks.warns


def test_a_replaced_exhibit_is_new(sent: Case) -> None:
    replaced = sent.with_value("exhibits.e_count.sha256", "f" * 64)
    found = standing.news(replaced, composing.letter(replaced))
    assert found is not None and found.exhibits == ("C",)


@pytest.mark.parametrize(
    ("outcome", "stops"), [("final", True), ("refused", True), ("more_information", False), ("reinstated", False)]
)  # fmt: skip
def test_the_honest_stop_comes_when_nothing_new_is_left(sent: Case, outcome: str, stops: bool) -> None:
    case = sent.replace(replies={"a": Reply(text="x", received_on=NOW.date(), outcome=outcome)})
    assert standing.nothing_left(case, composing.letter(case)) is stops


def test_after_a_refusal_something_new_speaks_against_stopping(sent: Case) -> None:
    case = sent.replace(replies={"a": Reply(text="x", received_on=NOW.date(), outcome="refused")})
    case = case.with_value("exhibits.e_count.sha256", "f" * 64)
    assert not standing.nothing_left(case, composing.letter(case))


@pytest.mark.parametrize(
    ("outcome", "kinds"),
    [("refused", ("escalation", "supplement")), ("documents_invalid", ("document_cover",)),
     ("not_implemented", ("implementation_proof",)), ("reinstated", ()), ("acknowledged", ()), ("final", ())],
)  # fmt: skip
def test_the_letters_that_fit_follow_from_the_answer(
    sent: Case, outcome: str, kinds: tuple[str, ...]
) -> None:
    case = sent.replace(replies={"a": Reply(text="x", received_on=NOW.date(), outcome=outcome)})
    assert standing.next_kinds(case, NOW) == kinds


@pytest.mark.parametrize(("days", "kinds"), [(1, ()), (11, ("status_request",))])
def test_silence_calls_for_a_status_request_from_its_day_on(sent: Case, days: int, kinds: tuple[str, ...]) -> None:  # fmt: skip
    assert standing.next_kinds(sent, NOW + dt.timedelta(days=days)) == kinds


def test_the_timeline_holds_everything_in_its_order() -> None:
    case = Case(
        id="c", created_at=NOW, seller=Seller(marketplace="US"),
        notices=(Notice(text="x", received_at=NOW - dt.timedelta(days=5), diagnosis=Diagnosis(text="x", stage="deactivated")),),
        attempts={"a": attempt(who="Mei")}, replies={"r": Reply(text="x", received_on=dt.date(2026, 11, 25), outcome="refused")},
        calls={"k": Call(at=NOW + dt.timedelta(days=2), who="Sam")}, proofs={"p": Proof(measure="m", on=dt.date(2026, 12, 1))},
    )  # fmt: skip
    found = timeline(case, NOW)
    assert [e.kind for e in found] == ["notice", "attempt", "call", "reply", "proof"]
    assert found[1].text.in_("en") == "Sent by Mei: plan_of_action"
    assert found[3].whole_day and not found[1].whole_day


def test_a_call_has_its_numbers_at_hand_and_asks_what_fits_the_stage(sent: Case) -> None:
    first = calls.script(sent)
    assert next(i.id for i in first.ask) == "which_policy"
    assert "which_part" not in [i.id for i in first.ask]
    assert {m.in_("en") for m, _ in first.at_hand} >= {"Store", "Amazon's case number", "Last sending on"}
    refused = sent.replace(replies={"a": Reply(text="x", received_on=NOW.date(), outcome="refused")})
    assert "which_part" in [i.id for i in calls.script(refused).ask]


def test_calls_are_logged_without_overwriting(sent: Case) -> None:
    case = calls.with_call(sent, NOW, " Sam ", {"which_part": "prevention", "annotation": " "}, "")
    case = case.replace(calls={"call_2": case.calls["call_1"]})
    case = calls.with_call(case, NOW, "", {}, "no answer")
    assert list(case.calls) == ["call_2", "call_3"]
    assert (case.calls["call_2"].who, case.calls["call_2"].answers) == ("Sam", {"which_part": "prevention"})


NOTICE = samples.open_sample("cancelled_out_of_stock", "en", "n").case.notices[0].text
DAY = dt.date(2026, 11, 24)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("We have reviewed your appeal and need more information.", []),
        ("Case ID: 9000000013. We need more information.", []),
        (NOTICE, ["notice_again"]),
        ("We need more information about your case 8000000099.", []),
        ("Your case ID is 8000000099. We need more information.", ["other_numbers"]),
        ("We need more information. Go to sellercentral.amazon.de to send it.", ["other_store"]),
        ("From: a@amazon.com\nDate: 2026-10-01\nSubject: Your appeal\n\nWe need more information.\n\nFrom: b@amazon.com\nDate: 2026-09-01\nSubject: x\n\nOld.", ["older"]),
    ],
)  # fmt: skip
def test_a_text_that_may_be_no_answer_is_asked_about(sent: Case, text: str, codes: list[str]) -> None:
    assert [d.code for d in doubts.doubts(sent, text, DAY)] == codes


def test_the_same_answer_and_the_own_letter_are_known_again(sent: Case) -> None:
    text = "We have reviewed your appeal and need more information about the cancellations."
    case = sent.replace(replies={"a": Reply(text=text, received_on=DAY)})
    assert [d.code for d in doubts.doubts(case, text + "\n", DAY)] == ["kept_already"]
    (mine,) = sent.attempts.values()
    assert "own_letter" in [d.code for d in doubts.doubts(sent, mine.text, DAY)]
    assert [d.code for d in doubts.doubts(sent, "A short answer.", dt.date(2026, 11, 2))] == ["older"]
    with pytest.raises(BadInput):
        doubts.doubts(sent, " ", DAY)
