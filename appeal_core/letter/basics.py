"""Who writes, about which notice, and what was sent before: facts that every letter has."""

from __future__ import annotations

from typing import Any

from appeal_core import catalog
from appeal_core.case import Attempt, Seller, Words
from appeal_core.language import Bilingual, message
from appeal_core.letter import knowledge
from appeal_core.letter.demands import ask_name
from appeal_core.letter.ledger import Ledger, both
from appeal_core.letter.said import Said, fill, listed, lowered, plain, sentence
from appeal_core.letter.sent import last_attempt, last_reply
from appeal_core.letter.statements import named
from appeal_core.letter.template import read_data


def gather_basics(ledger: Ledger) -> dict[str, Any]:
    """Store, notice, causes, scope: codes as plain strings, everything printed as `Said`."""
    case = ledger.case
    entries = [entry for code in case.causes if (entry := knowledge.cause(code))]
    names = [lowered(named(ledger, e.name, f"cause.{e.code}")) for e in entries]
    wishes = Words(en=case.wishes.plan_for_store.en, zh=case.wishes.plan_for_store.zh)
    plan_label = both(message("plan for the store"))
    path = "wishes.plan_for_store"
    return {
        "scope": case.scope,
        "stage": case.stage,
        "route": case.route,
        "cause_codes": list(case.causes),
        "causes": listed(names),
        "causes_missing": Said() if names else _no_cause(ledger),
        "notice_date": _notice_date(ledger),
        "asins": _identifiers(ledger, "asins", both(message("ASIN that the notice names"))),
        "asin_count": len(case.diagnosis.asins) if case.diagnosis else 0,
        "complaints": _identifiers(ledger, "complaint_ids", both(message("complaint that the notice names"))),
        "plan_for_store": sentence(ledger.words(path, wishes, path, plan_label, "letter")),
        **_signature(ledger),
    }


def _no_cause(ledger: Ledger) -> Said:
    return ledger.gap("causes", message("the cause that the notice names"), "notice", "understanding.causes")


def _notice_date(ledger: Ledger) -> Said:
    notice = ledger.case.notices[-1] if ledger.case.notices else None
    if notice is None or notice.received_at is None:
        return Said()
    day = ledger.local_day(notice.received_at)
    label = both(message("day of the notice"))
    return ledger.date("notice.received_at", day, "notice", f"notices.{len(ledger.case.notices) - 1}", label)


def _identifiers(ledger: Ledger, field: str, label: Bilingual) -> Said:
    found: tuple[str, ...] = getattr(ledger.case.diagnosis, field) if ledger.case.diagnosis else ()
    ref = f"notice.{field}"
    return listed(ledger.name(f"{ref}.{x}", Said(x, x), ref, label, "notice") for x in found)


def _signature(ledger: Ledger) -> dict[str, Any]:
    seller = ledger.case.seller
    store = message("the name of the store")
    who = message("the name of the person who signs")
    role = catalog.roles().get(seller.signatory_role)
    role_name = lowered(plain(role.name)) if role else Said(seller.signatory_role, seller.signatory_role)
    return {
        "store": (_field(ledger, "store_name", _store_name(seller)) if seller.store_name else Said())
        or ledger.gap("seller.store_name", store, "notice", "seller.store_name"),
        "legal_name": _field(ledger, "legal_name", Said(seller.legal_name, seller.legal_name)),
        "token": _field(ledger, "merchant_token", Said(seller.merchant_token, seller.merchant_token)),
        "case_id": _field(ledger, "case_id", Said(seller.case_id, seller.case_id)),
        "signatory": _field(ledger, "signatory", Said(seller.signatory, seller.signatory))
        or ledger.gap("seller.signatory", who, "notice", "seller.signatory"),
        "signatory_role": _field(ledger, "signatory_role", role_name),
        "day": ledger.date(
            "letter.day", ledger.day, "seller", "wishes.day", both(message("day of the letter"))
        ),
    }


def _store_name(seller: Seller) -> Said:
    return Said(seller.store_name, seller.store_name_zh or seller.store_name)


def _field(ledger: Ledger, field: str, said: Said) -> Said:
    if not (said.en or said.zh):
        return Said()
    ref = f"seller.{field}"
    return ledger.name(ref, said, ref, both(message("account details")))


def reference(ledger: Ledger, facts: dict[str, Any]) -> Said:
    """Store · merchant token · store domain · notice of …, case …"""
    domain = ledger.store.domain[:1].upper() + ledger.store.domain[1:]
    parts = [facts["store"]]
    if facts["token"]:
        parts.append(fill("merchant token {t}", "卖家记号 {t}", {"t": facts["token"]}))
    parts.append(Said(domain, domain))
    if facts["notice_date"]:
        parts.append(fill("notice of {d}", "{d}的通知", {"d": facts["notice_date"]}))
    if facts["case_id"]:
        parts.append(fill("case {c}", "问题编号 {c}", {"c": facts["case_id"]}))
    keys = {f"p{n}": part for n, part in enumerate(parts)}
    pattern = " · ".join("{" + key + "}" for key in keys)
    return fill(pattern, pattern, keys)


def gather_attempts(ledger: Ledger) -> dict[str, Any]:
    """`attempts` in their order, the last one, and Amazon's last reply."""
    attempts = sorted(ledger.case.attempts.items(), key=lambda pair: pair[1].sent_at)
    sent = last_attempt(ledger.case)
    reply = last_reply(ledger.case)
    what = message("the day on which the last appeal was sent")
    rows = [_attempt(ledger, key, attempt) for key, attempt in attempts]
    day = both(message("day of Amazon's reply"))
    return {
        "attempts": rows,
        "first_sent_on": rows[0]["sent_on"] if rows else Said(),
        "sent_on": rows[-1]["sent_on"] if rows else ledger.gap("attempts", what, "follow_up", "attempts"),
        "replied_on": ledger.date("reply.received_on", reply.received_on, "amazon", "replies", day)
        if reply
        else Said(),
        "outcome": reply.outcome if reply else "",
        "answered": bool(reply and sent and reply.received_on >= ledger.local_day(sent.sent_at)),
        "asked_again": _asked_again(ledger),
    }


def _attempt(ledger: Ledger, key: str, attempt: Attempt) -> dict[str, Any]:
    ref = f"attempts.{key}"
    names = {name: Bilingual.model_validate(text) for name, text in _kind_names().items()}
    label = both(message("day of a sending"))
    day = ledger.local_day(attempt.sent_at)
    return {
        "id": key,
        "sent_on": ledger.date(f"{ref}.sent_at", day, "seller", f"{ref}.sent_at", label),
        "kind": plain(names.get(attempt.kind, Bilingual(en=attempt.kind.replace("_", " ")))),
    }


def _kind_names() -> dict[str, dict[str, str]]:
    names: dict[str, dict[str, str]] = read_data("kinds.yaml")["names"]
    return names


def _asked_again(ledger: Ledger) -> Said:
    diagnosis = ledger.case.diagnosis
    codes = (
        dict.fromkeys(a.code for a in diagnosis.asks)
        if diagnosis and ledger.case.stage == "more_information"
        else {}
    )
    return listed(lowered(named(ledger, ask_name(code), f"ask.{code}")) for code in codes)
