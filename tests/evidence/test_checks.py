"""The rules of papers, each with a paper that meets it, one that does not, and one that cannot tell."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from appeal_core.case import Ask, Exhibit
from appeal_core.catalog import evidence_kinds, vocabulary
from appeal_core.catalog.entries import EvidenceKind
from appeal_core.evidence import ExhibitCheck, FileFacts, ask_papers, check_exhibits

NOTICE = dt.date(2026, 10, 12)


def kind(**rule: Any) -> dict[str, EvidenceKind]:
    entry = {
        "code": "paper", "name": {"en": "Paper", "zh": "文件"}, "why": {"en": "w", "zh": "因"},
        "source": "test", "checked_on": "2026-11-23", "status": "verified",
        "rules": [{"id": "rule", "text": {"en": "The rule.", "zh": "规则。"}, "status": "verified", "source": "test", **rule}],
    }  # fmt: skip
    return {"paper": EvidenceKind.model_validate(entry)}


def paper(**fields: Any) -> Exhibit:
    return Exhibit(**{"kind": "paper", "file_name": "a.pdf", "sha256": "1", "size": 1000, **fields})


def only(checks: tuple[ExhibitCheck, ...], rule: str = "rule") -> ExhibitCheck:
    (found,) = [c for c in checks if c.rule == rule]
    return found


@pytest.mark.parametrize(
    ("issued", "state"),
    [
        (dt.date(2025, 10, 12), "met"),
        (dt.date(2025, 10, 11), "failed"),
        (NOTICE, "met"),
        (dt.date(2026, 10, 13), "ask"),
        (None, "unknown"),
    ],
)
def test_the_age_of_a_paper_counts_back_from_the_notice(issued: dt.date | None, state: str) -> None:
    checks = check_exhibits(
        {"a": paper(issued_on=issued)}, (), NOTICE, kinds=kind(check="age_days", limit=365)
    )
    assert only(checks).state == state
    assert only(checks).path == "exhibits.a.issued_on"


def test_a_paper_that_ages_until_it_is_sent_counts_from_that_day() -> None:
    rules = kind(check="age_days", limit=90, counted_from="sending")
    bill = {"a": paper(issued_on=dt.date(2026, 7, 20))}
    assert only(check_exhibits(bill, (), NOTICE, kinds=rules)).state == "met"
    late = check_exhibits(bill, (), NOTICE, kinds=rules, sending_day=dt.date(2026, 10, 19))
    assert only(late).state == "failed"


def test_without_the_day_of_the_notice_the_age_stays_open() -> None:
    checks = check_exhibits({"a": paper(issued_on=NOTICE)}, (), None, kinds=kind(check="age_days", limit=365))
    assert only(checks).state == "unknown"


@pytest.mark.parametrize(
    ("name", "accepted", "state"),
    [
        ("a.pdf", (), "met"),
        ("a.JPG", (), "met"),
        ("a.docx", (), "failed"),
        ("a.tiff", (), "failed"),
        ("a.tiff", ("jpg", "tiff"), "met"),
        ("a.pdf", ("jpeg", ".png"), "failed"),
        ("a", (), "failed"),
        ("", (), "unknown"),
    ],
)
def test_the_notices_own_list_of_files_comes_first(name: str, accepted: tuple[str, ...], state: str) -> None:
    checks = check_exhibits({"a": paper(file_name=name)}, (), NOTICE, accepted, kinds=kind(check="file_type"))
    assert only(checks).state == state


def test_the_content_decides_over_the_name() -> None:
    facts = {"1": FileFacts(name="a.pdf", type="docx", size=1, sha256="1", name_matches=False)}
    checks = check_exhibits({"a": paper()}, (), NOTICE, kinds=kind(check="file_type"), files=facts)
    assert only(checks).state == "failed"
    assert only(checks, "name_matches").state == "failed"


@pytest.mark.parametrize(("size", "state"), [(49_999_999, "met"), (50_000_000, "failed"), (0, "unknown")])
def test_a_file_stays_below_its_limit(size: int, state: str) -> None:
    checks = check_exhibits({"a": paper(size=size)}, (), NOTICE, kinds=kind(check="file_size", limit=50))
    assert only(checks).state == state


@pytest.mark.parametrize(
    ("units", "sold", "state"),
    [
        (("600", "900"), 1212, "met"),
        (("600", "600"), 1212, "failed"),
        (("1,000", "212"), 1212, "met"),
        (("", "900"), 900, "unknown"),
        (("600", "900"), None, "ask"),
    ],
)
def test_the_units_of_all_papers_of_a_kind_are_added(
    units: tuple[str, str], sold: int | None, state: str
) -> None:
    exhibits = {
        "a": paper(fields={"units": units[0]}),
        "b": paper(sha256="2", fields={"units": units[1]}),
    }
    checks = check_exhibits(exhibits, (), NOTICE, kinds=kind(check="quantity"), units_sold=sold)
    assert next(c for c in checks if c.exhibit == "a").state == state


@pytest.mark.parametrize(("answer", "state"), [("yes", "met"), ("no", "failed"), ("", "ask")])
def test_what_only_eyes_can_see_is_asked(answer: str, state: str) -> None:
    checks = check_exhibits({"a": paper(fields={"rule": answer})}, (), NOTICE, kinds=kind())
    assert only(checks).state == state
    assert only(checks).path == "exhibits.a.fields.rule"


def test_a_missing_file_a_password_and_a_file_added_twice_are_told() -> None:
    locked = {"1": FileFacts(name="a.pdf", type="pdf", size=1, sha256="1", encrypted=True)}
    exhibits = {"a": paper(), "b": paper(), "c": paper(sha256="", file_name="")}
    checks = check_exhibits(exhibits, (), NOTICE, kinds={}, files=locked)
    assert {(c.exhibit, c.rule) for c in checks} == {
        ("a", "no_password"), ("a", "added_once"), ("b", "no_password"), ("b", "added_once"), ("c", "file_added"),
    }  # fmt: skip
    assert {c.state for c in checks} == {"failed"}


def test_a_demand_for_a_paper_stays_open_until_an_exhibit_answers_it() -> None:
    asks = [Ask(code=code, start=0, end=1, text="x") for code in ("invoices", "root_cause", "invoices")]
    (open_ask,) = check_exhibits({}, asks, NOTICE, kinds={})
    assert (open_ask.ask, open_ask.state) == ("invoices", "failed")
    assert check_exhibits({"a": paper(answers="invoices")}, asks, NOTICE, kinds={}) == ()


def test_the_catalogues_own_kinds_are_checked_and_every_text_has_two_languages() -> None:
    exhibits = {code: Exhibit(kind=code) for code in evidence_kinds()}
    checks = check_exhibits(exhibits, (), NOTICE)
    assert {c.exhibit for c in checks} == set(evidence_kinds())
    for check in checks:
        assert check.text.zh and check.found.in_("zh") != check.found.in_("en")


def test_what_answers_an_ask_is_made_of_known_asks_and_kinds() -> None:
    assert set(ask_papers()) <= set(vocabulary("asks"))
    assert {k for entry in ask_papers().values() for k in entry.kinds} <= set(evidence_kinds())
