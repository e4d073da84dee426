"""Amazon's form with questions of its own: each gets its answer from the case."""

import streamlit as st

from appeal_core.case import Case
from appeal_core.journey import reworking
from appeal_core.language import BadInput
from pages.parts.current import link_params
from pages.parts.words import read, safe, t


def form_questions(case: Case) -> None:
    """The form's text pasted in, and question by question what to copy."""
    with st.expander(t("The form asks questions of its own"), icon=":material/quiz:"):
        pasted = st.text_area(
            t("Paste the form's questions, one a line"),
            key="form_questions",
            height=140,
            help=t("With their limits if the form prints any, such as “(max 1000 characters)”."),
        )
        if not pasted.strip():
            return
        try:
            found = reworking.answered(case, pasted)
        except BadInput as problem:
            st.error(read(problem.message), icon=":material/error:")
            return
        for one in found:
            _answer(one)


def _answer(one: reworking.Answered) -> None:
    with st.container(border=True):
        st.markdown(f"**{safe(one.question)}**")
        if one.why:
            st.warning(safe(read(one.why)))
        for gap in one.gaps:
            st.markdown(safe(read(gap.message)))
            st.page_link(
                f"pages/{gap.page}.py", label=t("Fill it"), icon=":material/edit:", query_params=link_params()
            )
        if one.text:
            st.code(one.text, language=None, wrap_lines=True)
            st.caption(_counted(one))


def _counted(one: reworking.Answered) -> str:
    if one.over:
        return (
            t("{n} words too long", n=one.over)
            if one.unit == "words"
            else t("{n} characters too long", n=one.over)
        )
    return t("{n} words", n=one.length) if one.unit == "words" else t("{n} characters", n=one.length)
