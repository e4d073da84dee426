"""What goes on beside the letters: the timeline, calls, another notice."""

import datetime as dt
import secrets

import streamlit as st

from appeal_core.case import Case
from appeal_core.journey import calls, several, standing
from appeal_core.language import BadInput
from pages.parts import saved
from pages.parts.current import change, go, store
from pages.parts.fold import fold
from pages.parts.words import labelled, read, safe, t


def timeline(case: Case, now: dt.datetime) -> None:
    """Everything that happened, and the deadlines ahead, folded away."""
    found = standing.timeline(case, now)
    if not found:
        return
    with fold(f"{case.id}|timeline", "**" + t("Timeline of the case") + f"** · {len(found)}"):
        for event in found:
            local = event.at.astimezone()
            day = f"{event.at:%Y-%m-%d}" if event.whole_day else f"{local:%Y-%m-%d %H:%M}"
            ahead = f" · {t('ahead')}" if event.ahead else ""
            st.markdown(f"{day} · {safe(read(event.text))}{ahead}")


def phone(case: Case) -> None:
    """A script for the call and its log, folded away."""
    script = calls.script(case)
    logged = f" · {len(case.calls)}" if case.calls else ""
    with fold(f"{case.id}|phone", "**" + t("Call Account Health Support") + f"**{logged}"):
        st.caption(t("They explain; they do not decide. Note the name and every answer."))
        st.markdown("  \n".join(labelled(read(name), safe(value)) for name, value in script.at_hand))
        with st.form(f"call|{len(case.calls)}", border=False):
            who = st.text_input(t("Who answered"))
            answers = {i.id: st.text_input(safe(read(i.text)), help=safe(read(i.why))) for i in script.ask}
            note = st.text_area(t("What else was said"))
            if st.form_submit_button(t("Keep this call")):
                now = dt.datetime.now().astimezone()
                change(lambda c: calls.with_call(c, now, who, answers, note))
                st.rerun()
        for item in script.mind:
            st.caption(f":material/block: {safe(read(item.text))}")
        questions = {i.id: read(i.text) for i in script.ask}
        for call in case.calls.values():
            with st.container(border=True):
                st.markdown(f"**{call.at.astimezone():%Y-%m-%d %H:%M}** {safe(call.who)}")
                for key, words in call.answers.items():
                    st.markdown(safe(questions.get(key, key)) + "  \n" + safe(words))
                if call.note:
                    st.write(safe(call.note))


def another_notice(case: Case) -> None:
    """A second enforcement: inside this case, or as its own."""
    with fold(f"{case.id}|another", "**" + t("Another notice came") + "**"):
        st.write(
            t(
                "A notice about the same matter joins this case; one about something else is better kept as a case of its own."
            )
        )
        text = saved.text(case, "drafts.notice_2", t("The other notice"), lines=6)
        day = st.date_input(t("Received on"), value="today", format="YYYY-MM-DD", key="notice_2_day")
        at = dt.datetime.combine(day, dt.time(12)).astimezone()
        with st.container(horizontal=True):
            if st.button(t("Add to this case")) and change(
                lambda c: several.with_another_notice(c, text, at).with_value("drafts.notice_2", "")
            ):
                go("notice")
            if st.button(t("Open as its own case")):
                _open_own(case, text, at)


def _open_own(case: Case, text: str, at: dt.datetime) -> None:
    try:
        own = several.own_case(case, text, at, secrets.token_urlsafe(9), dt.datetime.now(dt.UTC))
        store().add(own, {})
    except BadInput as problem:
        st.session_state.problem = problem.message
        st.rerun()
    change(lambda c: c.with_value("drafts.notice_2", ""))
    st.session_state.case_id = own.id
    go("notice", case=own.id)
