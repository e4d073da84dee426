"""The exhibits, and which demand each of them answers."""

from __future__ import annotations

from typing import Any

from appeal_core import catalog
from appeal_core.case import Exhibit
from appeal_core.language import message
from appeal_core.letter.demands import Demand, demands
from appeal_core.letter.ledger import Ledger, both
from appeal_core.letter.said import Said, fill, plain, semicolons, sentence, sequence
from appeal_core.letter.sent import last_attempt
from appeal_core.letter.statements import named


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
    """`documents`: a row a demand: what was asked, what answers it, where to look."""
    rows = [document_row(ledger, demand) for demand in demands(ledger.case)]
    what = message("what the notice asks for")
    paper = message("a document that the notice names, or a sentence that answers it")
    invoiced = any(e.kind == "invoice" for e in ledger.case.exhibits.values())
    return {
        "documents": rows,
        "documents_sent": [row for row in rows if row["is_sent"]],
        "documents_said": any(row["is_said"] for row in rows),
        "documents_missing": Said() if rows else ledger.gap("documents", what, "notice", "notices"),
        "no_document": ledger.gap("documents.any", paper, "evidence", "exhibits"),
        "as_issued": _said_yes(ledger, "files_as_issued"),
        "buyer_is_account": invoiced and _said_yes(ledger, "buyer_is_account"),
    }


def _said_yes(ledger: Ledger, key: str) -> bool:
    return key in ledger.case.answers and ledger.case.answers[key].en.strip().lower() == "yes"


def document_row(ledger: Ledger, demand: Demand) -> dict[str, Any]:
    """A demand, what is sent or said to it (a gap where nothing is), and where to look."""
    meeting = {key: ledger.case.exhibits[key] for key in demand.exhibits}
    letters = ledger.exhibit_letters()
    line = ledger.words(demand.path, demand.said, demand.path, demand.name, "evidence")
    sent = semicolons([*(_sent(ledger, k, letters[k], e) for k, e in meeting.items()), line])
    looked = [_looked(letters[k], where_to_look(ledger, k, e)) for k, e in meeting.items()]
    several = len(looked) > 1
    return {
        "id": demand.code,
        "asked": named(ledger, demand.name, f"ask.{demand.code}"),
        "sent": sent or _unanswered(ledger, demand),
        "where": sequence(sentence(w) if several else w for w in looked) or Said("–", "–"),
        "is_sent": demand.answered,
        "is_said": bool(line),
        "path": "" if meeting else demand.path,  # a sentence alone can be changed in its cell
    }


def _unanswered(ledger: Ledger, demand: Demand) -> Said:
    """The gap of a demand: the sentence, or the paper, that usually answers it."""
    key = f"documents.{demand.code}"
    if demand.in_a_line:
        what = message("an answer to “{ask}”, in a sentence", ask=demand.name)
        return ledger.gap(key, what, "evidence", demand.path)
    return ledger.gap(key, message("a document for “{ask}”", ask=demand.name), "evidence", "exhibits")


def _sent(ledger: Ledger, key: str, letter: str, exhibit: Exhibit) -> Said:
    item = _exhibit(ledger, key, letter, exhibit)
    parts = {"e": item["named"], "title": item["title"], "day": item["issued_on"]}
    if exhibit.issued_on:
        return fill("{e}, {title} ({day})", "{e}，{title}（{day}）", parts)
    return fill("{e}, {title}", "{e}，{title}", parts)


def _looked(letter: str, where: Said) -> Said:
    exhibit = Said(f"Exhibit {letter}", f"附件 {letter}", exhibits=(letter,))
    return fill("{e}: {where}", "{e}：{where}", {"e": exhibit, "where": where})
