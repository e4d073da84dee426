"""The actions done and the measures that run, as the letter's points and rows."""

from __future__ import annotations

import datetime as dt
from typing import Any

from appeal_core import catalog
from appeal_core.case import ActionAnswer, MeasureAnswer, Words
from appeal_core.catalog.cause_entries import Measure
from appeal_core.language import Bilingual, message
from appeal_core.letter import knowledge
from appeal_core.letter.ledger import Ledger, both
from appeal_core.letter.own import label_of, own_words, stands_under
from appeal_core.letter.said import Said, fill, plain, sentence, sequence
from appeal_core.letter.sent import was_sent
from appeal_core.letter.statements import stated


def gather_actions(ledger: Ledger) -> dict[str, Any]:
    """`actions`: the chosen ones by their day, undated last."""
    chosen = {k: a for k, a in ledger.case.actions.items() if a.chosen and stands_under(ledger, a.cause)}
    items = [_action(ledger, key, answer) for key, answer in chosen.items()]
    items.sort(key=lambda i: (i["done_on"] is None, i["done_on"] or dt.date.max))
    what = message("an action that you have completed, with its day and proof")
    return {
        "actions": items,
        "actions_missing": Said() if items else ledger.gap("actions", what, "actions", "actions"),
    }


def _action(ledger: Ledger, key: str, answer: ActionAnswer) -> dict[str, Any]:
    ref = f"actions.{key}"
    entry = knowledge.action(answer.cause, key)
    label = label_of(entry.name if entry else answer.text, both(message("action")))
    parts: list[Said] = []
    if entry:
        parts.append(sentence(stated(ledger, entry.statement, entry.slots, answer.slots, ref, "actions")))
    if not entry or answer.text.en or answer.text.zh:
        own = both(message("the sentence of your own action"))
        parts.append(sentence(own_words(ledger, answer.text, f"{ref}.text", own, "actions")))
    day = message("the day of this action")
    said = sequence(parts)
    return {
        "id": key,
        "name": plain(label),
        "day": (
            ledger.short_date(f"{ref}.done_on", answer.done_on, "seller", f"{ref}.done_on", label)
            if answer.done_on
            else ledger.gap(f"{ref}.done_on", day, "actions", f"{ref}.done_on")
        ),
        "done_on": answer.done_on,
        "text": _with_exhibit(said, exhibit_named(ledger, answer.exhibit, f"{ref}.exhibit")),
        "is_new": not was_sent(ledger.case, said, f"action:{key}"),
    }


def exhibit_named(ledger: Ledger, exhibit: str | None, path: str) -> Said:
    """`Exhibit B`, or the gap of a missing proof."""
    letter = ledger.exhibit_letters().get(exhibit or "")
    if not letter:
        return ledger.gap(path, message("proof of this action (an exhibit)"), "evidence", path)
    return Said(f"Exhibit {letter}", f"附件 {letter}", exhibits=(letter,))


def _with_exhibit(said: Said, exhibit: Said) -> Said:
    en, zh = said.en.rstrip(".").replace("{", "{{").replace("}", "}}"), said.zh.rstrip("。")
    zh = zh.replace("{", "{{").replace("}", "}}")
    merged = fill(en + " ({e}).", zh + "（{e}）。", {"e": exhibit})
    facts = (*said.facts, *merged.facts)
    return Said(merged.en, merged.zh, facts, (*said.gaps, *merged.gaps), (*said.exhibits, *merged.exhibits))


def gather_measures(ledger: Ledger) -> dict[str, Any]:
    """`measures`: rows of what, who, how often, tool, trigger and, where given, start."""
    chosen = {k: a for k, a in ledger.case.measures.items() if a.chosen and stands_under(ledger, a.cause)}
    rows = [_measure(ledger, key, answer) for key, answer in chosen.items()]
    what = message("a preventive measure with its owner, rhythm and trigger")
    return {
        "measures": rows,
        "measures_start": any(r["starts"] for r in rows),
        "measures_tool": any(r["tool"] for r in rows),
        "measures_missing": Said() if rows else ledger.gap("measures", what, "actions", "measures"),
    }


def _measure(ledger: Ledger, key: str, answer: MeasureAnswer) -> dict[str, Any]:
    ref = f"measures.{key}"
    entry = knowledge.measure(answer.cause, key)
    label = label_of(entry.name if entry else answer.what, both(message("measure")))
    cells = {
        "what": _cell(ledger, ref, entry, answer, "what", both(message("what is checked"))),
        "cadence": _cell(ledger, ref, entry, answer, "cadence", both(message("how often it is checked"))),
        "tool": _cell(
            ledger, ref, entry, answer, "tool", both(message("the tool of the check")), required=False
        ),
        "trigger": _cell(ledger, ref, entry, answer, "trigger", both(message("what sets off an action"))),
    }
    starts = answer.starts
    return {
        "id": key,
        **cells,
        "owner": _owner(ledger, answer.owner, ref, label),
        "starts": ledger.short_date(f"{ref}.starts", starts, "seller", f"{ref}.starts", label)
        if starts
        else Said(),
        "is_new": not was_sent(ledger.case, cells["what"]),
    }


def _cell(
    ledger: Ledger, ref: str, entry: Measure | None, answer: MeasureAnswer, field: str, label: Bilingual,
    *, required: bool = True,
) -> Said:  # fmt: skip
    own: Words = getattr(answer, field)
    if own.en or own.zh:
        return ledger.words(f"{ref}.{field}", own, f"{ref}.{field}", label, "actions")
    if entry:
        return stated(ledger, getattr(entry, field), entry.slots, answer.slots, ref, "actions")
    if not required:
        return Said()
    return ledger.gap(f"{ref}.{field}", message("{label}", label=label), "actions", f"{ref}.{field}")


def _owner(ledger: Ledger, owner: str, ref: str, label: Bilingual) -> Said:
    if not owner.strip():
        return ledger.gap(f"{ref}.owner", message("who runs this measure"), "actions", f"{ref}.owner")
    role = catalog.roles().get(owner)
    said = plain(role.name) if role else Said(owner, owner)
    return ledger.name(f"{ref}.owner", said, f"{ref}.owner", label)
