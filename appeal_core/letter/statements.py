"""Catalogue statements with their slots filled, in both languages."""

from __future__ import annotations

from collections.abc import Mapping

from appeal_core.case import Words
from appeal_core.catalog import Slot
from appeal_core.catalog.cause_entries import Statement
from appeal_core.language import Bilingual, message
from appeal_core.letter.ledger import Ledger, both, figures_in
from appeal_core.letter.said import Said, fill
from appeal_core.letter.slots import slot_said


def stated(
    ledger: Ledger,
    statement: Statement,
    slots: Mapping[str, Slot],
    given: Mapping[str, Words],
    ref: str,
    page: str,
) -> Said:
    """The statement filled from `given`; `ref` is the path of the answer (`actions.<id>`).

    The figures that stand in the statement's own words become a fact of the catalogue.
    """
    needed = {name: slot for name, slot in slots.items() if "{" + name + "}" in statement.en + statement.zh}
    parts = {
        name: slot_said(ledger, slot, given.get(name), f"{ref}.slots.{name}", page)
        for name, slot in needed.items()
    }
    fixed = Said(_without_slots(statement.en, needed), _without_slots(statement.zh, needed))
    said = fill(statement.en, statement.zh, parts)
    if figures := figures_in(fixed):
        return with_figures(ledger, said, f"{ref}.statement", figures)
    return said


def with_figures(ledger: Ledger, said: Said, ref: str, figures: tuple[str, ...]) -> Said:
    """`said` with the figures of its fixed words entered as the catalogue's."""
    label = both(message("figures in the catalogue's sentence"))
    known = ledger.facts.get(ref)
    values = tuple(dict.fromkeys((*(known.values if known else ()), *figures)))
    ledger.enter(ref, "catalogue", ref, label, Said(), *values)
    return Said(said.en, said.zh, (*said.facts, ref), said.gaps, said.exhibits)


def named(ledger: Ledger, name: Bilingual, ref: str) -> Said:
    """A name of the catalogue; figures in it are entered."""
    said = Said(name.in_("en"), name.in_("zh"))
    figures = figures_in(said)
    return with_figures(ledger, said, ref, figures) if figures else said


def _without_slots(text: str, slots: Mapping[str, Slot]) -> str:
    for name in slots:
        text = text.replace("{" + name + "}", " ")
    return text
