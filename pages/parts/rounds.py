"""One round with Amazon: what was sent, what came back, what the next letter brings that is new."""

import datetime as dt

import streamlit as st

from appeal_core.case import Case
from appeal_core.catalog import vocabulary
from appeal_core.journey import composing, doubts, sending, standing, waiting
from appeal_core.language import BadInput, percent_text
from pages.parts import saved
from pages.parts.current import change, go
from pages.parts.fold import fold
from pages.parts.words import labelled, lang, listed, read, safe, t


def sent(case: Case) -> None:
    """What was sent when, by whom, with its frozen text and the hashes of its files."""
    st.header(t("What was sent"), anchor=False)
    if not case.attempts:
        st.info(
            t("Nothing is noted as sent yet. When you have sent the letter, note it, and the clocks start.")
        )
        if st.button(t("Check and send"), type="primary", icon=":material/arrow_back:"):
            go("submit")
    names = composing.kind_names()
    for key, attempt in case.attempts.items():
        kind = read(names[attempt.kind]) if attempt.kind in names else attempt.kind
        head = f"**{safe(kind)}** · {attempt.sent_at.astimezone():%Y-%m-%d %H:%M}"
        with fold(f"{case.id}|sent|{key}", head + (f" · {safe(attempt.who)}" if attempt.who else "")):
            st.code(attempt.text, language=None, wrap_lines=True)
            if attempt.files:
                st.caption(t("Files as they were sent, with the start of their SHA-256"))
                st.caption(listed(f"{safe(n)} ({sha[:12]})" for n, sha in attempt.files.items()))


def clocks(case: Case, now: dt.datetime) -> None:
    """Every clock in both zones, named and dated, and counted down."""
    running = waiting.clocks(case, now)
    if not running or standing.is_back(case):
        return
    st.header(t("Clocks"), anchor=False)
    states = {"running": t("running"), "met": t("met in time"), "passed": t("reached")}
    for clock in running:
        with st.container(border=True):
            left = f" · {_left(clock.due - now)}" if clock.state == "running" else ""
            st.markdown(f"**{safe(read(clock.name))}** · {states[clock.state]}{left}")
            for zone in waiting.due_texts(clock, case, lang()):
                st.markdown(safe(zone))
            st.caption(safe(read(clock.advice)))
    st.download_button(
        t("Calendar file (.ics)"),
        waiting.calendar(case, lang(), now),
        "clocks.ics",
        "text/calendar",
        icon=":material/event:",
    )


def _left(span: dt.timedelta) -> str:
    hours = int(span.total_seconds() // 3600)
    return t("{n} days left", n=hours // 24) if hours >= 48 else t("{n} hours left", n=hours)


def reply_form(case: Case) -> None:
    """Amazon's answer, pasted; what speaks against it is asked before it is kept."""
    st.write(
        t(
            "Paste the answer. What it means, and which letter comes next, is shown with the sentence behind it."
        )
    )
    text = saved.text(case, "drafts.reply", t("Amazon's answer"), lines=6)
    day = st.date_input(t("Received on"), value="today", format="YYYY-MM-DD", key="reply_day")
    asked = st.session_state.get("reply_asked")
    if st.button(t("Read the answer"), icon=":material/search:"):
        try:
            asked = [d.text for d in doubts.doubts(case, text, day)] if case.attempts else []
        except BadInput as problem:
            st.session_state.problem = problem.message
            st.rerun()
        st.session_state.reply_asked = asked
        if not asked:
            _keep(text, day)
    if asked:
        for reason in asked:
            st.warning(safe(read(reason)), icon=":material/help:")
        if st.button(t("It is the answer: keep it all the same")):
            _keep(text, day)


def _keep(text: str, day: dt.date) -> None:
    st.session_state.pop("reply_asked", None)
    if change(lambda c: sending.with_reply(c, text, day)):
        change(lambda c: c.with_value("drafts.reply", ""))
    st.rerun()


def replies(case: Case) -> None:
    """Each answer as read, to confirm or correct; what follows is told of the last one alone."""
    outcomes = vocabulary("outcomes")
    last = max(reversed(case.replies), key=lambda k: case.replies[k].received_on, default=None)
    for key, reply in case.replies.items():
        reading = sending.read(reply.text, reply.received_on, case.marketplace)
        with st.container(border=True):
            st.caption(t("Answer of {day}", day=reply.received_on))
            st.markdown(f"**{safe(read(outcomes[reply.outcome].name))}**")
            if reply.outcome == reading.outcome:
                for span in reading.evidence:
                    st.caption("“" + safe(span.text.strip()) + "”")
            if reading.named and key == last:
                st.write(t("The next letter must answer:"))
                st.markdown("\n".join("- " + safe(span.text.strip()) for span in reading.named))
            if key == last:
                st.write(safe(read(sending.advice(reply.outcome))))
            with st.popover(t("Change"), icon=":material/edit:"):
                saved.choice(
                    case,
                    f"replies.{key}.outcome",
                    t("What the answer is"),
                    list(outcomes),
                    lambda c: read(outcomes[c].name),
                    wide=True,
                )


def next_letter(case: Case, now: dt.datetime, *, stopped: bool) -> None:
    """The letters that fit now, composed from the same case, each with what it brings that is new.

    Before anything was sent or answered the one letter is that of the letter page.
    """
    if standing.is_back(case) or not (case.attempts or case.replies):
        return
    st.header(t("The next letter"), anchor=False)
    kinds, names = standing.next_kinds(case, now), composing.kind_names()
    if not kinds:
        st.write(t("No letter is due now."))
        if not stopped:
            st.caption(t("Before business day 5 a status request is often read as a duplicate."))
    for choice in kinds:
        with st.container(border=len(kinds) > 1):
            _news(case, choice)
            st.button(
                t("Compose: {kind}", kind=names[choice]),
                key=f"next-{choice}",
                on_click=_choose,
                args=(choice,),
                type="primary" if choice == kinds[0] and not stopped else "secondary",
            )
    if st.session_state.pop("go_letter", False):
        go("letter")


def _news(case: Case, kind: str) -> None:
    try:
        found = standing.news(case, composing.letter(case, kind))
    except BadInput:
        return
    if found is None:
        return
    if found.warns:
        st.warning(
            t(
                "{share} of this letter was sent before. The same text again is read as a duplicate and weakens the next one. New are only facts, days or papers that Amazon does not have yet.",
                share=percent_text(found.change.same, lang(), 0),
            )
        )
    parts = [
        t("{n} new facts", n=len(found.facts)),
        t("{n} new sentences", n=len(found.change.new)),
        labelled(t("new exhibits"), listed(found.exhibits)) if found.exhibits else t("no new exhibit"),
        t("{share} as sent before", share=percent_text(found.change.same, lang(), 0)),
    ]
    st.caption(labelled(t("Since the last sending"), listed(parts)))
    if found.change.new:
        with fold(f"{case.id}|news|{kind}", t("What is new, sentence by sentence")):
            st.markdown("\n".join("- " + safe(" ".join(s.split())) for s in found.change.new))


def _choose(kind: str) -> None:
    change(lambda c: c.replace(wishes=c.wishes.model_copy(update={"kind": kind})))
    st.session_state.go_letter = True
