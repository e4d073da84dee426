"""The root causes, the actions done and the measures, as the letter's points and rows."""

from __future__ import annotations

import datetime as dt
from typing import Any

from appeal_core import catalog
from appeal_core.case import ActionAnswer, MeasureAnswer, RootCauseAnswer, Words
from appeal_core.catalog.entries import Measure, Statement
from appeal_core.language import Bilingual, message
from appeal_core.letter import knowledge
from appeal_core.letter.figures import bilingual, defects, words_of
from appeal_core.letter.ledger import Ledger, both
from appeal_core.letter.readings import readings
from appeal_core.letter.said import Said, fill, plain, sentence, sequence
from appeal_core.letter.sent import was_sent
from appeal_core.letter.statements import named, stated


def gather_root_causes(ledger: Ledger) -> dict[str, Any]:
    """`root_causes`: the chosen ones, most orders first, those that are only context last."""
    case = ledger.case
    chosen = {k: a for k, a in case.root_causes.items() if a.chosen and _answers(ledger, a.cause)}
    items = [_root_cause(ledger, key, answer) for key, answer in chosen.items()]
    items.sort(key=lambda i: (i["context_only"], -(i["count"] or 0)))
    own = [i for i in items if not i["context_only"]]
    what = message("the root cause in your own process")
    return {
        "root_causes": items,
        "root_cause_count": _count_word(ledger, len(own)) if own else Said(),
        "root_cause_total": len(own),
        "explained": _explained(ledger, own),
        "root_cause_missing": Said() if own else ledger.gap("root_causes", what, "causes", "root_causes"),
    }


def _answers(ledger: Ledger, cause: str) -> bool:
    return not ledger.case.causes or cause in ledger.case.causes


def _root_cause(ledger: Ledger, key: str, answer: RootCauseAnswer) -> dict[str, Any]:
    ref = f"root_causes.{key}"
    entry = knowledge.root_cause(answer.cause, key)
    count = answer.orders if answer.orders is not None else ledger.case.defect_counts.get(key)
    label = _label(entry.name if entry else answer.name, both(message("root cause")))
    if entry:
        name = named(ledger, entry.name, f"{ref}.catalogue")
        body = stated(
            ledger,
            Statement(en=entry.statement.en, zh=entry.statement.zh),
            entry.slots,
            answer.slots,
            ref,
            "causes",
        )
    else:
        name = _own(
            ledger, answer.name, f"{ref}.name", both(message("the heading of your own root cause")), "causes"
        )
        body = Said()
    if not entry or answer.text.en or answer.text.zh:
        more = _own(
            ledger, answer.text, f"{ref}.text", both(message("the sentence of your own root cause")), "causes"
        )
        body = sequence([body, sentence(more)])
    found = sentence(ledger.words(f"{ref}.found", answer.found, f"{ref}.found", label, "causes"))
    return {
        "id": key,
        "name": name,
        "heading": _with_count(ledger, name, answer.cause, count, ref, label),
        "statement": body,
        "found": found,
        "unchecked": _unchecked(ledger, answer, ref, label),
        "count": count,
        "context_only": bool(entry and entry.context_only),
        "is_new": not was_sent(ledger.case, body, f"root:{key}"),
    }


def _label(text: Bilingual | Words, fallback: Bilingual) -> Bilingual:
    return Bilingual(en=text.en or fallback.en, zh=text.zh or fallback.zh)


def _own(ledger: Ledger, words: Words, ref: str, label: Bilingual, page: str) -> Said:
    said = ledger.words(ref, words, ref, label, page)
    return said or ledger.gap(ref, message("{label}", label=label), page, ref)


def _unchecked(ledger: Ledger, answer: RootCauseAnswer, ref: str, label: Bilingual) -> Said:
    if answer.check == "yes":
        return Said()
    what = message("the check of the root cause “{name}”: what your data showed", name=label)
    return ledger.gap(f"{ref}.check", what, "causes", f"{ref}.check")


def _with_count(
    ledger: Ledger, name: Said, cause: str, count: int | None, ref: str, label: Bilingual
) -> Said:
    if not count:
        return name
    entry = knowledge.cause(cause)
    words = words_of(entry.metric if entry and entry.metric else cause)
    unit = bilingual(words["unit_one"] if count == 1 else words["unit_many"])
    number = ledger.number(f"count.{ref}.orders", count, "seller", f"{ref}.orders", label)
    parts = {"name": name, "n": number, "unit": plain(unit)}
    return fill("{name} ({n} {unit})", "{name}（{n} {unit}）", parts)


def _count_word(ledger: Ledger, count: int) -> Said:
    words = ("", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine")
    english = words[count] if count < len(words) else str(count)
    said = Said(english, str(count))
    return ledger.enter(
        "root_causes.count", "computed", "root_causes", both(message("number of root causes")), said
    )


def _explained(ledger: Ledger, items: list[dict[str, Any]]) -> dict[str, Any] | None:
    """How many of the defective orders the root causes explain, where that is known."""
    metrics = {e.metric for c in ledger.case.causes if (e := knowledge.cause(c)) and e.metric}
    if len(metrics) != 1 or not items or any(i["count"] is None for i in items):
        return None
    code = next(iter(metrics))
    first = next(iter(readings(ledger.case, code)), None)
    if first is None or first.bad is None:
        return None
    total = sum(i["count"] for i in items)
    label = both(message("defective orders explained by the root causes"))
    what = message("counts that add up: the root causes explain {sum} of {total}", sum=total, total=first.bad)
    over = total > first.bad
    return {
        "all": total == first.bad,
        "over": ledger.gap("root_causes.sum", what, "causes", "root_causes") if over else Said(),
        "sum": _sum(ledger, code, total, label),
        "defects": defects(ledger, code, first.bad, f"sum:{first.ref}", label),
    }


def _sum(ledger: Ledger, code: str, total: int, label: Bilingual) -> Said:
    number = ledger.number("sum.root_causes", total, "computed", "root_causes", label)
    words = words_of(code)
    unit = bilingual(words["unit_one"] if total == 1 else words["unit_many"])
    return Said(number.en, f"{number.zh} {unit.zh}", number.facts)


def gather_actions(ledger: Ledger) -> dict[str, Any]:
    """`actions`: the chosen ones by their day, undated last."""
    chosen = {k: a for k, a in ledger.case.actions.items() if a.chosen and _answers(ledger, a.cause)}
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
    label = _label(entry.name if entry else answer.text, both(message("action")))
    parts: list[Said] = []
    if entry:
        parts.append(sentence(stated(ledger, entry.statement, entry.slots, answer.slots, ref, "actions")))
    if not entry or answer.text.en or answer.text.zh:
        own = both(message("the sentence of your own action"))
        parts.append(sentence(_own(ledger, answer.text, f"{ref}.text", own, "actions")))
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
    chosen = {k: a for k, a in ledger.case.measures.items() if a.chosen and _answers(ledger, a.cause)}
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
    label = _label(entry.name if entry else answer.what, both(message("measure")))
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
