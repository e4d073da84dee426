"""The blanks of a statement, and free words in two languages."""

import streamlit as st

from appeal_core.case import Case
from appeal_core.catalog import Slot
from pages.parts import saved
from pages.parts.words import lang, read, t


def slot_fields(case: Case, base: str, slots: dict[str, Slot]) -> None:
    """One field a slot; its label says what, its help why and gives an example."""
    for name, slot in slots.items():
        slot_field(case, f"{base}.slots.{name}", slot)


def slot_field(case: Case, path: str, slot: Slot) -> None:
    """The field of one slot, by its kind."""
    label = read(slot.label) + ("" if slot.required else " " + t("(optional)"))
    hint = " ".join(p for p in (read(slot.why), _example(slot)) if p) or None
    if slot.kind == "choice":
        codes = list(slot.options)
        saved.choice(case, f"{path}.en", label, codes, lambda c: read(slot.options[c]), wide=True, help=hint)
    elif slot.kind == "date":
        saved.date(case, f"{path}.en", label, help=hint)
    elif slot.kind == "text":
        words(case, path, label, help=hint, placeholder=read(slot.suggestion))
    else:
        saved.text(case, f"{path}.en", label, help=hint, placeholder=slot.suggestion.en or slot.example)


def words(case: Case, path: str, label: str, *, lines: int = 1, **options: str | None) -> None:
    """Free words. In Chinese the seller writes Chinese first; the English beside it goes to Amazon."""
    if lang() == "zh":
        saved.text(case, f"{path}.zh", _marked(label, "中文"), lines=lines, **options)
        options = {**options, "placeholder": None}
        saved.text(case, f"{path}.en", _marked(label, "英文，写入英文信"), lines=lines, **options)
        return
    saved.text(case, f"{path}.en", label, lines=lines, **options)


def _marked(label: str, mark: str) -> str:
    """A Chinese label with a mark in its bracket, or in a bracket of its own."""
    return f"{label[:-1]}，{mark}）" if label.endswith("）") else f"{label}（{mark}）"


def _example(slot: Slot) -> str:
    return t("For example: {example}", example=slot.example) if slot.example else ""


def owner_field(case: Case, path: str, roles: dict[str, str], label: str) -> None:
    """Who runs a measure: a role, offered; the owner is the seller until changed."""
    saved.choice(case, path, label, list(roles), roles.__getitem__, wide=True)


def certainty(status: str) -> str:
    """How sure a fact is, in a word."""
    return {
        "verified": t("verified"),
        "one_source": t("one source"),
        "unverified": t("not verified"),
    }[status]


def sure_badge(status: str, source: str) -> None:
    """How sure a fact is, with its source at hand."""
    color = {"verified": "green", "one_source": "blue", "unverified": "gray"}[status]
    st.badge(certainty(status), color=color, help=source)
