"""What the rows tell beyond the rate: when it recovers, whether a fix works, what can be contested."""

import datetime as dt

import streamlit as st

from appeal_core.case import Case, Measurement
from appeal_core.journey import autopsy
from appeal_core.language import BadInput, percent_text
from pages.parts.current import store
from pages.parts.slots import sure_badge
from pages.parts.words import lang, listed, read, safe, t


def recovery_view(case: Case, measurement: Measurement) -> None:
    """The day on which the rate passes its target, as old defects leave the window."""
    found = autopsy.recovery(measurement)
    if found.unknown is not None:
        st.info(safe(read(found.unknown)))
        return
    if found.met_now:
        st.write(t("The target is met today."))
    if found.clean_orders:
        st.metric(
            t("Orders without a defect needed, while nothing leaves the window"), f"{found.clean_orders:,}"
        )
    for name, course in (
        (t("Without new orders"), found.no_new_orders),
        (t("At the present pace, without new defects"), found.present_pace),
    ):
        if course is None:
            continue
        with st.container(border=True):
            st.caption(name)
            if course.passes is None:
                st.write(t("The rate does not pass its target this way."))
                continue
            rate = percent_text(course.passes.rate, lang()) if course.passes.rate is not None else "—"
            st.markdown(
                t(
                    "**{day}**: {defects} defects, {rate}",
                    day=course.passes.day,
                    defects=course.passes.defects,
                    rate=rate,
                )
            )
            if course.fails_again:
                st.caption(
                    t(
                        "From {day} the target is missed again, because good orders leave the window too.",
                        day=course.fails_again,
                    )
                )
    for text in found.assumptions:
        st.caption(safe(read(text)))
    if "off" in case.stage or case.stage == "deactivated":
        st.caption(
            t("While offers are off no new orders come: the rate changes only as days leave the window.")
        )


def fix_view(case: Case, measurement: Measurement) -> None:
    """Before and after a fix, or the fix replayed on the past orders."""
    replayed, compared = st.tabs([t("Replay on past orders"), t("Before and after")])
    with replayed:
        _replay(case)
    with compared:
        day = st.date_input(t("Day of the fix"), value=None, format="YYYY-MM-DD", key="fix_day")
        if day:
            _before_after(measurement, day)


def _replay(case: Case) -> None:
    st.write(
        t(
            "With another handling time, how many of the past orders would have been late? Where offers are off this is the honest way to show a fix."
        )
    )
    left, right = st.columns(2)
    days = left.number_input(
        t("New handling time in business days"),
        min_value=0,
        max_value=60,
        value=None,
        step=1,
        key="replay_days",
        placeholder="",
    )
    skus = right.text_input(t("Only these SKUs (optional)"), key="replay_skus")
    if days is None:
        return
    try:
        found = autopsy.replayed(
            case,
            store().file,
            int(days),
            [s.strip() for s in skus.replace("，", ",").split(",") if s.strip()],
        )
    except BadInput as problem:
        st.error(read(problem.message))
        return
    names = {t("Judged by confirmation, as Amazon does"): found.by_confirmation, t("Judged by the carrier's first scan"): found.by_scan,
             t("Judged by the ship date entered"): found.by_ship_date}  # fmt: skip
    for name, one in names.items():
        if one is not None:
            st.markdown(
                f"**{name}**  \n"
                + t(
                    "{orders} orders: {late} late as it was, {then} late with the new time",
                    orders=one.orders,
                    late=one.late,
                    then=one.late_then,
                )
            )
    for text in (*found.missing, *found.assumptions):
        st.caption(safe(read(text)))


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
            st.write(t("{name}: {defects} of {orders} ({rate}), {first} to {last}", name=name, defects=span.defects,
                       orders="—" if span.orders is None else span.orders, rate=rate, first=span.first, last=span.last))  # fmt: skip
    for text in found.notes:
        st.caption(safe(read(text)))


def contest_view(case: Case) -> None:
    """Defects that Amazon lets one contest, in Amazon's own ways, beside the letter."""
    found = autopsy.contests(case, store().file, dt.datetime.now().astimezone().date())
    st.write(
        t(
            "Contesting runs beside the letter, in Amazon's own ways; under a short clock do not wait for its result. Never ask a buyer to change feedback: that is a violation."
        )
    )
    if not found.contests:
        st.caption(t("The files at hand show nothing that can be contested."))
    for contest in found.contests:
        rule = contest.rule
        with st.expander(f"**{read(rule.name)}** · {len(contest.rows)}"):
            st.write(read(rule.why))
            st.markdown(f"**{t('Where')}**  \n{safe(read(rule.way))}")
            st.markdown(f"**{t('What to bring')}**  \n{safe(read(rule.bring))}")
            for ground in rule.grounds:
                st.markdown(f"- {safe(read(ground))}")
            st.warning(safe(read(rule.caution)))
            if rule.days:
                st.caption(t("{days} days from the event", days=rule.days))
                sure_badge(rule.days_status or "unverified", rule.source)
            st.dataframe(_contest_rows(contest), hide_index=True)
    for one in found.without:
        st.write(t("If every one of these were decided for you: {n} of {of} = {rate}. Arithmetic, no forecast.", n=one.numerator,
                   of=one.denominator, rate=percent_text(one.rate, lang())))  # fmt: skip


def _contest_rows(contest) -> list[dict[str, str]]:
    states = {
        "open": t("open"),
        "passed": t("passed"),
        "unknown": t("its first day is not in the files"),
        "no_clock": t("no clock"),
    }
    return [
        {
            t("Order ID"): row.order_id,
            t("Day"): row.day.isoformat() if row.day else "",
            t("Days left"): "" if row.days_left is None else str(row.days_left),
            t("State"): states[row.state],
        }
        for row in contest.rows[:200]
    ]


def small_words(measurement: Measurement) -> str:
    """For few orders: what one order changes, and the interval."""
    told = autopsy.small(measurement)
    if told is None:
        return ""
    said, interval = told
    if interval is None:
        return read(said)
    span = t(
        "likely between {low} and {high}",
        low=percent_text(interval.low, lang(), 1),
        high=percent_text(interval.high, lang(), 1),
    )
    return listed((read(said).rstrip(".。"), span))
