"""Many cases in one list, a case handed over as one file, several notices in one case."""

from __future__ import annotations

import datetime as dt
import hashlib

import pytest

from appeal_core.case import Attempt, Call, Case, Conflict, Proof, Reply
from appeal_core.case.file import case_to_zip
from appeal_core.journey import agency, begin, samples, several
from appeal_core.language import BadInput

NOW = dt.datetime(2026, 11, 20, 9, 0, tzinfo=dt.UTC)
WARNING = "Hello, your late shipment rate is 5.2%. We will deactivate your seller-fulfilled offers on Amazon.com in 72 hours. Send a plan of action."
LATER = "Hello, your valid tracking rate on Amazon.com is 91%. Your seller-fulfilled offers have been deactivated. Send a plan of action."


def case_of(name: str, days: int | None = None, worker: str = "") -> Case:
    """A case whose notice set 72 hours, `days` ago."""
    case = begin.new_case(name, NOW).with_value("seller.store_name", name).replace(worker=worker)
    if days is not None:
        case = several.with_another_notice(case, WARNING, NOW - dt.timedelta(days=days))
    return case


def test_the_overdue_stand_on_top_then_what_comes_next_then_the_rest() -> None:
    sent = case_of("sent", 9).replace(
        attempts={"a": Attempt(sent_at=NOW - dt.timedelta(days=8), kind="plan_of_action")}
    )
    good = sent.replace(
        id="good", replies={"r": Reply(text="x", received_on=NOW.date(), outcome="reinstated")}
    )
    cases = [good, case_of("empty"), case_of("soon", 1), case_of("late", 4), case_of("later", 9), sent]
    lines = agency.in_order([agency.line(c, NOW, NOW) for c in cases])
    assert [one.id for one in lines][:3] == ["later", "late", "soon"]
    assert [one.id for one in lines][-1] == "good"
    assert [one.overdue for one in lines] == [True, True, False, False, False, False]
    clock = lines[2].clock
    assert clock is not None and clock.id == "amazon_deadline"


@pytest.mark.parametrize(
    ("worker", "stage", "overdue", "ids"),
    [
        (None, None, False, ["a", "b", "c"]),
        ("Lin", None, False, ["a", "c"]),
        ("Lin", None, True, ["a"]),
        (None, "unknown", False, ["c"]),
        ("Zhou", "unknown", False, []),
    ],
)
def test_the_list_is_filtered(worker: str | None, stage: str | None, overdue: bool, ids: list[str]) -> None:
    cases = [case_of("a", 5, "Lin"), case_of("b", 1, "Zhou"), case_of("c", None, "Lin")]
    lines = [agency.line(c, NOW, NOW) for c in cases]
    assert [one.id for one in agency.filtered(lines, worker, stage, overdue=overdue)] == ids


def test_a_case_is_found_by_a_part_of_its_name() -> None:
    lines = [agency.line(case_of(n), NOW, NOW) for n in ("Cedar Row", "Kite and Pine")]
    assert [one.id for one in agency.filtered(lines, name=" pine ")] == ["Kite and Pine"]


def test_a_case_that_is_back_is_found_as_reinstated_and_not_under_its_old_stage() -> None:
    case = case_of("back", 5)
    back = case.replace(replies={"r": Reply(text="x", received_on=NOW.date(), outcome="reinstated")})
    lines = [agency.line(c, NOW, NOW) for c in (case, back.replace(id="two"))]
    assert [one.id for one in agency.filtered(lines, stage=agency.BACK)] == ["two"]
    assert [one.id for one in agency.filtered(lines, stage=lines[1].stage)] == ["back"]


def test_sentences_that_two_clients_share_are_pointed_out() -> None:
    text = "We raised the handling time of our cots to three business days and agreed on more collections."
    one = case_of("one").replace(attempts={"a": Attempt(sent_at=NOW, kind="x", text=text + " Ours alone, with a tail of words of its own.")})  # fmt: skip
    other = case_of("other").replace(attempts={"a": Attempt(sent_at=NOW, kind="x", text="Hello. " + text)})
    third = case_of("third").replace(attempts={"a": Attempt(sent_at=NOW, kind="x", text="Quite different.")})
    assert agency.shared_sentences([one, other, third]) == [agency.Shared("one", "other", (text,))]


def test_nothing_of_one_client_stands_in_anothers_case() -> None:
    first = samples.open_sample("shipped_late", "en", "one").case
    second = several.own_case(first, LATER, NOW, "two", NOW)
    assert second.id == "two" and second.seller.store_name == first.seller.store_name
    kept = {"id", "created_at", "seller", "notices", "understanding"}
    fresh = begin.new_case("two", NOW)
    for part in set(Case.model_fields) - kept:
        assert getattr(second, part) == getattr(fresh, part), part
    assert first.seller.case_id not in second.model_dump_json()


def test_a_handed_over_case_loses_nothing() -> None:
    opened = samples.open_sample("shipped_late", "en", "x")
    data = b"one more file"
    case = opened.case.replace(
        worker="Lin", back_on=dt.date(2026, 12, 1), drafts={"reply": "half typed"},
        attempts={"attempt_1": Attempt(sent_at=NOW, kind="plan_of_action", text="t", files={"a": "b"}, exhibits={"e": "f"}, who="Lin")},
        replies={"reply_1": Reply(text="x", received_on=NOW.date(), outcome="refused", confirmed=True)},
        calls={"call_1": Call(at=NOW, who="Sam", answers={"which_part": "all"}, note="n")},
        proofs={"proof_1": Proof(measure="orders_due_check", on=NOW.date(), note="n", defects=3, orders=411)},
        conflicts={"seller.store_name": Conflict(yours="a", theirs="b", at=NOW)},
    )  # fmt: skip
    files = {**opened.files, hashlib.sha256(data).hexdigest(): data}
    back = begin.opened(case_to_zip(case, files), "y")
    assert back.case == case.replace(id="y")
    assert back.files == files


def test_a_case_file_from_before_attempts_knew_their_sender_is_read() -> None:
    case = case_of("old").replace(attempts={"a": Attempt(sent_at=NOW, kind="plan_of_action", text="t")})
    document = case.model_dump(mode="json", by_alias=True)
    for new in ("calls", "proofs", "back_on", "worker"):
        del document[new]
    for new in ("who", "exhibits"):
        del document["attempts"]["a"][new]
    assert Case.model_validate(document) == case


def test_notices_are_joined_in_the_order_of_their_arrival() -> None:
    case = case_of("c", 2)
    case = case.replace(understanding=case.understanding.model_copy(update={"causes": ("late_shipment_rate",), "confirmed": True}))  # fmt: skip
    both = several.with_another_notice(case, LATER, NOW)
    assert [n.received_at for n in both.notices] == [NOW - dt.timedelta(days=2), NOW]
    assert both.stage == "seller_fulfilled_off"
    assert both.causes == ("late_shipment_rate", "valid_tracking_rate")
    older = several.with_another_notice(case, LATER, NOW - dt.timedelta(days=6))
    assert older.notices[-1] == case.notices[0]
    assert older.stage == case.stage


def test_the_same_notice_twice_is_told() -> None:
    with pytest.raises(BadInput):
        several.with_another_notice(case_of("c", 2), WARNING + "\n", NOW)
