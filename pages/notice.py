from pages.parts.guard import enter

enter("notice")

import streamlit as st

from appeal_core.journey import notices, tasks
from pages.parts import saved
from pages.parts.checklist import guide_box
from pages.parts.current import change, go, required_case, show_problem
from pages.parts.marked import marks, show_marked
from pages.parts.no_notice import without_notice
from pages.parts.understanding import understood
from pages.parts.words import listed, read, t
from pages.parts.writer import door, who_writes

KINDS = ["txt", "eml", "msg", "html", "htm", "pdf", "docx"]


def give_notice(case):
    """The three ways in: paste, upload, or none at hand."""
    st.write(t("Paste the notice, from its first line to its last. Nothing leaves this computer."))
    paste, upload, none = st.tabs([t("Paste"), t("Upload"), t("I have no notice")])
    with paste:
        pasted = saved.text(case, "drafts.notice", t("The notice, as Amazon wrote it"), lines=9)
        if st.button(t("Read the notice"), type="primary", icon=":material/search:"):
            add(lambda c: notices.with_notice_text(c, pasted))
    with upload:
        file = st.file_uploader(t("The notice as a file: mail, PDF, web page, Word or text"), type=KINDS)
        if file and st.button(t("Read the file"), type="primary", icon=":material/search:"):
            add(lambda c: notices.with_notice_file(c, file.getvalue(), file.name))
        with st.expander(t("I have only a screenshot")):
            st.write(
                t(
                    "On a phone: open the picture, press on the text, choose Copy text (iPhone: Live Text; "
                    "Android: Lens). In WeChat: open the picture, press and hold, choose Extract text. "
                    "Then paste the text here."
                )
            )
    with none:
        without_notice(case)


def add(how):
    """Reads a notice into the case; a fault is shown and nothing is lost."""
    if change(how):
        st.session_state.pop("replacing", None)
    st.rerun()


case = required_case()
st.title(t("What does Amazon say?"), anchor=False)
show_problem()
diagnosis = case.diagnosis
if diagnosis is None and not case.causes:
    give_notice(case)
    st.stop()
if diagnosis is None:
    st.write(t("There is no notice in this case; its cause comes from your answers."))
    left = right = st.container()
    without_notice(case)
else:
    found = marks(diagnosis)
    left, right = st.columns([3, 2], gap="large")
    with left:
        with st.container(border=True):
            show_marked(diagnosis, found)
        with st.expander(t("Replace the notice")):
            give_notice(case)
        guide_box(case, "first_hours")
    with right:
        understood(case, diagnosis, found)
door(case)
who_writes(case)
missing = [r for r in tasks.required(case) if r.page == "notice" and not r.answered
           and r.path != "understanding.confirmed"]  # fmt: skip
if missing:
    st.caption(t("Still missing here: {what}", what=listed(read(m.what) for m in missing)))
if st.button(t("This is right, go on"), type="primary", icon=":material/arrow_forward:"):
    change(lambda c: c.replace(understanding=c.understanding.model_copy(update={"confirmed": True})))
    go(tasks.next_page(case, "notice"))
