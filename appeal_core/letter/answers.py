"""The answers to a route's own questions: the related account, the grounds of a dispute."""

from __future__ import annotations

import datetime as dt
from typing import Any

from appeal_core import catalog
from appeal_core.case import Words
from appeal_core.language import Bilingual, Message, message, percent_text
from appeal_core.letter.ledger import Ledger, both
from appeal_core.letter.readings import metrics_of, readings
from appeal_core.letter.said import Said, lowered, plain, sentence
from appeal_core.letter.template import read_data

MOST_GROUNDS = 9
_ON_FIGURES = {"figures_wrong", "done_in_time", "not_defective"}


def gather_related(ledger: Ledger) -> dict[str, Any]:
    """`related`: the situation's code, and each answer as text or as a gap."""
    account = message("the name of the other account, as the notice prints it")
    relation = message("what connected the two accounts")
    ended = message("the paper that shows that it ended, with its day")
    what = message("how you stand to the account that the notice names")
    situation = ledger.case.answers.get("situation", Words()).en.strip()
    named = (
        _name(ledger, "other_account_name", account) if "other_account_name" in ledger.case.answers else None
    )
    return {
        "situation": situation,
        "situation_missing": Said() if situation else _gap(ledger, "situation", what),
        "other_account": named or _account_in_notice(ledger) or _gap(ledger, "other_account_name", account),
        "reactivated_on": _day(
            ledger, "reactivated_on", message("the day on which that account was reactivated")
        ),
        "relation": _text(ledger, "relation", relation),
        "evidence_of_end": _text(ledger, "evidence_of_end", ended),
        "shared": _text(ledger, "registered_shared", None),
    }


def _path(key: str) -> str:
    return f"answers.{key}"


def _gap(ledger: Ledger, key: str, what: Message) -> Said:
    return ledger.gap(_path(key), what, "causes", _path(key))


def _name(ledger: Ledger, key: str, what: Message) -> Said | None:
    words = ledger.case.answers[key]
    raw = words.en.strip() or words.zh.strip()
    return ledger.name(_path(key), Said(raw, raw), _path(key), both(what)) if raw else None


def _account_in_notice(ledger: Ledger) -> Said | None:
    accounts = ledger.case.diagnosis.accounts if ledger.case.diagnosis else ()
    if not accounts:
        return None
    label = both(message("account that the notice names"))
    return ledger.name("notice.account", Said(accounts[0], accounts[0]), "notice.accounts", label, "notice")


def _day(ledger: Ledger, key: str, what: Message) -> Said:
    raw = ledger.case.answers.get(key, Words()).en.strip()
    try:
        day = dt.date.fromisoformat(raw)
    except ValueError:
        return _gap(ledger, key, what)
    return ledger.date(_path(key), day, "seller", _path(key), both(what))


def _text(ledger: Ledger, key: str, what: Message | None) -> Said:
    words = ledger.case.answers.get(key, Words())
    label = both(what or message("what the two accounts may have shared"))
    said = ledger.words(_path(key), words, _path(key), label, "causes")
    if said:
        return sentence(said)
    return _gap(ledger, key, what) if what else Said()


def gather_grounds(ledger: Ledger) -> dict[str, Any]:
    """`grounds`: why the notice is wrong, each with the seller's words; figures first.

    Answers: `dispute_ground` and `dispute_said`, further ones as `dispute_ground_2` … `_9`.
    """
    items = _figure_grounds(ledger)
    for n in range(1, MOST_GROUNDS + 1):
        suffix = "" if n == 1 else f"_{n}"
        if item := _ground(ledger, n, suffix):
            items.append(item)
    what = message("the reason why the notice is wrong, and what proves it")
    path = _path("dispute_ground")
    return {
        "grounds": items,
        "grounds_on_figures": any(i["code"] in _ON_FIGURES for i in items),
        "grounds_missing": Said() if items else ledger.gap("grounds", what, "causes", path),
    }


def _ground(ledger: Ledger, n: int, suffix: str) -> dict[str, Any] | None:
    code = ledger.case.answers.get(f"dispute_ground{suffix}", Words()).en.strip()
    key = f"dispute_said{suffix}"
    words = ledger.case.answers.get(key, Words())
    if not code and not (words.en or words.zh):
        return None
    names: dict[str, dict[str, str]] = read_data("grounds.yaml")
    what = message("what is wrong in the notice, and the paper that proves it")
    said = ledger.words(_path(key), words, _path(key), both(what), "causes")
    return {
        "id": f"ground:{n}",
        "code": code,
        "name": plain(Bilingual.model_validate(names.get(code, names["other"]))),
        "said": sentence(said) if said else _gap(ledger, key, what),
        "stated": None,
    }


def _figure_grounds(ledger: Ledger) -> list[dict[str, Any]]:
    """A rate that the notice states and the seller's reports contradict, target met."""
    items = []
    figures = ledger.case.diagnosis.figures if ledger.case.diagnosis else ()
    for code in metrics_of(ledger.case):
        stated = next((f for f in figures if f.metric in (code, None) and f.rate is not None), None)
        counted = next((r for r in readings(ledger.case, code) if r.measurement), None)
        if not (stated and stated.rate and counted and counted.measurement and counted.rate is not None):
            continue
        if counted.measurement.verdict != "met" or percent_text(stated.rate, "en") == percent_text(
            counted.rate, "en"
        ):
            continue
        ref = f"notice:{stated.start}-{stated.end}"
        label = both(message("rate that the notice states"))
        names = read_data("grounds.yaml")
        items.append(
            {
                "id": f"ground:{code}",
                "name": plain(Bilingual.model_validate(names["figures_wrong"])),
                "metric": lowered(plain(_metric_name(code))),
                "code": "figures_wrong",
                "metric_code": code,
                "stated": ledger.percent(f"stated.{code}", stated.rate, "notice", ref, label),
                "said": Said(),
            }
        )
    return items


def _metric_name(code: str) -> Bilingual:
    return catalog.metrics()[code].name
