"""The exhibits, and which demand each of them answers."""

from __future__ import annotations

from typing import Any

from appeal_core import catalog
from appeal_core.case import Exhibit
from appeal_core.language import Bilingual, message
from appeal_core.letter import knowledge
from appeal_core.letter.ledger import Ledger, both
from appeal_core.letter.said import Said, fill, plain, semicolons, sentence, sequence
from appeal_core.letter.sent import last_attempt
from appeal_core.letter.statements import named
from appeal_core.letter.template import read_data


def gather_exhibits(ledger: Ledger) -> dict[str, Any]:
    """`exhibits`: letter, title, where to look, file; `exhibits_range` (`A–D`)."""
    letters = ledger.exhibit_letters()
    items = [_exhibit(ledger, key, letters[key], e) for key, e in ledger.case.exhibits.items()]
    what = message("exhibits that prove what the letter says")
    return {
        "exhibits": items,
        "exhibits_missing": Said() if items else ledger.gap("exhibits", what, "evidence", "exhibits"),
    }


def _exhibit(ledger: Ledger, key: str, letter: str, exhibit: Exhibit) -> dict[str, Any]:
    ref = f"exhibits.{key}"
    sent = last_attempt(ledger.case)
    label = both(message("Exhibit {letter}", letter=letter))
    return {
        "id": key,
        "kind": exhibit.kind,
        "named": Said(f"Exhibit {letter}", f"附件 {letter}", exhibits=(letter,)),
        "title": exhibit_title(ledger, key, exhibit),
        "issued_on": (
            ledger.date(f"{ref}.issued_on", exhibit.issued_on, "seller", f"{ref}.issued_on", label)
            if exhibit.issued_on
            else Said()
        ),
        "where": where_to_look(ledger, key, exhibit),
        "is_new": not (sent and exhibit.sha256 and exhibit.sha256 in sent.files.values()),
    }


def exhibit_title(ledger: Ledger, key: str, exhibit: Exhibit) -> Said:
    """The seller's title, else the name of its kind."""
    ref, label = f"exhibits.{key}.title", both(message("title of an exhibit"))
    if exhibit.title.en or exhibit.title.zh:
        return ledger.words(ref, exhibit.title, ref, label, "evidence")
    kind = catalog.evidence_kinds().get(exhibit.kind)
    if kind:
        return named(ledger, kind.name, ref)
    return ledger.gap(ref, message("the title of this exhibit"), "evidence", ref)


def where_to_look(ledger: Ledger, key: str, exhibit: Exhibit) -> Said:
    """The line or page that proves the point; the whole paper where none is named."""
    ref = f"exhibits.{key}.where_to_look"
    said = ledger.words(ref, exhibit.where_to_look, ref, both(message("where to look")), "evidence")
    return said or plain(both(message("the whole document")))


def gather_documents(ledger: Ledger) -> dict[str, Any]:
    """`documents`: a row a demand: what was asked, what is sent, where to look."""
    parts = _parts_of_a_plan() | set(read_data("documents.yaml")["no_document"])
    asked = [code for code in _asks(ledger) if code not in parts]
    extra = [
        e.answers for e in ledger.case.exhibits.values() if e.answers and e.answers not in {*asked, *parts}
    ]
    codes = tuple(dict.fromkeys([*asked, *extra]))
    rows = [_document_row(ledger, code) for code in codes]
    what = message("what the notice asks for")
    return {
        "documents": rows,
        "documents_sent": [row for row in rows if row["is_sent"]],
        "documents_missing": Said() if rows else ledger.gap("documents", what, "notice", "notices"),
        "as_issued": _said_yes(ledger, "files_as_issued"),
        "buyer_is_account": _said_yes(ledger, "buyer_is_account"),
    }


def _asks(ledger: Ledger) -> tuple[str, ...]:
    diagnosis = ledger.case.diagnosis
    found = [a.code for a in diagnosis.asks] if diagnosis else []
    if not found:
        entries = (knowledge.cause(c) for c in ledger.case.causes)
        found = [code for entry in entries if entry for code in entry.asks]
    return tuple(dict.fromkeys(found))


def _said_yes(ledger: Ledger, key: str) -> bool:
    return key in ledger.case.answers and ledger.case.answers[key].en.strip().lower() == "yes"


def ask_name(code: str) -> Bilingual:
    """What people call a demand."""
    known = catalog.vocabulary("asks").get(code)
    if known:
        return known.name
    others: dict[str, dict[str, str]] = read_data("documents.yaml")["names"]
    return Bilingual.model_validate(others.get(code, {"en": code.replace("_", " ").capitalize()}))


def _document_row(ledger: Ledger, code: str) -> dict[str, Any]:
    meeting = {k: e for k, e in ledger.case.exhibits.items() if _meets(e, code)}
    letters = ledger.exhibit_letters()
    name = ask_name(code)
    what = message("a document for “{ask}”", ask=name)
    sent = semicolons(_sent(ledger, k, letters[k], e) for k, e in meeting.items())
    looked = [_looked(letters[k], where_to_look(ledger, k, e)) for k, e in meeting.items()]
    several = len(looked) > 1
    source = f"ask.{code}"
    return {
        "id": code,
        "asked": named(ledger, name, source),
        "sent": sent or ledger.gap(f"documents.{code}", what, "evidence", "exhibits"),
        "where": sequence(sentence(w) if several else w for w in looked) or Said("–", "–"),
        "is_sent": bool(meeting),
    }


def _meets(exhibit: Exhibit, code: str) -> bool:
    """By the seller's word; where the seller has not said, by the kind of paper."""
    same: dict[str, list[str]] = read_data("documents.yaml")["same_ask"]
    codes = {code, *same.get(code, ())}
    if exhibit.answers and exhibit.answers not in _parts_of_a_plan():
        return exhibit.answers in codes
    return any(exhibit.kind in knowledge.papers_for(c) for c in codes)


def _parts_of_a_plan() -> set[str]:
    return set(read_data("documents.yaml")["parts_of_a_plan"])


def _sent(ledger: Ledger, key: str, letter: str, exhibit: Exhibit) -> Said:
    item = _exhibit(ledger, key, letter, exhibit)
    parts = {"e": item["named"], "title": item["title"], "day": item["issued_on"]}
    if exhibit.issued_on:
        return fill("{e}, {title} ({day})", "{e}，{title}（{day}）", parts)
    return fill("{e}, {title}", "{e}，{title}", parts)


def _looked(letter: str, where: Said) -> Said:
    exhibit = Said(f"Exhibit {letter}", f"附件 {letter}", exhibits=(letter,))
    return fill("{e}: {where}", "{e}：{where}", {"e": exhibit, "where": where})
