"""A slot's content as both languages print it: each kind with its unit and its plural."""

from __future__ import annotations

import datetime as dt
import re

from appeal_core.case import Words
from appeal_core.catalog import Slot
from appeal_core.language import list_text, message, number_text
from appeal_core.letter.ledger import Ledger
from appeal_core.letter.said import Said

_NUMBER = re.compile(r"\s*(\d[\d,]*(?:\.\d+)?)\s*(?:(?:-|–|~|to|至|到)\s*(\d[\d,]*(?:\.\d+)?))?\s*%?", re.I)
_SEPARATORS = re.compile(r"[,;，；、\s]+")

# one, many, Chinese measure word
_UNITS = {
    "number": ("", "", ""),
    "days": (" day", " days", " 天"),
    "business_days": (" business day", " business days", " 个工作日"),
    "hours": (" hour", " hours", " 小时"),
    "orders": (" order", " orders", " 笔订单"),
    "units": (" unit", " units", " 件"),
    "listings": (" listing", " listings", " 个商品"),
    "percent": ("%", "%", "%"),
}


def slot_said(ledger: Ledger, slot: Slot, words: Words | None, ref: str, page: str) -> Said:
    """The slot's content as a fact of the ledger; a visible gap where it is missing or unusable.

    `ref` is the path of the slot in the case (`actions.x.slots.items`), and the fact's id.
    """
    words = words or Words()
    if not (words.en.strip() or words.zh.strip()):
        return ledger.gap(ref, message("{label}", label=slot.label), page, ref) if slot.required else Said()
    if slot.kind == "text":
        return ledger.words(ref, words, ref, slot.label, page)
    raw = words.en.strip() or words.zh.strip()
    said = _typed(ledger, slot, raw)
    if said is None:
        what = message("{label}, in the form that its field asks for", label=slot.label)
        return ledger.gap(ref, what, page, ref)
    return ledger.enter(ref, "seller", ref, slot.label, said, raw)


def items_of(words: Words) -> list[str]:
    """The identifiers of a slot of kind `skus`."""
    return [i for i in _SEPARATORS.split(words.en or words.zh) if i]


def _typed(ledger: Ledger, slot: Slot, raw: str) -> Said | None:
    if slot.kind == "choice":
        option = slot.options.get(raw)
        return Said(option.in_("en"), option.in_("zh")) if option else None
    if slot.kind == "date":
        try:
            day = dt.date.fromisoformat(raw)
        except ValueError:
            return None
        return ledger.day_said(day, year=day.year != ledger.day.year)
    if slot.kind == "skus":
        items = items_of(Words(en=raw))
        return Said(list_text(items, "en"), list_text(items, "zh"))
    if slot.kind in _UNITS:
        return _counted(slot.kind, raw)
    return Said(raw, raw)


def _counted(kind: str, raw: str) -> Said | None:
    match = _NUMBER.match(raw)
    if not match:
        return None
    one, many, chinese = _UNITS[kind]
    low, high = (_figure(g) if g else "" for g in match.groups())
    if high:
        return Said(f"{low} to {high}{many}", f"{low} 至 {high}{chinese}")
    return Said(low + (one if low == "1" else many), low + chinese)


def _figure(text: str) -> str:
    bare = text.replace(",", "")
    return number_text(int(bare), "en") if bare.isdigit() else bare
