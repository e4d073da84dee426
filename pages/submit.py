from pages.parts.guard import enter

enter("submit")


import streamlit as st

from appeal_core.journey import composing, exporting
from pages.parts.answers import answers
from pages.parts.checklist import guide, guide_box, never_write_box
from pages.parts.current import required_case, show_problem
from pages.parts.downloads import downloads
from pages.parts.findings import set_aside_line, severity_badge
from pages.parts.form_questions import form_questions
from pages.parts.next_step import next_step, steps_alone
from pages.parts.others import marks_of_others
from pages.parts.sent import record
from pages.parts.words import read, safe, t

case = required_case()
st.title(t("Check and send"), anchor=False)
show_problem()
answers(case)
if steps_alone(case):
    next_step(case)
if case.causes and composing.has_letter(case):
    letter = composing.letter(case)
    found = composing.findings(case, letter, marks_of_others(case))
    blockers = [f for f in found if f.severity == "blocker" and f.key not in case.set_aside]
    ready = exporting.is_ready(found, letter, case)
    st.header(t("Download"), anchor=False)
    if ready:
        st.success(
            t(
                "Complete: no gap and nothing that must be mended. Complete means complete, not certain to succeed."
            )
        )
    else:
        st.warning(t("Not complete yet: the files are marked as a draft on every page."))
        for finding in blockers[:5]:
            with st.container(horizontal=True, vertical_alignment="center"):
                severity_badge(finding.severity)
                st.markdown(safe(read(finding.message)))
    kept = [f for f in found if f.severity == "blocker" and f.key in case.set_aside]
    if kept:
        with st.container(border=True):
            st.markdown(f"**{t('Set aside, though it must be mended')}**")
            for finding in kept:
                set_aside_line(finding, case.set_aside[finding.key])
    downloads(case, letter, ready)
    form_questions(case)
st.header(t("How to send it"), anchor=False)
guide(case, "how_to_submit")
never_write_box(case)
guide_box(case, "before_sending", "forms", "scams")
if case.causes and composing.has_letter(case):
    record(case)
