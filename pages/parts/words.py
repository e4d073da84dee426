"""The interface's language: which one, and its words."""

from collections.abc import Iterable
from typing import Any

import streamlit as st

from appeal_core.case import Words
from appeal_core.language import Bilingual, Lang, Message, say


def lang() -> Lang:
    """The language of this session: chosen, else of the link, else the browser's."""
    chosen = st.session_state.get("lang") or st.query_params.get("lang")
    if chosen not in ("en", "zh"):
        locale = (st.context.locale or "en").lower()
        chosen = "zh" if locale.startswith("zh") else "en"
    return "zh" if chosen == "zh" else "en"


def t(text: str, /, **values: Any) -> str:
    """The interface's text `text` (an English msgid) in this session's language."""
    return say(text, lang(), **values)


def read(text: Bilingual | Message) -> str:
    """A catalogue text or a message of the core in this session's language."""
    return text.in_(lang())


def own(text: Words) -> str:
    """The seller's own words in this session's language, else in the other."""
    return (text.zh or text.en) if lang() == "zh" else (text.en or text.zh)


def listed(items: Iterable[str]) -> str:
    """Several things in a row, with the comma of the language."""
    return ("、" if lang() == "zh" else ", ").join(i for i in items if i)


def sentences(*parts: str) -> str:
    """Whole sentences one after another, with the gap of the language."""
    return ("" if lang() == "zh" else " ").join(p for p in parts if p)


def labelled(label: str, text: str) -> str:
    """`Label: text`, with the colon of the language."""
    return f"{label}：{text}" if lang() == "zh" else f"{label}: {text}"


def safe(text: str) -> str:
    """A person's text inside Markdown: every sign that Markdown reads is escaped."""
    return "".join(f"\\{c}" if c in "\\`*_{}[]()#+-.!|<>~$:&" else c for c in text)
