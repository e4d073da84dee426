"""Noting that the appeal was sent: when, by which way, and the text as it went."""

import datetime as dt

import streamlit as st

from appeal_core.case import Case
from appeal_core.journey import composing, exporting, sending
from pages.parts.current import change, go, store
from pages.parts.words import lang, t


def record(case: Case) -> None:
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
