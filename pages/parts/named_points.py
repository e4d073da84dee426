"""What Amazon's answer names as missing: each point with a field for what nothing else in the letter answers."""

import streamlit as st

from appeal_core.case import Case
from appeal_core.journey import sending
from pages.parts.slots import words
from pages.parts.words import safe, t


def named_points(case: Case) -> None:
    """The points that the next supplement answers; nothing where none is named."""
    found = sending.named_points(case)
    if not found:
        return
    with st.container(border=True):
        st.markdown(f"**{t('What Amazon wants more of')}**")
        st.caption(
            t(
                "Each point is a heading of your supplement. New root causes, actions and measures stand under the "
                "point that they answer. Where none does, answer it here with facts: what, how many, on which day."
            )
        )
        for path, point in found.items():
            st.markdown(f"“{safe(point)}”")
            words(case, path, t("Your own answer to this point (optional)"), lines=2)
