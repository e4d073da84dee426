"""A card that folds and keeps its state: a plain expander closes whenever its label changes."""

from typing import Any

import streamlit as st


def fold(key: str, label: str, *, expanded: bool = False) -> Any:
    """An expander that stays as the person left it, though its label counts or names what is inside."""
    return st.expander(label, expanded=expanded, key=f"fold|{key}", on_change="rerun")
