from pages.parts.guard import enter

enter("cases")

import datetime as dt
import secrets

import streamlit as st

from appeal_core.journey import begin, samples
from appeal_core.language import BadInput
from pages.parts.case_list import list_of_cases
from pages.parts.current import go, link_params, show_problem, store
from pages.parts.words import lang, read, t


def open_case(case, files=None):
    """Keeps a case and goes to its first open page."""
    try:
        store().add(case, files or {})
    except BadInput as problem:
        st.session_state.problem = problem.message
        return
    st.session_state.case_id = case.id
    go("notice", case=case.id)


def start_new():
    """An empty case in this language."""
    open_case(begin.new_case(secrets.token_urlsafe(9), dt.datetime.now(dt.UTC), lang()))


def sample_cards():
    """Six invented cases; a click fills the wizard with one."""
    st.header(t("See it at work"), anchor=False)
    st.write(t("Six worked cases with invented shops and orders. Opening one fills every page."))
    found = samples.overview()
    for start in range(0, len(found), 3):
        for column, sample in zip(st.columns(3), found[start : start + 3], strict=False):
            with column, st.container(border=True, height="stretch"):
                st.markdown(f"**{read(sample.title)}**")
                st.caption(read(sample.story))
                if st.button(t("Open this sample"), key=f"sample-{sample.name}"):
                    with st.spinner(t("Reading its notice and reports …")):
                        opened = samples.open_sample(sample.name, lang(), secrets.token_urlsafe(9))
                    open_case(opened.case, opened.files)


def load_file():
    """A case file that another computer wrote."""
    st.header(t("Open a case file"), anchor=False)
    uploaded = st.file_uploader(
        t("A case file (.zip) that was saved in Candor, here or on another computer"), type=["zip", "json"]
    )
    if uploaded and st.button(t("Open the file")):
        try:
            found = begin.opened(uploaded.getvalue(), secrets.token_urlsafe(9))
        except BadInput as problem:
            st.error(read(problem.message))
            return
        open_case(found.case, found.files)


st.title(t("What has Amazon switched off?"), anchor=False)
st.write(
    t(
        "Candor reads the notice, proves the cause with your own reports, and writes an appeal from facts "
        "that you confirm. It promises nothing, invents nothing, and nothing leaves this computer."
    )
)
show_problem()
with st.container(horizontal=True):
    st.button(t("Start an appeal"), type="primary", icon=":material/edit_note:", on_click=None, key="start")
    st.page_link(
        "pages/draft.py",
        label=t("Check a draft that I already have"),
        icon=":material/spellcheck:",
        query_params=link_params(),
    )
if st.session_state.get("start"):
    start_new()
list_of_cases()
sample_cards()
load_file()
