from pages.parts.guard import enter

enter("draft")

import streamlit as st

from appeal_core.journey import composing
from appeal_core.language import BadInput
from pages.parts.current import optional_case
from pages.parts.findings import finding_cards
from pages.parts.words import read, t

st.title(t("Is my draft good enough?"), anchor=False)
st.write(
    t(
        "Paste an appeal that you, an agency or a chat program wrote. Candor reads it as a reviewer would and says what to "
        "mend. Nothing leaves this computer."
    )
)
case = optional_case()
if case is not None and case.diagnosis is not None:
    st.caption(t("It is read against the notice and the figures of the open appeal."))
file = st.file_uploader(t("As a file (Word, PDF or text)"), type=["txt", "md", "docx", "pdf"])
draft = st.text_area(t("Or paste it here"), height=280, key="draft_text")
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
