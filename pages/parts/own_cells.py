"""Cells of a measure whose wording came back from Word: shown with their way back to the composed one."""

import streamlit as st

from appeal_core.case import Case, MeasureAnswer
from pages.parts.slots import words
from pages.parts.words import t


def own_cells(case: Case, base: str, answer: MeasureAnswer) -> None:
    """A field for each cell that stands in the seller's own words; none for a measure without such."""
    labels = {
        "what": t("What is checked or done"),
        "cadence": t("How often"),
        "tool": t("With what tool or report"),
        "trigger": t("When it acts, and what then happens"),
    }
    own = [name for name in labels if getattr(answer, name).en or getattr(answer, name).zh]
    if own:
        st.caption(t("In your own words. Empty a field, and the wording from the facts above stands again."))
    for name in own:
        words(case, f"{base}.{name}", labels[name])
