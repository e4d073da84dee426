"""A field that is saved when it is committed, and told when another tab was first."""

import datetime as dt
from collections.abc import Callable, Sequence
from typing import Any

import streamlit as st

from appeal_core.case import Case
from appeal_core.language import BadInput
from pages.parts.current import store
from pages.parts.words import lang, read, t

_NOTHING = object()
_NOT_KNOWN = "\x00not known"  # what no field ever holds


def mark_saved() -> None:
    """Notes the time of a write that has happened."""
    st.session_state.saved_at = dt.datetime.now().astimezone()


def text(case: Case, path: str, label: str, *, lines: int = 1, **options: Any) -> str:
    """A text field. `lines` over 1 makes it an area."""
    key, late = _bound(case, path, lambda v: v or "")
    if late:
        options["value"] = stored(case, path) or ""
    if lines > 1:
        options.setdefault("height", 34 + 26 * lines)
        value = st.text_area(label, key=key, on_change=_save, args=(case.id, path, key, str), **options)
    else:
        value = st.text_input(label, key=key, on_change=_save, args=(case.id, path, key, str), **options)
    _after(case, path, key, str if late else None)
    return value


def number(case: Case, path: str, label: str, **options: Any) -> int | None:
    """A whole number, or nothing."""
    key, late = _bound(case, path, lambda v: v)
    options = {"min_value": 0, "step": 1, "placeholder": "", **options}
    if late:
        options["value"] = stored(case, path)
    value = st.number_input(label, key=key, on_change=_save, args=(case.id, path, key, _same), **options)
    _after(case, path, key, _same if late else None)
    return value


def date(case: Case, path: str, label: str, **options: Any) -> dt.date | None:
    """A day, or nothing."""
    key, late = _bound(case, path, _day)
    options = {"format": "YYYY-MM-DD", **options}
    if late:
        options["value"] = _day(stored(case, path))
    value = st.date_input(label, key=key, on_change=_save, args=(case.id, path, key, _iso), **options)
    _after(case, path, key, _iso if late else None)
    return value


def choice(
    case: Case, path: str, label: str, options: Sequence[Any], words: Callable[[Any], str], *,
    wide: bool = False, **more: Any,
) -> Any:  # fmt: skip
    """One of several: a row of radio buttons, or a list where `wide`."""
    # The browser answers with the shown label, so a label in another language is another widget.
    key, late = _bound(case, path, lambda v: v if v in options else None, f"{case.id}|{path}|{lang()}")
    now = stored(case, path)
    index = list(options).index(now) if late and now in options else None
    save = {"key": key, "on_change": _save, "args": (case.id, path, key, _same), "index": index}
    if wide:
        value = st.selectbox(label, options, format_func=words, placeholder=t("Choose"), **save, **more)
    else:
        value = st.radio(label, options, format_func=words, **save, **more)
    _after(case, path, key, _same if late else None)
    return value


def tick(case: Case, path: str, label: str, **options: Any) -> bool:
    """A box to tick."""
    key, late = _bound(case, path, bool)
    if late:
        options["value"] = bool(stored(case, path))
    value = st.checkbox(label, key=key, on_change=_save, args=(case.id, path, key, _same), **options)
    _after(case, path, key, _same if late else None)
    return value


def _same(value: Any) -> Any:
    return value


def _day(value: str | None) -> dt.date | None:
    return dt.date.fromisoformat(value[:10]) if value else None


def _iso(value: dt.date | None) -> str | None:
    return value.isoformat() if value else None


def document(case: Case) -> dict[str, Any]:
    """The case as plain data, dumped once a run."""
    cached = st.session_state.get("_document")
    if cached is None or cached[0] is not case:
        cached = (case, case.model_dump(mode="json", by_alias=True))
        st.session_state._document = cached
    return cached[1]


def stored(case: Case, path: str) -> Any:
    """What the case holds at `path`."""
    node: Any = document(case)
    for step in path.split("."):
        if isinstance(node, list) and step.isdigit() and int(step) < len(node):
            node = node[int(step)]
        elif isinstance(node, dict):
            node = node.get(step)
        else:
            return None
    return node


def _bound(case: Case, path: str, shown: Callable[[Any], Any], key: str = "") -> tuple[str, bool]:
    """The widget's key, its value brought up to what is stored unless it was changed here.

    True beside it in a session's first run: then the browser may hold a value of its own (a tab left open
    while the server was started again), and the widget is given what is stored as its default alone.
    """
    key = key or f"{case.id}|{path}"
    base_key = f"from|{key}"
    now, base = stored(case, path), st.session_state.get(base_key, _NOTHING)
    if key not in st.session_state and st.session_state.get("first_run"):
        st.session_state[base_key] = now
        return key, True
    if key not in st.session_state or (base != now and st.session_state[key] == shown(base)):
        st.session_state[key] = shown(now)
        st.session_state[base_key] = now
    return key, False


def _save(case_id: str, path: str, key: str, plain: Callable[[Any], Any]) -> None:
    base_key = f"from|{key}"
    value = plain(st.session_state[key])
    try:
        result = store().save_field(case_id, path, st.session_state.get(base_key), value)
    except BadInput as problem:
        st.session_state[f"fault|{key}"] = problem.message
        return
    st.session_state.pop(f"fault|{key}", None)
    if result.conflict is None:
        st.session_state[base_key] = value
        mark_saved()


def _after(case: Case, path: str, key: str, late: Callable[[Any], Any] | None = None) -> None:
    if late is not None and (late(st.session_state[key]) or None) != (stored(case, path) or None):
        # From a tab of an earlier server: what it started from is not known, so neither text may win by itself.
        st.session_state[f"from|{key}"] = _NOT_KNOWN if stored(case, path) else None
        _save(case.id, path, key, late)
        st.rerun()
    fault = st.session_state.get(f"fault|{key}")
    if fault is not None:
        st.error(read(fault) + " " + t("Not saved yet; your words are still in the field."))
    conflict = case.conflicts.get(path)
    if conflict is None:
        return
    st.warning(
        t(
            "This field holds two texts: another tab wrote one of them. Both are kept; choose the one that stands."
        )
    )
    for side, words, name in (
        ("theirs", conflict.theirs, t("Stored")),
        ("yours", conflict.yours, t("In this tab")),
    ):
        st.markdown(f"**{name}**")
        st.text(words or t("(empty)"))
        st.button(t("Keep this one"), key=f"{side}|{key}", on_click=_settle, args=(case.id, path, key, words))


def _settle(case_id: str, path: str, key: str, words: str) -> None:
    try:
        store().settle(case_id, path, words)
    except BadInput as problem:
        st.session_state[f"fault|{key}"] = problem.message
        return
    st.session_state[key] = words
    st.session_state[f"from|{key}"] = words
    mark_saved()
