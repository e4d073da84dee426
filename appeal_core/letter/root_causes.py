"""The root causes, as the letter's points: heading with its count, sentence, what the check showed."""

from __future__ import annotations

from typing import Any

from appeal_core.case import RootCauseAnswer
from appeal_core.catalog import RootCause
from appeal_core.language import Bilingual, message
from appeal_core.letter import knowledge
from appeal_core.letter.figures import bilingual, defects, words_of
from appeal_core.letter.items import by_item
from appeal_core.letter.ledger import Ledger, both
from appeal_core.letter.own import label_of, own_words, stands_under
from appeal_core.letter.readings import readings
from appeal_core.letter.said import Said, fill, plain, sentence, sequence
from appeal_core.letter.sent import was_sent
from appeal_core.letter.statements import named, stated


def gather_root_causes(ledger: Ledger) -> dict[str, Any]:
    """`root_causes`: the chosen ones, most orders first, those that are only context last."""
    case = ledger.case
    chosen = {k: a for k, a in case.root_causes.items() if a.chosen and stands_under(ledger, a.cause)}
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


def _root_cause(ledger: Ledger, key: str, answer: RootCauseAnswer) -> dict[str, Any]:
    ref = f"root_causes.{key}"
    entry = knowledge.root_cause(answer.cause, key)
    count = answer.orders if answer.orders is not None else ledger.case.defect_counts.get(key)
    label = label_of(entry.name if entry else answer.name, both(message("root cause")))
    name = _name(ledger, entry, answer, ref)
    body = _body(ledger, entry, answer, ref)
    found = sentence(ledger.words(f"{ref}.found", answer.found, f"{ref}.found", label, "causes"))
    return {
        "id": key,
        "name": name,
        "heading": _with_count(ledger, name, answer.cause, count, ref, label),
        "statement": body,
        "found": found,
        "by_item": Said() if found or not entry else by_item(ledger, answer.cause, entry, answer.slots),
        "counted_name": plain(bilingual(_metric_words(answer.cause)["counted_name"])),
        "unchecked": _unchecked(ledger, answer, ref, label),
        "count": count,
        "context_only": bool(entry and entry.context_only),
        "is_new": not was_sent(ledger.case, body, f"root:{key}"),
    }


def _name(ledger: Ledger, entry: RootCause | None, answer: RootCauseAnswer, ref: str) -> Said:
    if entry:
        return named(ledger, entry.name, f"{ref}.catalogue")
    heading = both(message("the heading of your own root cause"))
    return own_words(ledger, answer.name, f"{ref}.name", heading, "causes")


def _body(ledger: Ledger, entry: RootCause | None, answer: RootCauseAnswer, ref: str) -> Said:
    """The catalogue's sentence, the seller's own, or the one after the other."""
    own = both(message("the sentence of your own root cause"))
    told = stated(ledger, entry.statement, entry.slots, answer.slots, ref, "causes") if entry else Said()
    if entry and not (answer.text.en or answer.text.zh):
        return told
    return sequence([told, sentence(own_words(ledger, answer.text, f"{ref}.text", own, "causes"))])


def _metric_words(cause: str) -> dict[str, Any]:
    entry = knowledge.cause(cause)
    return words_of(entry.metric if entry and entry.metric else cause)


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
    words = _metric_words(cause)
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
