"""The case of this page: loaded from the store on every run, so what is shown is what is kept."""

from collections.abc import Callable, Iterable
from typing import Any

import streamlit as st

from appeal_core.case import Case
from appeal_core.language import BadInput
from appeal_core.store import Store, open_store
from pages.parts.words import read, t


@st.cache_resource(show_spinner=False)
def _opened() -> Store:
    return open_store()


def store() -> Store:
    """The database. Where it cannot be used the page says why and stops."""
    try:
        return _opened()
    except BadInput as problem:
        st.error(read(problem.message), icon=":material/database_off:")
        st.stop()


def case_id() -> str | None:
    """The id of the case in the link, else the one last open in this tab."""
    found = st.query_params.get("case") or st.session_state.get("case_id")
    if found:
        st.session_state.case_id = found
        if st.query_params.get("case") != found:
            st.query_params["case"] = found
    return found


def optional_case() -> Case | None:
    """The case of this run, if one is open and still there."""
    found = case_id()
    if not found:
        return None
    try:
        return store().load(found)
    except BadInput:
        return None


def required_case() -> Case:
    """The case of this run; without one the page says what to do and stops."""
    found = case_id()
    try:
        if found:
            return store().load(found)
    except BadInput as problem:
        st.session_state.pop("case_id", None)
        st.warning(read(problem.message))
    else:
        st.info(t("No appeal is open. Choose one from the list, or start a new one."))
    st.page_link("pages/cases.py", label=t("To the list of appeals"), icon=":material/arrow_back:")
    st.stop()


def change(how: Callable[[Case], Case], new_files: Iterable[bytes] = ()) -> bool:
    """Applies `how` to the stored case; a fault is kept for the page to show. True when written."""
    from pages.parts.saved import mark_saved

    try:
        store().change(str(case_id()), how, new_files)
    except BadInput as problem:
        st.session_state.problem = problem.message
        return False
    mark_saved()
    return True


def show_problem() -> None:
    """A fault of the last action, in a sentence, once."""
    problem = st.session_state.pop("problem", None)
    if problem is not None:
        st.error(read(problem), icon=":material/error:")


def go(page: str, **params: Any) -> None:
    """Opens another page with the same case and language."""
    st.switch_page(f"pages/{page}.py", query_params=link_params(**params))


def link_params(**params: Any) -> dict[str, str]:
    """What every link carries: the case and the language."""
    kept = {k: v for k in ("case", "lang") if (v := st.query_params.get(k))}
    if found := st.session_state.get("case_id"):
        kept["case"] = found
    return {**kept, **params}
