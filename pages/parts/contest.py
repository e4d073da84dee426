"""Defects that Amazon lets one contest, in Amazon's own ways, beside the letter."""

import datetime as dt

import pandas as pd
import streamlit as st

from appeal_core.case import Case
from appeal_core.catalog import metrics
from appeal_core.journey import autopsy, reports
from appeal_core.language import number_text, percent_text
from pages.parts.current import store
from pages.parts.figures import verdict_look
from pages.parts.fold import fold
from pages.parts.slots import sure_badge
from pages.parts.words import labelled, lang, read, safe, sentences, t

SHOWN = 100  # rows on the page; the download holds all


def contest_view(case: Case) -> None:
    """What to do now, then each way with its orders, then the rate without them."""
    now = dt.datetime.now().astimezone()
    found = autopsy.contests(case, store().file, now.date())
    if not found.contests:
        st.info(t("The files at hand show nothing that can be contested. Go on with the letter."))
        return
    told = autopsy.advice(case, found, now)
    if told:
        st.info(sentences(*(safe(read(text)) for text in told)), icon=":material/schedule:")
    for contest in found.contests:
        _way(case, contest)
    for one in found.without:
        _without(one)
    for code, count in found.listed_only.items():
        st.caption(
            t("{metric}: {n} listed orders do not count toward the rate; nothing needs to be contested there.",
              metric=metrics()[code].name, n=count)
        )  # fmt: skip


def _way(case: Case, contest) -> None:
    """One way to contest: is it yours, where, what to bring, by when, which orders."""
    rule, left = contest.rule, contest.fewest_days_left
    clock = t("first clock: {days} days left", days=left) if left is not None else ""
    head = " · ".join(p for p in (f"**{read(rule.name)}**", _orders(len(contest.rows)), clock) if p)
    card = fold(f"{case.id}|contest|{rule.code}", head)
    if not card.open:
        return
    with card:
        st.write(safe(read(rule.why)))
        if rule.grounds:
            lines = "\n".join(f"- {safe(read(g))}" for g in rule.grounds)
            st.markdown(f"**{t('Only where one of these is true')}**\n\n{lines}")
        st.warning(safe(read(rule.caution)))
        st.markdown(labelled(f"1\\. **{t('Where')}**", safe(read(rule.way))))
        st.markdown(labelled(f"2\\. **{t('What to bring')}**", safe(read(rule.bring))))
        if rule.days:
            first = {
                "grant": t("Amazon granted the claim"), "feedback": t("the feedback was left"),
                "chargeback": t("Amazon told you of the chargeback"),
            }.get(rule.starts, "")  # fmt: skip
            by_when = t("{days} days from the day on which {event}", days=rule.days, event=first)
            st.markdown(labelled(f"3\\. **{t('By when')}**", by_when))
        sure_badge(rule.days_status or rule.status, rule.source)
        _rows(contest)


def _rows(contest) -> None:
    states = {
        "open": t("open"),
        "passed": t("passed"),
        "unknown": t("its first day is not in the files"),
        "no_clock": t("no clock"),
    }
    frame = pd.DataFrame(
        [
            {
                t("Order ID"): row.order_id,
                t("Day of the order"): row.day.isoformat() if row.day else "",
                t("State"): states[row.state],
                t("Last day"): row.until.isoformat() if row.until else "",
                t("Days left"): "" if row.days_left is None else str(row.days_left),
            }
            for row in contest.rows
        ]
    )
    frame = frame[[c for c in frame if (frame[c] != "").any()]]
    if any(row.state == "unknown" for row in contest.rows):
        st.caption(
            t(
                "Where the clock's first day is not in the files, look it up in Seller Central before you count on it. "
                "You can give it by order in the workbook of the defect list."
            )
        )
    if len(frame) > SHOWN:
        rows, shown = number_text(len(frame), lang()), number_text(SHOWN, lang())
        st.caption(t("The first {shown} of {rows} rows; the download holds all.", shown=shown, rows=rows))
    st.dataframe(frame.head(SHOWN), hide_index=True)
    st.download_button(
        t("Download all rows (CSV)"), data=lambda: reports.rows_csv(frame), file_name=f"{contest.rule.code}.csv",
        mime="text/csv", on_click="ignore", icon=":material/download:", key=f"contest|{contest.rule.code}",
    )  # fmt: skip


def _without(one) -> None:
    """The rate if Amazon decided all of them for the seller."""
    code, days, _ = one.measurement.split(":")
    name = t("{metric}, {days} days", metric=metrics()[code].name, days=int(days))
    said = t("if every one of these were decided for you: {n} of {of} = {rate} ({verdict}). Arithmetic, no forecast.",
             n=one.numerator, of=one.denominator, rate=percent_text(one.rate, lang()),
             verdict=verdict_look(one.verdict)[0])  # fmt: skip
    st.write(labelled(name, said))


def _orders(count: int) -> str:
    return t("1 order") if count == 1 else t("{n} orders", n=count)
