"""Candor: page set-up, language, navigation. Each screen is a file of `pages/`."""

import streamlit as st

from pages.parts.shell import page_names, sidebar
from pages.parts.words import lang

st.set_page_config(page_icon=":material/balance:", layout="wide")
if not st.session_state.get("entered"):
    st.session_state.entered = st.session_state.first_run = True
st.session_state.lang = lang()

pages = {
    name: st.Page(f"pages/{name}.py", title=f"{title} · Candor", url_path=name)
    for name, title in page_names().items()
}


def home() -> None:
    """The bare address opens the list, so that `/cases` is an address of its own."""
    st.switch_page(pages["cases"], query_params=st.query_params.to_dict())


front = st.Page(home, title="Candor", default=True)
page = st.navigation([front, *pages.values()], position="hidden")
if resume := st.session_state.pop("resume_page", None):
    st.switch_page(pages[resume], query_params=st.query_params.to_dict())
sidebar()
page.run()
st.session_state.first_run = False
