from pages.parts.guard import enter

enter("draft")

import datetime as dt
import secrets

import streamlit as st

from appeal_core.journey import asked, begin, composing, taking_over
from appeal_core.language import BadInput
from pages.parts.current import change, optional_case, show_problem, store
from pages.parts.findings import finding_cards
from pages.parts.take_over import take_over
from pages.parts.words import lang, read, t


def keep(open_case, field, name):
    """Keeps what was pasted; without an open case a new one is begun for it."""
    text = st.session_state[field]
    if open_case is not None:
        change(lambda c: c.replace(drafts={**c.drafts, name: text}))
        return
    new = begin.new_case(secrets.token_urlsafe(9), dt.datetime.now(dt.UTC), lang())
    try:
        store().add(new.replace(drafts={name: text}))
    except BadInput as problem:
        st.session_state.problem = problem.message
        return
    st.session_state.case_id = st.query_params["case"] = new.id


def pasted(open_case, name, label, height):
    """A field whose words are kept in the case's drafts."""
    key = f"{name}|{open_case.id if open_case else ''}"
    st.session_state.setdefault(key, open_case.drafts.get(name, "") if open_case else "")
    return st.text_area(label, height=height, key=key, on_change=keep, args=(open_case, key, name))


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
draft = pasted(case, "draft", t("Or paste it here"), 280)
has_notice = case is not None and case.diagnosis is not None
notice = "" if has_notice else pasted(case, "notice", t("The notice that it answers (optional)"), 140)
if st.button(t("Check it"), type="primary", icon=":material/spellcheck:"):
    try:
        diagnosis = asked.diagnosis_of(notice.encode(), "notice.txt") if notice.strip() else None
        st.session_state.draft_findings = composing.draft_findings(
            file.getvalue() if file else draft.encode(), file.name if file else "draft.txt", case, diagnosis
        )
        st.session_state.draft_stated = taking_over.stated_cause(diagnosis)
    except BadInput as problem:
        st.session_state.pop("draft_findings", None)
        st.error(read(problem.message))
found = st.session_state.get("draft_findings")
if found is not None:
    st.caption(t("{words} words, {characters} characters", words=found.words, characters=found.characters))
    finding_cards(None, found.findings)
    stated = case.causes[0] if case and case.causes else st.session_state.get("draft_stated", "")
    take_over(case, found.text, notice, stated)
