"""The first line of every page: a cold deep link runs a page without `app.py`; this sends it there."""

import streamlit as st


def enter(page: str) -> None:
    """Goes on when `app.py` has run in this session; else opens it, to come back to `page`."""
    if not st.session_state.get("entered"):
        st.session_state.resume_page = page
        st.switch_page("app.py", query_params=st.query_params.to_dict())
