"""The ways to confirm or correct one thing that was understood of a notice."""

import datetime as dt
from collections.abc import Callable
from zoneinfo import ZoneInfo

import streamlit as st

from appeal_core.case import Case
from appeal_core.catalog import causes, marketplaces, routes, vocabulary
from appeal_core.journey import reports, understanding
from pages.parts.current import change, store
from pages.parts.words import lang, read, t


def head(case: Case, what: str, label: str, corrected: bool, change_it: Callable[[], None]) -> None:
    """A card's first line: what it is about, and the ways to confirm and to correct it."""
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        st.caption(label, width="content")
        with st.container(horizontal=True, width="content", vertical_alignment="center"):
            _confirm(case, what, corrected)
            with st.popover(t("Change"), icon=":material/edit:", type="tertiary"):
                change_it()


def _confirm(case: Case, what: str, corrected: bool) -> None:
    if corrected:
        st.badge(t("corrected by you"), icon=":material/edit:", color="blue")
    elif case.understanding.confirmed or f"read:{what}" in case.ticks:
        st.badge(t("confirmed"), icon=":material/check:", color="green")
    else:
        st.button(
            t("Right"),
            key=f"right|{what}",
            icon=":material/check:",
            type="tertiary",
            on_click=_right,
            args=(what,),
        )


def _right(what: str) -> None:
    now = dt.datetime.now(dt.UTC)
    change(lambda c: c.replace(ticks={**c.ticks, f"read:{what}": now}))


def as_read(field: str, corrected: bool) -> None:
    """The way back to what was read in the notice."""
    if corrected:
        st.button(t("Back to what was read"), key=f"as_read|{field}", on_click=_as_read, args=(field,))


def _as_read(field: str) -> None:
    correct(
        lambda c: understanding.followed(
            c.with_value(f"understanding.{field}", () if field == "causes" else None)
        )
    )


def correct(how: Callable[[Case], Case]) -> None:
    """Applies a correction, then measures again what hangs on the causes and the store."""
    if not change(how):
        return
    case = store().load(str(st.session_state.case_id))
    if case.reports or case.typed:
        found = reports.measured_again(case, store().file)
        change(lambda c: reports.merged(c, found), found.files)


def _key(case: Case, field: str, now: object) -> str:
    """A key for each value: a popover's widget is made when it opens, and then knows its own default alone."""
    return f"{case.id}|understanding.{field}|{lang()}|{now}"


def choose_causes(case: Case) -> None:
    """The causes, the first of them leading."""
    key = _key(case, "causes", case.causes)

    def commit() -> None:
        chosen = tuple(st.session_state[key])
        correct(lambda c: understanding.with_causes(c, chosen))

    st.multiselect(
        t("The cause that the notice states, in Amazon's words"), list(causes()), default=list(case.causes), key=key,
        format_func=lambda c: read(causes()[c].name), placeholder=t("Choose"), on_change=commit,
    )  # fmt: skip
    as_read("causes", bool(case.understanding.causes and case.notices))


def choose_asks(case: Case, now: list[str]) -> None:
    """The demands."""
    key, names = _key(case, "asks", now), vocabulary("asks")

    def commit() -> None:
        chosen = tuple(st.session_state[key])
        change(lambda c: understanding.with_asks(c, chosen))

    st.multiselect(
        t("What the notice asks for"), list(dict.fromkeys([*now, *names])), default=now, key=key,
        placeholder=t("Choose"), format_func=lambda a: read(names[a].name) if a in names else a, on_change=commit,
    )  # fmt: skip
    as_read("asks", case.understanding.asks is not None)


def choose_word(case: Case, field: str, label: str, name: str) -> None:
    """One of a small vocabulary: scope, stage."""
    words = vocabulary(name)
    _one(case, field, label, {code: read(word.name) for code, word in words.items()}, change)


def choose_route(case: Case, label: str) -> None:
    """What Amazon wants."""
    _one(case, "route", label, {code: read(r.name) for code, r in routes().items()}, change)


def choose_store(case: Case) -> None:
    """The Amazon store."""
    names = {code: f"{read(m.name)} · {m.domain}" for code, m in marketplaces().items()}
    _one(case, "marketplace", t("Amazon store"), names, correct)
    if case.reports:
        st.caption(t("Reports were read for the store of that time: after a change, give them again."))


def _one(case: Case, field: str, label: str, names: dict[str, str], apply: Callable[..., object]) -> None:
    """One of several, begun at what holds now."""
    now, options = getattr(case, field), list(names)
    key = _key(case, field, now)

    def commit() -> None:
        if code := st.session_state[key]:
            apply(lambda c: understanding.followed(c.with_value(f"understanding.{field}", code)))

    st.selectbox(
        label, options, index=options.index(now) if now in names else None, key=key, placeholder=t("Choose"),
        format_func=names.__getitem__, on_change=commit,
    )  # fmt: skip
    as_read(field, getattr(case.understanding, field) is not None)


def choose_deadline(case: Case, due: dt.datetime | None) -> None:
    """Another moment than the one read, or none."""
    zone = ZoneInfo(case.seller.timezone)
    now = due.astimezone(zone).replace(tzinfo=None) if due else None
    key = _key(case, "deadline", now)

    def commit() -> None:
        if when := st.session_state[key]:
            aware = when.replace(tzinfo=zone)
            change(lambda c: understanding.with_deadline(c, aware))

    st.datetime_input(t("The deadline, your time"), value=now, key=key, format="YYYY-MM-DD", on_change=commit)
    st.button(
        t("The notice sets none"), key="no_deadline",
        on_click=lambda: change(lambda c: understanding.with_deadline(c, None)),
    )  # fmt: skip
    if case.understanding.deadline or case.understanding.no_deadline:
        st.button(t("Back to what was read"), key="as_read|deadline",
                  on_click=lambda: change(understanding.deadline_as_read))  # fmt: skip
