from pages.parts.guard import enter

enter("follow_up")

import datetime as dt

import streamlit as st

from appeal_core.catalog import vocabulary
from appeal_core.journey import composing, sending, waiting
from pages.parts import saved
from pages.parts.checklist import guide_box
from pages.parts.current import change, go, link_params, required_case, show_problem
from pages.parts.words import lang, read, safe, t


def sent(case):
    """What was sent when, with its frozen text."""
    st.header(t("What was sent"), anchor=False)
    if not case.attempts:
        st.info(
            t("Nothing is noted as sent yet. When you have sent the letter, note it, and the clocks start.")
        )
        st.page_link(
            "pages/submit.py",
            label=t("Check and send"),
            icon=":material/arrow_back:",
            query_params=link_params(),
        )
    names = composing.kind_names()
    for attempt in case.attempts.values():
        kind = read(names[attempt.kind]) if attempt.kind in names else attempt.kind
        with st.expander(f"**{safe(kind)}** · {attempt.sent_at.astimezone():%Y-%m-%d %H:%M}"):
            st.code(attempt.text, language=None, wrap_lines=True)


def deadlines(case):
    """Every clock in both zones, named and dated."""
    running = waiting.clocks(case, dt.datetime.now(dt.UTC))
    if not running:
        return
    st.header(t("Clocks"), anchor=False)
    states = {"running": t("running"), "met": t("met in time"), "passed": t("reached")}
    for clock in running:
        with st.container(border=True):
            st.markdown(f"**{safe(read(clock.name))}** · {states[clock.state]}")
            for zone in waiting.due_texts(clock, case, lang()):
                st.markdown(safe(zone))
            st.caption(safe(read(clock.advice)))


def reply_form(case):
    """Amazon's answer, pasted."""
    st.header(t("Has Amazon answered?"), anchor=False)
    st.write(
        t(
            "Paste the answer. What it means, and which letter comes next, is shown with the sentence behind it."
        )
    )
    text = saved.text(case, "drafts.reply", t("Amazon's answer"), lines=6)
    day = st.date_input(t("Received on"), value="today", format="YYYY-MM-DD", key="reply_day")
    if st.button(t("Read the answer"), icon=":material/search:"):
        if change(lambda c: sending.with_reply(c, text, day)):
            change(lambda c: c.with_value("drafts.reply", ""))
        st.rerun()


def replies(case):
    """Each answer as read, to confirm or correct."""
    outcomes = vocabulary("outcomes")
    for key, reply in case.replies.items():
        reading = sending.read(reply.text, reply.received_on, case.marketplace)
        with st.container(border=True):
            st.caption(t("Answer of {day}", day=reply.received_on))
            st.markdown(f"**{safe(read(outcomes[reply.outcome].name))}**")
            for span in reading.evidence:
                st.caption("“" + safe(span.text.strip()) + "”")
            for span in reading.named:
                st.markdown("- " + safe(span.text.strip()))
            st.write(safe(read(reading.advice)))
            with st.popover(t("Change"), icon=":material/edit:"):
                saved.choice(
                    case,
                    f"replies.{key}.outcome",
                    t("What the answer is"),
                    list(outcomes),
                    lambda c: read(outcomes[c].name),
                    wide=True,
                )


def next_letter(case):
    """The letter that fits now, composed from the same case."""
    kind = composing.default_kind(case)
    waiting = case.attempts and not case.replies
    choices = ["status_request"] if waiting else [kind, "supplement"] if case.attempts else [kind]
    names = composing.kind_names()
    st.header(t("The next letter"), anchor=False)
    for choice in dict.fromkeys(choices):
        if choice == "status_request":
            st.caption(t("Before business day 5 a status request is often read as a duplicate."))
        st.button(
            t("Compose: {kind}", kind=names[choice]),
            key=f"next-{choice}",
            on_click=_choose,
            args=(choice,),
            type="primary" if choice == choices[0] else "secondary",
        )
    if st.session_state.pop("go_letter", False):
        go("letter")


def _choose(kind):
    change(lambda c: c.replace(wishes=c.wishes.model_copy(update={"kind": kind})))
    st.session_state.go_letter = True


case = required_case()
st.title(t("What happens now?"), anchor=False)
show_problem()
sent(case)
deadlines(case)
st.header(t("Until then"), anchor=False)
guide_box(case, "waiting", "phone_script")
replies(case)
reply_form(case)
next_letter(case)
guide_box(case, "after_refusal", "final_stop", "scams")
