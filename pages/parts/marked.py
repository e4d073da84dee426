"""A text with numbered marks. The only raw HTML of the pages; everything is escaped first."""

import html
from collections.abc import Iterable
from dataclasses import dataclass

import streamlit as st

from appeal_core.case import Diagnosis
from pages.parts.words import lang, t

STYLE = """<style>
.notice{white-space:pre-wrap;overflow-wrap:anywhere;line-height:1.75;font-size:1rem;max-height:34rem;
overflow-y:auto;padding:.25rem .5rem}
.notice mark,.legend mark{color:#1E2421;border-radius:.2rem;padding:.1rem .25rem}
mark.cause{background:#F6DFA8}mark.ask{background:#CFE6DC}mark.time{background:#F3D3C4}
mark.beware{background:#F2C1C1;box-shadow:inset 0 -2px #A33}
mark.blocker{background:#F2C1C1;border-bottom:3px double #A33}mark.warning{background:#F6DFA8;border-bottom:2px dashed #8A5A00}
mark.advice{background:#D6E4F2;border-bottom:2px dotted #2F5C8A}
.notice mark b{margin-right:.25rem;font-size:.75em;vertical-align:super}
.notice mark:focus{outline:2px solid #1E2421;outline-offset:1px}
.notice mark:focus::after{content:" [" attr(data-says) "]";font-size:.8em;font-weight:600}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
@media(min-width:800px){[data-testid=stColumn]:has(.beside)>div{position:sticky;top:4rem}}
.legend{font-size:.85rem;margin-top:.6rem;display:flex;flex-wrap:wrap;gap:.4rem}
</style>"""


@dataclass(frozen=True)
class Mark:
    """A piece of the notice that something was understood from."""

    start: int
    end: int
    kind: str  # cause, ask, time, beware
    number: int


def marks(diagnosis: Diagnosis) -> tuple[Mark, ...]:
    """The spans behind warnings, causes, asks and the deadline, numbered in reading order, none overlapping."""
    spans = [(e.start, e.end, "cause") for c in diagnosis.causes for e in c.evidence]
    spans += [(a.start, a.end, "ask") for a in diagnosis.asks]
    spans += [(w.start or 0, w.end or 0, "beware") for w in diagnosis.warnings]
    if diagnosis.deadline:
        spans.append((diagnosis.deadline.start, diagnosis.deadline.end, "time"))
    found: list[Mark] = []
    order = {"cause": 0, "beware": 1, "time": 2, "ask": 3}
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
    """The notice's text with its marks: coloured, labelled, and each a stop of the keyboard."""
    words = {
        "cause": t("cause"),
        "beware": t("beware"),
        "time": t("deadline"),
        "ask": t("what Amazon asks"),
    }
    language = diagnosis.language if diagnosis.language != "unknown" else lang()
    labels = [Label(m.start, m.end, m.kind, str(m.number), f"{m.number}: {words[m.kind]}") for m in found]
    words = {kind: word for kind, word in words.items() if any(m.kind == kind for m in found)}
    show_text(diagnosis.text, labels, words, t("The notice, with marks"), language)


@dataclass(frozen=True)
class Label:
    """A marked piece of a text. One without a `sign` goes on with the mark before it and is no stop."""

    start: int
    end: int
    kind: str
    sign: str = ""
    says: str = ""


def show_text(
    text: str, labels: Iterable[Label], words: dict[str, str], name: str, language: str, shape: str = "notice"
) -> None:
    """A text with marks that do not overlap, in reading order; `words`: what the kinds of mark are called.

    `shape`: "notice beside" stays in sight while what stands beside its column is scrolled.
    """
    parts, at = [], 0
    for label in labels:
        parts += [html.escape(text[at : label.start]), _mark(text[label.start : label.end], label)]
        at = label.end
    parts.append(html.escape(text[at:]))
    chips = "".join(f'<mark class="{k}">{html.escape(w)}</mark>' for k, w in words.items())
    st.html(
        f'{STYLE}<div class="{shape}" tabindex="0" role="region" aria-label="{html.escape(name, quote=True)}" '
        f'lang="{html.escape(language, quote=True)}">{"".join(parts)}</div><div class="legend">{chips}</div>'
    )


def _mark(text: str, label: Label) -> str:
    if not label.sign:
        return f'<mark class="{label.kind}">{html.escape(text)}</mark>'
    says = html.escape(label.says, quote=True)
    return (
        f'<mark class="{label.kind}" tabindex="0" title="{says}" data-says="{says}">'
        f'<b aria-hidden="true">{html.escape(label.sign)}</b><span class="unseen">{says} </span>{html.escape(text)}</mark>'
    )
