from pages.parts.guard import enter

enter("notice")

import streamlit as st

from appeal_core.catalog import routes
from appeal_core.journey import notices, tasks, understanding
from pages.parts import saved
from pages.parts.at_once import at_once, missing_here
from pages.parts.checklist import cause_steps_box, guide_box, told_of_cause
from pages.parts.current import change, go, required_case, show_problem
from pages.parts.marked import marks, show_marked
from pages.parts.next_step import next_step, steps_alone
from pages.parts.no_notice import without_notice
from pages.parts.sheet import sheet_downloads
from pages.parts.understanding import beware, understood
from pages.parts.words import t
from pages.parts.writer import door, who_writes

KINDS = ["txt", "eml", "msg", "html", "htm", "pdf", "docx"]


def give_notice(case, again=False):
    """The three ways in: paste, upload, or none at hand; `again` where one is given in place of answers."""
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
        if case.notices or again:
            st.write(t("This is for a case without any notice."))
        else:
            without_notice(case)


def add(how):
    """Reads a notice into the case; a fault is shown and nothing is lost."""
    if change(how):
        st.session_state.pop("replacing", None)
    st.rerun()


def read_notice(case, found):
    """The notice with its marks, and what to do around it."""
    with st.container(border=True):
        show_marked(case.notices[-1].diagnosis, found)
    with st.expander(t("Replace the notice")):
        give_notice(case)
    around(case)


def around(case):
    """The first hours, what the cause calls for, what to ask on the phone; to tick, and to print."""
    guide_box(case, "first_hours")
    told_of_cause(case)
    if not steps_alone(case):
        cause_steps_box(case)
    guide_box(case, "phone_script")
    sheet_downloads(case)


def confirm(case):
    """Confirms what was understood, and goes on where there is something to go on with."""
    if missing := missing_here(case):
        st.caption(t("Still missing here: {what}", what=missing))
    last = set(routes()[case.route].tasks) <= {"notice"}
    if last and case.understanding.confirmed:
        st.success(t("Nothing is to be sent. Keep the notice; if another one comes, begin with that one."))
        return
    label = t("This is right") if last else t("This is right, go on")
    if st.button(label, type="primary", icon=":material/arrow_forward:"):
        change(lambda c: c.replace(understanding=c.understanding.model_copy(update={"confirmed": True})))
        if last:
            st.rerun()
        go(tasks.next_page(case, "notice"))


case = required_case()
st.title(t("What does Amazon say?"), anchor=False)
show_problem()
if case.diagnosis is None and not case.causes:
    give_notice(case)
    st.stop()
if (following := understanding.followed(case)) is not case and change(understanding.followed):
    case = following
if case.diagnosis is None:
    st.write(t("There is no notice in this case; its cause comes from your answers."))
    without_notice(case)
    with st.expander(t("The notice has turned up")):
        give_notice(case, again=True)
    around(case)
else:
    found = marks(case.notices[-1].diagnosis)
    beware(case, case.notices[-1].diagnosis, found)
    at_once(case, case.notices[-1].diagnosis)
    left, right = st.columns([3, 2], gap="large")
    with left:
        read_notice(case, found)
    with right:
        understood(case, case.notices[-1].diagnosis, found)
door(case)
if steps_alone(case):
    next_step(case)
elif case.causes:
    who_writes(case)
confirm(case)
