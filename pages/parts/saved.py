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


def mark_saved() -> None:
    """Notes the time of a write that has happened."""
    st.session_state.saved_at = dt.datetime.now().astimezone()


def text(case: Case, path: str, label: str, *, lines: int = 1, **options: Any) -> str:
    """A text field. `lines` over 1 makes it an area."""
    key = _bound(case, path, lambda v: v or "")
    if lines > 1:
        options.setdefault("height", 34 + 26 * lines)
        value = st.text_area(label, key=key, on_change=_save, args=(case.id, path, key, str), **options)
    else:
        value = st.text_input(label, key=key, on_change=_save, args=(case.id, path, key, str), **options)
    _after(case, path, key)
    return value


def number(case: Case, path: str, label: str, **options: Any) -> int | None:
    """A whole number, or nothing."""
    key = _bound(case, path, lambda v: v)
    options = {"min_value": 0, "step": 1, "placeholder": "", **options}
    value = st.number_input(label, key=key, on_change=_save, args=(case.id, path, key, _same), **options)
    _after(case, path, key)
    return value


def date(case: Case, path: str, label: str, **options: Any) -> dt.date | None:
    """A day, or nothing."""
    key = _bound(case, path, lambda v: dt.date.fromisoformat(v[:10]) if v else None)
    options = {"format": "YYYY-MM-DD", "value": None, **options}
    if st.session_state.get(key, _NOTHING) is not _NOTHING:
        options.pop("value")
    value = st.date_input(label, key=key, on_change=_save, args=(case.id, path, key, _iso), **options)
    _after(case, path, key)
    return value


def choice(
    case: Case, path: str, label: str, options: Sequence[Any], words: Callable[[Any], str], *,
    wide: bool = False, **more: Any,
) -> Any:  # fmt: skip
    """One of several: a row of radio buttons, or a list where `wide`."""
    # The browser answers with the shown label, so a label in another language is another widget.
    key = _bound(case, path, lambda v: v if v in options else None, f"{case.id}|{path}|{lang()}")
    save = {"key": key, "on_change": _save, "args": (case.id, path, key, _same)}
    if wide:
        value = st.selectbox(
            label, options, index=None, format_func=words, placeholder=t("Choose"), **save, **more
        )
    else:
        value = st.radio(label, options, index=None, format_func=words, **save, **more)
    _after(case, path, key)
    return value


def tick(case: Case, path: str, label: str, **options: Any) -> bool:
    """A box to tick."""
    key = _bound(case, path, bool)
    value = st.checkbox(label, key=key, on_change=_save, args=(case.id, path, key, _same), **options)
    _after(case, path, key)
    return value


def _same(value: Any) -> Any:
    return value


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


def _bound(case: Case, path: str, shown: Callable[[Any], Any], key: str = "") -> str:
    """The widget's key, its value brought up to what is stored unless it was changed here."""
    key = key or f"{case.id}|{path}"
    base_key = f"from|{key}"
    now, base = stored(case, path), st.session_state.get(base_key, _NOTHING)
    if key not in st.session_state or (base != now and st.session_state[key] == shown(base)):
        st.session_state[key] = shown(now)
        st.session_state[base_key] = now
    return key


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


def _after(case: Case, path: str, key: str) -> None:
    fault = st.session_state.get(f"fault|{key}")
    if fault is not None:
        st.error(read(fault) + " " + t("Not saved yet; your words are still in the field."))
    conflict = case.conflicts.get(path)
    if conflict is None:
        return
    st.warning(
        t("This field was changed in another tab as well. Both texts are kept; choose the one that stands.")
    )
    for side, words, name in (
        ("theirs", conflict.theirs, t("In the other tab")),
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
