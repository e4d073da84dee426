"""Good letters are left in peace; a bad one is told all that is wrong with it."""

from __future__ import annotations

import datetime as dt

import pytest

from appeal_core.case import Ask, CauseFound, Diagnosis, FigureStated
from appeal_core.review import Context, as_json, review_text
from tests.review import letters_of_ours as letters


def _notice(cause: str, route: str = "plan_of_action", **more: object) -> Context:
    causes = (CauseFound(code=cause, score=0.95),)
    diagnosis = Diagnosis.model_validate({"text": "", "route": route, "causes": causes, **more})
    return Context(diagnosis=diagnosis, day=dt.date(2026, 11, 17))


_RATE = FigureStated(start=0, end=0, text="", metric="cancellation_rate", rate=0.0425)
_INVOICES = Ask(code="invoices", start=0, end=0, text="invoices")
GOOD = [
    (letters.GOOD, Context()),
    (letters.GOOD, _notice("cancellation_rate", figures=(_RATE,))),
    (letters.GOOD_ZH, Context()),
    (letters.GOOD_ZH, _notice("late_shipment_rate")),
    (letters.COVER, Context()),
    (letters.COVER, _notice("inauthentic", "documents", asks=(_INVOICES,), asins=("B0EXAMPL09",))),
]


@pytest.mark.parametrize(("text", "context"), GOOD)
def test_a_good_letter_is_left_in_peace(text: str, context: Context) -> None:
    assert [(f.rule, f.match) for f in review_text(text, context=context)] == []


def test_a_bad_letter_is_told_all_that_is_wrong_with_it() -> None:
    found = {f.rule for f in review_text(letters.BAD, context=_notice("order_defect_rate"))}
    assert found >= {
        "absolute-promise", "blames-others", "pleasantries", "date-impossible", "future-in-actions",
        "ignorance", "measure-without-cadence", "measure-without-owner", "newness", "no-figures", "plea",
        "root-cause-restates-notice", "threat", "undated-action", "unproven-action", "vague-words", "visible-gap",
    }  # fmt: skip


def test_every_finding_stands_where_it_says() -> None:
    for finding in review_text(letters.BAD):
        if finding.start is None:
            assert finding.end is None and finding.match is None
        else:
            assert letters.BAD[finding.start : finding.end] == finding.match


def test_the_part_of_a_finding_is_named() -> None:
    parts = {f.rule: f.section for f in review_text(letters.BAD)}
    assert parts["blames-others"] == "root_cause"
    assert parts["future-in-actions"] == "actions"
    assert parts["absolute-promise"] == "prevention"
    assert parts["threat"] == "other"


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_json_holds_the_contracts_keys(lang: str) -> None:
    found = as_json(letters.BAD, review_text(letters.BAD), "zh" if lang == "zh" else "en")
    assert found["ready"] is False
    assert found["characters"] == len(letters.BAD) and 80 < found["words"] < 140
    keys = {"rule", "severity", "section", "start", "end", "match", "message", "why", "source", "suggestion"}
    assert all(keys <= set(f) and f["message"] and f["why"] for f in found["findings"])


def test_a_letter_with_warnings_only_is_ready() -> None:
    text = letters.GOOD + "\nWe are a new seller.\n"
    found = as_json(text, review_text(text))
    assert found["ready"] and [f["rule"] for f in found["findings"]] == ["newness"]


@pytest.mark.parametrize("text", ["", "   \n\n", "1.", "|||", "。。", "a" * 5000, "[" * 500, "Root cause:\n"])
def test_odd_texts_are_reviewed_without_harm(text: str) -> None:
    assert as_json(text, review_text(text))["characters"] == len(text)
