"""When a rate passes its target, as old defects leave the window: days and assumptions, never a promise."""

import streamlit as st

from appeal_core.case import Case, Measurement
from appeal_core.catalog import metrics
from appeal_core.journey import autopsy
from appeal_core.language import number_text, percent_text
from pages.parts import specs
from pages.parts.words import labelled, lang, read, safe, sentences, t


def recovery_view(case: Case, main: Measurement) -> None:
    """Each window of the rate; what is possible here comes first."""
    off = autopsy.offers_off(case)
    st.write(
        t(
            "While offers are off no new orders come: the rate changes only as days leave the window. This says when "
            "the number changes. It does not say that Amazon acts then: the letter stays the way."
        )
        if off
        else t(
            "This says when the number changes, if nothing new goes wrong. What Amazon does then is not known."
        )
    )
    for measurement, found in autopsy.recoveries(case, main):
        _window(measurement, found, off)


def _window(measurement: Measurement, found: autopsy.Recovery, off: bool) -> None:
    days = measurement.window.days if measurement.window else 0
    with st.container(border=True):
        st.markdown(f"**{t('{metric}, {days} days', metric=metrics()[measurement.code].name, days=days)}**")
        if found.unknown is not None:
            st.info(safe(read(found.unknown)))
            return
        if found.met_now:
            st.write(t("The target is met today."))
        course = found.no_new_orders if off or found.present_pace is None else found.present_pace
        _course(measurement, found.no_new_orders, t("Without new orders"))
        if not off:
            _course(measurement, found.present_pace, t("At the present pace, without new defects"))
            if found.clean_orders:
                n = number_text(found.clean_orders, lang())
                st.write(
                    t(
                        "If nothing left the window, {n} more orders without a defect would bring it back.",
                        n=n,
                    )
                )
        if found.last_defect_leaves:
            st.write(
                t("On {day} the last of today's defects has left the window.", day=found.last_defect_leaves)
            )
        if course is not None:
            _drawn(measurement, course)
        lines = "\n".join(f"- {safe(read(text))}" for text in found.assumptions)
        st.caption(f"{t('What this assumes')}\n\n{lines}")


def _course(measurement: Measurement, course: autopsy.Course | None, name: str) -> None:
    """The day of one course, in a sentence."""
    if course is None:
        return
    if course.passes is None:
        st.markdown(labelled(name, t("the target is not passed while the window holds these defects.")))
        return
    rate = percent_text(course.passes.rate, lang()) if course.passes.rate is not None else "—"
    said = t(
        "the target is passed on **{day}**, with {defects} defects in the window ({rate}).",
        day=course.passes.day,
        defects=course.passes.defects,
        rate=rate,
    )
    again = (
        t("From {day} it is missed again, because good orders leave the window too.", day=course.fails_again)
        if course.fails_again
        else ""
    )
    st.markdown(labelled(name, sentences(said, again)))


def _drawn(measurement: Measurement, course: autopsy.Course) -> None:
    """The rate to come, day by day."""
    points = [(d.day, d.rate) for d in course.days if d.rate is not None]
    if len(points) < 3:
        return
    target = t("target {value}", value=percent_text(measurement.target, lang()))
    name = read(metrics()[measurement.code].name)
    words = {"day": t("Day"), "rate": name, "target": target}
    said = t("The rate to come, from {first} to {last}.", first=points[0][0], last=points[-1][0])
    spec = specs.line(points, measurement.target, words, specs.Marks(), 190, labelled(name, said))
    st.vega_lite_chart(spec, width="stretch")
    st.caption(said)
