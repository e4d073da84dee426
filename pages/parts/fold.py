"""A card that folds and keeps its state: a plain expander closes whenever its label changes."""

from typing import Any

import streamlit as st


def fold(key: str, label: str, *, expanded: bool = False) -> Any:
    """An expander that stays as the person left it, though its label counts or names what is inside.

    To Streamlit an expander with another label is another expander; it is begun as the last one was.
    """
    name, begun = f"fold|{key}", f"begun|{key}"
    before = st.session_state.get(begun)
    if before is None or before[0] != label:
        start = expanded if before is None else bool(st.session_state.get(name, before[1]))
        st.session_state[begun] = before = (label, start)
    return st.expander(label, expanded=before[1], key=name, on_change="rerun")
