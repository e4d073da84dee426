"""Check your answers: every page with what it lacks, its answers in a line, and the way back."""

import streamlit as st

from appeal_core.case import Case
from appeal_core.catalog import cause
from appeal_core.journey import composing, tasks
from pages.parts.current import link_params
from pages.parts.reader import approval_line
from pages.parts.shell import page_names
from pages.parts.words import listed, read, safe, t


def answers(case: Case) -> None:
    """Every page with what still lacks, and a way back to each."""
    st.header(t("Check your answers"), anchor=False)
    names = page_names()
    for task in tasks.tasks(case):
        if task.status == "not_needed" or task.page in ("submit", "follow_up"):
            continue
        with st.container(
            border=True, horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"
        ):
            lacks = (
                t("Missing: {what}", what=task.missing)
                if task.missing
                else read(tasks.status_word(task.status))
            )
            st.markdown(f"**{names[task.page]}** · {safe(lacks)}  \n{safe(summary(case, task.page))}")
            st.page_link(
                f"pages/{task.page}.py", label=t("Change"), icon=":material/edit:", query_params=link_params()
            )
    if case.causes and composing.has_letter(case):
        approval_line(case, composing.letter(case))


def summary(case: Case, page: str) -> str:
    """A page's answers in one line."""
    chosen = lambda d: sum(1 for a in d.values() if a.chosen)  # noqa: E731
    return {
        "notice": " · ".join(
            p
            for p in (
                listed(read(cause(c).name) for c in case.causes),
                case.seller.store_name,
                case.seller.signatory,
            )
            if p
        ),
        "reports": t("files: {n}", n=len(case.reports)),
        "causes": t("{n} chosen", n=chosen(case.root_causes)),
        "actions": t("{done} done, {run} that run", done=chosen(case.actions), run=chosen(case.measures)),
        "evidence": t("exhibits: {n}", n=len(case.exhibits)),
        "letter": t("paragraphs edited: {n}", n=len(case.edits)),
    }[page]
