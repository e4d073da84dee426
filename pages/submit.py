from pages.parts.guard import enter

enter("submit")

import datetime as dt

import streamlit as st

from appeal_core.journey import composing, exporting, sending, tasks
from pages.parts.checklist import guide, guide_box, never_write_box
from pages.parts.current import change, go, link_params, required_case, show_problem, store
from pages.parts.downloads import downloads
from pages.parts.findings import set_aside_line, severity_badge
from pages.parts.form_questions import form_questions
from pages.parts.next_step import next_step, steps_alone
from pages.parts.others import marks_of_others
from pages.parts.reader import approval_line
from pages.parts.shell import page_names
from pages.parts.words import lang, listed, read, safe, t


def answers(case):
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


def summary(case, page):
    """A page's answers in one line."""
    from appeal_core.catalog import cause

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
        "reports": t("{n} files", n=len(case.reports)),
        "causes": t("{n} chosen", n=chosen(case.root_causes)),
        "actions": t("{done} done, {run} that run", done=chosen(case.actions), run=chosen(case.measures)),
        "evidence": t("{n} exhibits", n=len(case.exhibits)),
        "letter": t("{n} paragraphs edited", n=len(case.edits)),
    }[page]


def record(case):
    """Noting that it was sent freezes its text and starts the clocks."""
    st.header(t("When you have sent it"), anchor=False)
    st.write(t("Note the moment: the clocks start from it, and this text is kept as sent."))
    left, right = st.columns(2)
    day = left.date_input(t("Day"), value="today", format="YYYY-MM-DD", key="sent_day")
    time = right.time_input(t("Time, your clock"), key="sent_time")
    doors = {
        "account_health": t("Account Health: Reactivate your account, or View appeal"),
        "listing": t("Account Health: the appeal beside the listing"),
        "notification": t("The Appeal button of an old notification"),
        "email": t("An e-mail address that the notice itself prints"),
    }
    door = st.selectbox(
        t("By which way"),
        list(doors),
        format_func=doors.__getitem__,
        key=f"sent_door|{lang()}",
        placeholder=t("Choose"),
    )
    if st.button(t("It is sent: start the clocks"), type="primary", icon=":material/send:"):
        package = exporting.package(case, store().file)
        when = dt.datetime.combine(day, time).astimezone()
        kind = composing.letter(case).kind
        if change(lambda c: sending.with_attempt(c, package, kind, when, door)):
            go("follow_up")


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
