"""What the notice demands beside a plan, and the seller's answer to each: a paper, or a sentence."""

import streamlit as st

from appeal_core.case import Case
from appeal_core.journey import exhibits
from appeal_core.journey.exhibits import Demand
from pages.parts.fold import fold
from pages.parts.slots import words
from pages.parts.words import listed, read, safe, t


def demanded(case: Case) -> None:
    """A line a demand with how far it is answered; a field for the sentence."""
    found = exhibits.demanded(case)
    if not found:
        return
    st.header(t("What the notice asks for"), anchor=False)
    for demand in found:
        _demand(case, demand)


def _demand(case: Case, demand: Demand) -> None:
    papers = listed(t("Exhibit {letter}", letter=case.exhibit_letter(e)) for e in demand.exhibits)
    state = papers or (t("answered in a sentence") if demand.answered else t("not answered yet"))
    icon = ":material/check_circle:" if demand.answered else ":material/radio_button_unchecked:"
    meaning = exhibits.meaning(demand)
    below = f"  \n{safe(read(meaning))}" if meaning else ""
    st.markdown(f"{icon} **{safe(read(demand.name))}** · {safe(state)}{below}")
    label = t("Your answer, in a sentence (with its day)")
    if demand.in_a_line:
        words(case, demand.path, label)
    elif not demand.exhibits:
        hint = t("No such paper? Say in a sentence what you send instead")
        with fold(f"{case.id}|{demand.code}", hint, expanded=demand.answered):
            words(case, demand.path, label)
