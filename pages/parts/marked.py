"""The notice with numbered marks. The only raw HTML of the pages; everything is escaped first."""

import html
from dataclasses import dataclass

import streamlit as st

from appeal_core.case import Diagnosis
from pages.parts.words import lang, t

STYLE = """<style>
.notice{white-space:pre-wrap;overflow-wrap:anywhere;line-height:1.75;font-size:1rem;max-height:34rem;
overflow-y:auto;padding:.25rem .5rem}
.notice mark{color:#1E2421;border-radius:.2rem;padding:.1rem .25rem}
.notice mark.cause{background:#F6DFA8}.notice mark.ask{background:#CFE6DC}
.notice mark.time{background:#F3D3C4}.notice mark sup{font-weight:700;margin-right:.2rem}
</style>"""


@dataclass(frozen=True)
class Mark:
    """A piece of the notice that something was understood from."""

    start: int
    end: int
    kind: str  # cause, ask, time
    number: int


def marks(diagnosis: Diagnosis) -> tuple[Mark, ...]:
    """The spans behind causes, asks and the deadline, numbered in reading order, none overlapping."""
    spans = [(e.start, e.end, "cause") for c in diagnosis.causes for e in c.evidence]
    spans += [(a.start, a.end, "ask") for a in diagnosis.asks]
    if diagnosis.deadline:
        spans.append((diagnosis.deadline.start, diagnosis.deadline.end, "time"))
    found: list[Mark] = []
    order = {"cause": 0, "time": 1, "ask": 2}
    taken: list[tuple[int, int]] = []
    for start, end, kind in sorted(set(spans), key=lambda s: (order[s[2]], s[0], -s[1])):
        if start < end and all(end <= a or start >= b for a, b in taken):
            taken.append((start, end))
            found.append(Mark(start, end, kind, 0))
    found.sort(key=lambda m: m.start)
    return tuple(Mark(m.start, m.end, m.kind, i) for i, m in enumerate(found, 1))


def numbers_of(found: tuple[Mark, ...], start: int, end: int) -> list[int]:
    """The numbers of the marks that overlap a span."""
    return [m.number for m in found if m.start < end and m.end > start]


def show_marked(diagnosis: Diagnosis, found: tuple[Mark, ...]) -> None:
    """The notice's text with its marks, readable by eye, keyboard and screen reader."""
    words = {"cause": t("cause"), "ask": t("what Amazon asks"), "time": t("deadline")}
    parts, at = [], 0
    for mark in found:
        parts.append(html.escape(diagnosis.text[at : mark.start]))
        label = html.escape(f"{mark.number}: {words[mark.kind]}", quote=True)
        inside = html.escape(diagnosis.text[mark.start : mark.end])
        parts.append(
            f'<mark class="{mark.kind}" title="{label}"><sup aria-label="{label}">{mark.number}</sup>{inside}</mark>'
        )
        at = mark.end
    parts.append(html.escape(diagnosis.text[at:]))
    name = html.escape(t("The notice, with marks"), quote=True)
    st.html(
        f'{STYLE}<div class="notice" tabindex="0" role="region" aria-label="{name}" '
        f'lang="{html.escape(diagnosis.language if diagnosis.language != "unknown" else lang())}">'
        f"{''.join(parts)}</div>"
    )
    st.caption(t("Amber: the cause. Green: what Amazon asks. Rose: the deadline."))
