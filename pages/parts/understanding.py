"""What was understood of a notice, a card each, to confirm or correct."""

import datetime as dt
from collections.abc import Callable
from zoneinfo import ZoneInfo

import streamlit as st

from appeal_core.case import Case, Diagnosis
from appeal_core.catalog import cause, causes, marketplaces, routes, vocabulary
from appeal_core.journey import notices
from pages.parts import saved
from pages.parts.current import change
from pages.parts.marked import Mark, numbers_of
from pages.parts.words import lang, listed, read, safe, t


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
            st.markdown(safe(listed((*diagnosis.asins, *diagnosis.order_ids)[:40])))


def head(label: str, change_it: Callable[[], None]) -> None:
    """A card's first line: what it is about, and the way to correct it."""
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        st.caption(label, width="content")
        with st.popover(t("Change"), icon=":material/edit:", type="tertiary"):
            change_it()


def cause_card(case: Case, diagnosis: Diagnosis, found: tuple[Mark, ...]) -> None:
    """The cause, its sentence, and the way to correct it."""
    with st.container(border=True):
        head(t("Cause"), lambda: choose_causes(case))
        for code in case.causes:
            entry = cause(code)
            spoken = f"（{entry.spoken_zh}）" if lang() == "zh" and entry.spoken_zh else ""
            spans = [e for c in diagnosis.causes if c.code == code for e in c.evidence]
            numbers = sorted({n for e in spans for n in numbers_of(found, e.start, e.end)})
            st.markdown(f"**{read(entry.name)}{spoken}**{_sentences(numbers)}")
            st.caption(read(entry.in_brief))
        if not case.causes:
            st.markdown(f"**{t('Not sure')}**")
            st.write(t("The notice does not state a cause. That is common. These questions would settle it:"))
            for question in diagnosis.questions:
                st.markdown(f"- {safe(read(question.text))}  \n  {safe(read(question.why))}")


def _sentences(numbers: list[int]) -> str:
    if not numbers:
        return ""
    return "  \n:gray[" + t("Sentence {numbers}", numbers=listed(map(str, numbers))) + "]"


def choose_causes(case: Case) -> None:
    """Correcting the cause; several are possible."""
    key = f"{case.id}|understanding.causes|{lang()}"
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
    chosen = words.get(value) or words["unknown"]

    def change_it() -> None:
        saved.choice(
            case, f"understanding.{field}", label, list(words), lambda c: read(words[c].name), wide=True
        )

    with st.container(border=True):
        head(label, change_it)
        st.markdown(f"**{read(chosen.name)}**")
        if chosen.meaning.en:
            st.caption(read(chosen.meaning))


def route_card(case: Case) -> None:
    """What Amazon wants."""
    route, label = routes()[case.route], t("What Amazon wants")

    def change_it() -> None:
        names = {code: read(r.name) for code, r in routes().items()}
        saved.choice(case, "understanding.route", label, list(names), names.__getitem__, wide=True)

    with st.container(border=True):
        head(label, change_it)
        st.markdown(f"**{read(route.name)}**")
        st.caption(read(route.meaning))


def asks_card(diagnosis: Diagnosis, found: tuple[Mark, ...]) -> None:
    """Every demand with its sentence."""
    if not diagnosis.asks:
        return
    names, lines = vocabulary("asks"), []
    for ask in diagnosis.asks:
        numbers = listed(map(str, numbers_of(found, ask.start, ask.end)))
        name = read(names[ask.code].name) if ask.code in names else ask.code
        behind = " :gray[" + t("sentence {numbers}", numbers=numbers) + "]" if numbers else ""
        lines.append(f"- {safe(name)}{behind}")
    with st.container(border=True):
        st.caption(t("What it asks for"))
        st.markdown("\n".join(lines))


def deadline_card(case: Case, diagnosis: Diagnosis) -> None:
    """When the notice came, and its clock in both zones."""
    notice = case.notices[-1]
    with st.container(border=True):
        st.caption(t("Deadline"))
        zones = (case.seller.timezone, marketplaces()[case.marketplace].zone)
        if diagnosis.deadline is None:
            st.markdown(f"**{t('The notice sets no deadline')}**")
        elif diagnosis.deadline.hours is None:
            last = diagnosis.deadline.date
            st.markdown(
                f"**{safe(diagnosis.deadline.text)}**" + (f"  \n{last:%Y-%m-%d}, {zones[1]}" if last else "")
            )
        elif notice.received_at:
            due = notice.received_at + dt.timedelta(hours=diagnosis.deadline.hours)
            here = [(due.astimezone(ZoneInfo(z)), z.split("/")[-1].replace("_", " ")) for z in zones]
            st.markdown("  \n".join(f"**{when:%Y-%m-%d %H:%M}** {city}" for when, city in here))
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
