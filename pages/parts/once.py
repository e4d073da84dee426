"""What is dear to read of a file is read once, and kept for this session alone."""

from collections.abc import Callable
from typing import Any

import streamlit as st


def once(name: str, given: tuple[Any, ...], read: Callable[[], Any]) -> Any:
    """The value of `read()`, kept in this session until `given` (the file, the letter) is another.

    One value a name: a session that goes on to another case drops the last one. What `read` raises is not kept.
    """
    key = f"once|{name}"
    kept = st.session_state.get(key)
    if kept is None or kept[0] != given:
        kept = st.session_state[key] = (given, read())
    return kept[1]
