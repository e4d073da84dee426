from pages.parts.guard import enter

enter("draft")

import datetime as dt
import secrets

import streamlit as st

from appeal_core.journey import begin, composing
from appeal_core.language import BadInput
from pages.parts.current import change, optional_case, show_problem, store
from pages.parts.findings import finding_cards
from pages.parts.words import lang, read, t


def keep(open_case, field):
    """Keeps the pasted draft; without an open case a new one is begun for it."""
    text = st.session_state[field]
    if open_case is not None:
        change(lambda c: c.replace(drafts={**c.drafts, "draft": text}))
        return
    new = begin.new_case(secrets.token_urlsafe(9), dt.datetime.now(dt.UTC), lang())
    try:
        store().add(new.replace(drafts={"draft": text}))
    except BadInput as problem:
        st.session_state.problem = problem.message
        return
    st.session_state.case_id = st.query_params["case"] = new.id


st.title(t("Is my draft good enough?"), anchor=False)
st.write(
    t(
        "Paste an appeal that you, an agency or a chat program wrote. Candor reads it as a reviewer would and says what to "
        "mend. Nothing leaves this computer."
    )
)
show_problem()
case = optional_case()
if case is not None and case.diagnosis is not None:
    st.caption(t("It is read against the notice and the figures of the open appeal."))
file = st.file_uploader(t("As a file (Word, PDF or text)"), type=["txt", "md", "docx", "pdf"])
key = f"draft|{case.id if case else ''}"
st.session_state.setdefault(key, case.drafts.get("draft", "") if case else "")
draft = st.text_area(t("Or paste it here"), height=280, key=key, on_change=keep, args=(case, key))
if st.button(t("Check it"), type="primary", icon=":material/spellcheck:"):
    try:
        st.session_state.draft_findings = composing.draft_findings(
            file.getvalue() if file else draft.encode(), file.name if file else "draft.txt", case
        )
    except BadInput as problem:
        st.session_state.pop("draft_findings", None)
        st.error(read(problem.message))
found = st.session_state.get("draft_findings")
if found is not None:
    st.caption(t("{words} words, {characters} characters", words=found.words, characters=found.characters))
    finding_cards(None, found.findings)
