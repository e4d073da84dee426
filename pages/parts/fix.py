"""Does the fix work: replayed on the past orders, and before against after where new orders came."""

import datetime as dt

import streamlit as st

from appeal_core.case import Case, Measurement
from appeal_core.journey import autopsy
from appeal_core.language import BadInput, number_text, percent_text
from pages.parts import saved
from pages.parts.current import link_params, store
from pages.parts.words import labelled, lang, listed, read, safe, t


def fix_view(case: Case, measurement: Measurement) -> None:
    """The honest way for this shop comes first: without new orders that is the replay."""
    names = [t("Replay on past orders"), t("Before and after")]
    off = autopsy.offers_off(case)
    tabs = dict(zip(names, st.tabs(names, default=names[0] if off else names[1]), strict=True))
    with tabs[names[0]]:
        _replay(case)
    with tabs[names[1]]:
        _compare(case, measurement)


def _replay(case: Case) -> None:
    st.write(
        t(
            "With another handling time, how many of the past orders would have been late? Where offers are off this is the honest way to show a fix."
        )
    )
    left, right = st.columns(2)
    with left:
        days = saved.number(case, "fix.handling_days", t("New handling time in business days"), max_value=60)
    with right:
        skus = saved.text(case, "fix.skus", t("Only these SKUs (optional)"))
    if days is None:
        return
    wanted = [s.strip() for s in skus.replace("，", ",").replace("、", ",").split(",") if s.strip()]
    try:
        found = autopsy.replayed(case, store().file, int(days), wanted)
    except BadInput as problem:
        st.error(read(problem.message))
        return
    _replayed(found)


def _replayed(found: autopsy.Replay) -> None:
    ways = {
        t("By confirmation, as Amazon judges"): found.by_confirmation,
        t("By the carrier's first scan"): found.by_scan,
        t("By the ship date entered"): found.by_ship_date,
        t("Orders still open"): found.open_orders,
    }
    rows = [
        {
            t("Judged"): name,
            t("Orders"): one.orders,
            t("Late as it was"): one.late,
            t("Late with the new time"): one.late_then,
        }
        for name, one in ways.items()
        if one is not None
    ]
    if rows:
        st.dataframe(rows, hide_index=True)
        if found.handling_seen:
            seen = listed(
                t("{days} days: {n} orders", days=d, n=number_text(n, lang()))
                for d, n in found.handling_seen[:4]
            )
            st.caption(labelled(t("Handling time as it was, in business days"), seen))
        st.page_link(
            "pages/actions.py", label=t("Say it in the letter: the replay is an action of its own"),
            icon=":material/arrow_forward:", query_params=link_params(),
        )  # fmt: skip
    for text in found.missing:
        st.warning(safe(read(text)))
    lines = "\n".join(f"- {safe(read(text))}" for text in found.assumptions)
    st.caption(f"{t('What this assumes')}\n\n{lines}")


def _compare(case: Case, measurement: Measurement) -> None:
    if autopsy.offers_off(case):
        st.caption(t("Offers are off, so hardly any order came after the fix. The replay shows more."))
    saved.date(case, "fix.day", t("Day of the fix"))
    day = autopsy.fix_day(case)
    if day and not case.fix.day:
        st.caption(t("No day is chosen: {day} stands, the first day of an action that was done.", day=day))
    if day:
        _before_after(measurement, day)


def _before_after(measurement: Measurement, day: dt.date) -> None:
    found = autopsy.before_after(measurement, day)
    words = {
        "fell": t("The rate fell, beyond what chance explains."), "rose": t("The rate rose, beyond what chance explains."),
        "not_shown": t("The difference may be chance."), "too_few": t("Too few orders after the fix to tell."),
        "unknown": t("The files at hand do not say."),
    }[found.shows]  # fmt: skip
    st.markdown(f"**{words}**")
    for name, span in ((t("Before"), found.before), (t("After"), found.after)):
        if span is not None:
            rate = percent_text(span.rate, lang()) if span.rate is not None else "—"
            said = t("{name}: {defects} of {orders} ({rate}), {first} to {last}", name=name, defects=span.defects,
                     orders="—" if span.orders is None else span.orders, rate=rate, first=span.first, last=span.last)  # fmt: skip
            st.write(said)
            if span.interval:
                st.caption(_between(span.interval))
    if found.orders_needed:
        st.caption(
            t(
                "At the earlier rate it takes about {n} orders after the fix to tell anything.",
                n=found.orders_needed,
            )
        )
    for text in found.notes:
        st.caption(safe(read(text)))


def _between(interval: autopsy.Interval) -> str:
    low, high = (percent_text(v, lang(), 1) for v in (interval.low, interval.high))
    return t("Chance alone could put it between {low} and {high}.", low=low, high=high)
