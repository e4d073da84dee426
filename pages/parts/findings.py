"""Findings as cards: severity in a word, what is wrong, why, and the way to mend it or to set it aside."""

from collections.abc import Callable, Sequence

import streamlit as st

from appeal_core.case import SEVERITIES, Case, Finding
from appeal_core.journey.rule_help import RulePage, rule_help
from pages.parts.current import change, link_params
from pages.parts.words import lang, read, safe, t

MANY = 4  # findings from which a filter is worth its room
AT_ONCE = 30  # cards; more are drawn when they are asked for
SIGNS = {"blocker": "■", "warning": "▲", "advice": "●"}
PARTS = ("root_cause", "actions", "prevention", "other")


def severity_badge(severity: str, number: int | None = None) -> None:
    """The severity in a sign, a word and a colour; `number`: of the finding's mark in the text."""
    colors = {"blocker": "red", "warning": "orange", "advice": "blue"}
    sign = SIGNS[severity] if number is None else f"{SIGNS[severity]} {number}"
    st.badge(f"{sign} {severity_word(severity)}", color=colors[severity])


def severity_word(severity: str) -> str:
    """The severity as it is said."""
    return {
        "blocker": t("must be mended"),
        "warning": t("should be better"),
        "advice": t("advice"),
    }[severity]


def _part(part: str) -> str:
    return {
        "root_cause": t("Root cause"),
        "actions": t("Actions taken"),
        "prevention": t("Preventive steps"),
        "other": t("Anything else"),
    }[part]


def open_findings(case: Case | None, findings: Sequence[Finding]) -> list[tuple[int, Finding]]:
    """The findings that are not set aside, numbered as their cards and their marks in the text are."""
    aside = case.set_aside if case else {}
    return list(enumerate((f for f in findings if f.key not in aside), 1))


def finding_cards(case: Case | None, findings: Sequence[Finding]) -> None:
    """The findings still open, those that the filters let through; then those that the seller set aside."""
    aside = case.set_aside if case else {}
    still = [f for _, f in open_findings(case, findings)]
    if not still:
        st.success(
            t("Nothing found. That is no promise: read it once more yourself, or let somebody read it.")
        )
    shown = _filtered(still) if len(still) >= MANY else set(range(len(still)))
    for index in _few(sorted(shown), case):
        _card(case, still[index], index)
    put = [f for f in findings if f.key in aside]
    if put:
        with st.expander(t("Set aside ({n})", n=len(put))):
            for index, finding in enumerate(put):
                set_aside_line(finding, aside[finding.key])
                st.button(
                    t("Take it up again"),
                    key=f"again|{index}|{finding.rule}",
                    on_click=_take_up,
                    args=(finding.key,),
                )


def _few(places: list[int], case: Case | None) -> list[int]:
    """The first of many, and a button for more: hundreds of cards would make every click slow."""
    key = f"cards|{case.id if case else ''}"
    count = st.session_state.get(key, AT_ONCE)
    if len(places) > count:
        left = len(places) - count
        st.caption(t("The first {n} are shown; {left} more follow.", n=count, left=left))
        if st.button(t("Show more findings"), key=f"more|{key}", icon=":material/expand_more:"):
            st.session_state[key] = count + AT_ONCE
            st.rerun()
    return places[:count]


def set_aside_line(finding: Finding, reason: str) -> None:
    """A finding that was set aside, with the seller's reason."""
    severity_badge(finding.severity)
    st.markdown(safe(read(finding.message)))
    st.caption(t("Reason: {reason}", reason=safe(reason)))


def _filtered(findings: Sequence[Finding]) -> set[int]:
    """The places of the findings to show; nothing chosen shows all."""
    severities = [s for s in SEVERITIES if any(f.severity == s for f in findings)]
    parts = [p for p in PARTS if any((f.section or "other") == p for f in findings)]
    chosen = _pills(t("Show only"), severities, severity_word, "by-severity")
    of_parts = _pills(t("In the part"), parts, _part, "by-part")
    shown = {
        index
        for index, f in enumerate(findings)
        if (not chosen or f.severity in chosen) and (not of_parts or (f.section or "other") in of_parts)
    }
    st.caption(t("{shown} of {all} findings", shown=len(shown), all=len(findings)))
    return shown


def _pills(label: str, options: list[str], words: Callable[[str], str], key: str) -> list[str]:
    """Several of these; nothing to choose where there is one."""
    if len(options) < 2:
        return []
    return st.pills(label, options, selection_mode="multi", format_func=words, key=f"{key}|{lang()}")


def _card(case: Case | None, finding: Finding, index: int) -> None:
    page = rule_help(finding.rule)
    with st.container(border=True):
        severity_badge(finding.severity, index + 1)
        st.markdown(f"**{safe(read(finding.message))}**")
        if finding.match:
            st.caption("“" + safe(finding.match[:200]) + "”")
        with st.container(horizontal=True):
            if finding.page and case is not None:
                st.page_link(
                    f"pages/{finding.page}.py",
                    label=t("Mend it"),
                    icon=":material/edit:",
                    query_params=link_params(),
                )
            with st.popover(t("Why")):
                _why(finding, page)
            if case is not None:
                with st.popover(t("Set aside")):
                    _aside(finding, page, index)


def _why(finding: Finding, page: RulePage | None) -> None:
    """The finding's own reason first, then the page of its rule."""
    st.write(safe(read(finding.why)))
    instead = finding.suggestion or (read(finding.instead) if finding.instead else "")
    if instead:
        st.markdown("**" + t("Write instead") + "**  \n" + safe(instead))
    if page is not None:
        for name, text in (
            (t("What this rule looks for"), page.looks),
            (t("Why Amazon cares"), page.cares),
            (t("Example"), page.example),
            (t("What to write"), page.instead),
        ):
            st.markdown(f"**{name}**  \n{safe(read(text))}")
    if finding.source:
        st.caption(t("Source: {source}", source=safe(finding.source)))


def _aside(finding: Finding, page: RulePage | None, index: int) -> None:
    """A reason; for what must be mended, the consequence is read and confirmed before."""
    key = f"aside|{index}|{finding.rule}"
    grave, sure = finding.severity == "blocker", True
    if grave:
        consequence = page.cares if page and page.family == "danger" else finding.why
        st.warning(safe(read(consequence)), icon=":material/gavel:")
        sure = st.checkbox(
            t("I have read this. The sentence is true, and it stays as it is"), key=f"sure|{key}"
        )
    reason = st.text_input(t("Why it does not apply here"), key=key)
    if grave:
        st.caption(t("The reason is kept in the appeal and shown before you send. It is not in the letter."))
    st.button(
        t("Set aside"),
        key=f"do|{key}",
        on_click=_put_aside,
        args=(finding.key, key),
        disabled=grave and not (sure and (reason or "").strip()),
    )


def _put_aside(finding_key: str, field: str) -> None:
    reason = (st.session_state.get(field) or "").strip() or t("no reason given")
    change(lambda c: c.replace(set_aside={**c.set_aside, finding_key: reason}))


def _take_up(finding_key: str) -> None:
    change(lambda c: c.replace(set_aside={k: v for k, v in c.set_aside.items() if k != finding_key}))
