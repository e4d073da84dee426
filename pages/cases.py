from pages.parts.guard import enter

enter("cases")

import datetime as dt
import secrets

import streamlit as st

from appeal_core.journey import begin, samples, stories
from appeal_core.language import BadInput
from pages.parts.case_list import list_of_cases
from pages.parts.current import go, link_params, show_problem, store
from pages.parts.words import lang, read, t


def open_case(case, files=None, page="notice"):
    """Keeps a case and goes to a page of it."""
    try:
        store().add(case, files or {})
    except BadInput as problem:
        st.session_state.problem = problem.message
        return
    st.session_state.case_id = case.id
    go(page, case=case.id)


def start_new():
    """An empty case in this language."""
    open_case(begin.new_case(secrets.token_urlsafe(9), dt.datetime.now(dt.UTC), lang()))


def cards(found, columns, key, opener, page):
    """Invented cases, a card each; a click fills the wizard with one."""
    for start in range(0, len(found), columns):
        for column, one in zip(st.columns(columns), found[start : start + columns], strict=False):
            with column, st.container(border=True, height="stretch"):
                st.markdown(f"**{read(one.title)}**")
                st.caption(read(one.story))
                if st.button(t("Open this sample"), key=f"{key}-{one.name}"):
                    with st.spinner(t("Reading its notice and reports …")):
                        opened = opener(one.name, lang(), secrets.token_urlsafe(9))
                    open_case(opened.case, opened.files, page)


def sample_cards():
    """Six cases before their first letter, and four over several rounds."""
    st.header(t("See it at work"), anchor=False)
    st.write(t("Six worked cases with invented shops and orders. Opening one fills every page."))
    cards(samples.overview(), 3, "sample", samples.open_sample, "notice")
    st.subheader(t("Over several rounds"), anchor=False)
    st.write(
        t(
            "Four stories with Amazon's answers, also invented. Opening one shows what was sent, what came back, and what is left to do."
        )
    )
    cards(stories.stories(), 2, "story", stories.open_story, "follow_up")


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
with st.container(horizontal=True, vertical_alignment="center"):
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
