"""What was understood of a notice, a card each, to confirm or correct."""

import datetime as dt
from zoneinfo import ZoneInfo

import streamlit as st

from appeal_core.case import Case, Diagnosis
from appeal_core.catalog import cause, causes, marketplaces, routes, vocabulary
from appeal_core.journey import notices
from pages.parts import saved
from pages.parts.current import change
from pages.parts.marked import Mark, numbers_of
from pages.parts.words import lang, read, safe, t


def understood(case: Case, diagnosis: Diagnosis, found: tuple[Mark, ...]) -> None:
    """What was read, a card each, to confirm or correct."""
    st.header(t("What we understood"), anchor=False)
    for warning in diagnosis.warnings:
        st.warning(read(warning.text), icon=":material/warning:")
    cause_card(case, diagnosis, found)
    vocabulary_card(case, "scope", t("What is switched off"), "scopes", case.scope)
    vocabulary_card(case, "stage", t("How far it has gone"), "stages", case.stage)
    route_card(case)
    asks_card(diagnosis, found)
    deadline_card(case, diagnosis)
    if diagnosis.asins or diagnosis.order_ids:
        with st.container(border=True):
            st.caption(t("Named in the notice"))
            st.markdown(safe(", ".join((*diagnosis.asins, *diagnosis.order_ids)[:40])))


def cause_card(case: Case, diagnosis: Diagnosis, found: tuple[Mark, ...]) -> None:
    """The cause, its sentence, and the way to correct it."""
    with st.container(border=True):
        st.caption(t("Cause"))
        for code in case.causes:
            entry = cause(code)
            spoken = f"（{entry.spoken_zh}）" if lang() == "zh" and entry.spoken_zh else ""
            st.markdown(f"**{read(entry.name)}{spoken}**")
            sentences = [
                n
                for c in diagnosis.causes
                if c.code == code
                for e in c.evidence
                for n in numbers_of(found, e.start, e.end)
            ]
            if sentences:
                st.caption(t("Sentence {numbers}", numbers=", ".join(map(str, dict.fromkeys(sentences)))))
            st.caption(read(entry.in_brief))
        if not case.causes:
            st.markdown(f"**{t('Not sure')}**")
            st.write(t("The notice does not state a cause. That is common. These questions would settle it:"))
            for question in diagnosis.questions:
                st.markdown(f"- {safe(read(question.text))}  \n  {safe(read(question.why))}")
        with st.popover(t("Change"), icon=":material/edit:"):
            choose_causes(case)


def choose_causes(case: Case) -> None:
    """Correcting the cause; several are possible."""
    key = f"{case.id}|understanding.causes"
    st.session_state.setdefault(key, list(case.causes))

    def commit() -> None:
        chosen = tuple(st.session_state[key])
        change(lambda c: c.replace(understanding=c.understanding.model_copy(update={"causes": chosen})))

    st.multiselect(
        t("The cause that the notice states, in Amazon's words"), list(causes()), key=key,
        format_func=lambda c: read(causes()[c].name), placeholder=t("Choose"), on_change=commit,
    )  # fmt: skip


def vocabulary_card(case: Case, field: str, label: str, name: str, value: str) -> None:
    """A decision out of a small vocabulary."""
    words = vocabulary(name)
    with st.container(border=True):
        st.caption(label)
        st.markdown(f"**{read(words[value].name)}**")
        if words[value].meaning.en:
            st.caption(read(words[value].meaning))
        with st.popover(t("Change"), icon=":material/edit:"):
            saved.choice(
                case, f"understanding.{field}", label, list(words), lambda c: read(words[c].name), wide=True
            )


def route_card(case: Case) -> None:
    """What Amazon wants."""
    route = routes()[case.route]
    with st.container(border=True):
        st.caption(t("What Amazon wants"))
        st.markdown(f"**{read(route.name)}**")
        st.caption(read(route.meaning))
        with st.popover(t("Change"), icon=":material/edit:"):
            saved.choice(
                case,
                "understanding.route",
                t("What Amazon wants"),
                list(routes()),
                lambda c: read(routes()[c].name),
                wide=True,
            )


def asks_card(diagnosis: Diagnosis, found: tuple[Mark, ...]) -> None:
    """Every demand with its sentence."""
    if not diagnosis.asks:
        return
    names = vocabulary("asks")
    with st.container(border=True):
        st.caption(t("What it asks for"))
        for ask in diagnosis.asks:
            numbers = ", ".join(map(str, numbers_of(found, ask.start, ask.end)))
            name = read(names[ask.code].name) if ask.code in names else ask.code
            st.markdown(
                f"- {safe(name)}" + (f" · {t('sentence {numbers}', numbers=numbers)}" if numbers else "")
            )


def deadline_card(case: Case, diagnosis: Diagnosis) -> None:
    """When the notice came, and its clock in both zones."""
    notice = case.notices[-1]
    with st.container(border=True):
        st.caption(t("Deadline"))
        zones = (case.seller.timezone, marketplaces()[case.marketplace].zone)
        if diagnosis.deadline is None:
            st.markdown(f"**{t('The notice sets no deadline')}**")
        elif notice.received_at:
            due = notice.received_at + dt.timedelta(hours=diagnosis.deadline.hours)
            for zone in zones:
                here = due.astimezone(ZoneInfo(zone))
                st.markdown(f"**{here:%Y-%m-%d %H:%M}** {zone.split('/')[-1].replace('_', ' ')}")
        else:
            st.markdown(f"**{t('{hours} hours from the notice', hours=diagnosis.deadline.hours)}**")
        key = f"{case.id}|received"
        if key not in st.session_state and notice.received_at:
            st.session_state[key] = notice.received_at.astimezone(ZoneInfo(zones[0])).replace(tzinfo=None)

        def commit() -> None:
            if st.session_state[key]:
                when = st.session_state[key].replace(tzinfo=ZoneInfo(zones[0]))
                change(lambda c: notices.received(c, when))

        options = {} if key in st.session_state else {"value": None}
        st.datetime_input(
            t("When the notice came, your time"),
            key=key,
            on_change=commit,
            format="YYYY-MM-DD",
            help=t("Amazon's clock starts here, and the letter names this day."),
            **options,
        )
