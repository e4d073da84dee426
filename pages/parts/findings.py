"""Findings as cards: severity in a word, what is wrong, why, and the way to mend it."""

from collections.abc import Sequence

import streamlit as st

from appeal_core.case import Case, Finding
from pages.parts.current import change, link_params
from pages.parts.words import read, safe, t


def severity_badge(severity: str) -> None:
    """The severity in a word and a colour."""
    look = {
        "blocker": (t("must be mended"), "red"),
        "warning": (t("should be better"), "orange"),
        "advice": (t("advice"), "blue"),
    }[severity]
    st.badge(look[0], color=look[1])


def finding_cards(case: Case | None, findings: Sequence[Finding]) -> None:
    """The findings still open, then those that the seller set aside."""
    aside = case.set_aside if case else {}
    still = [f for f in findings if f.key not in aside]
    if not still:
        st.success(
            t("Nothing found. That is no promise: read it once more yourself, or let somebody read it.")
        )
    for index, finding in enumerate(still):
        _card(case, finding, index)
    put = [f for f in findings if f.key in aside]
    if put:
        with st.expander(t("Set aside ({n})", n=len(put))):
            for index, finding in enumerate(put):
                st.markdown(safe(read(finding.message)))
                st.caption(safe(aside[finding.key]))
                st.button(
                    t("Take it up again"),
                    key=f"again|{index}|{finding.rule}",
                    on_click=_take_up,
                    args=(finding.key,),
                )


def _card(case: Case | None, finding: Finding, index: int) -> None:
    with st.container(border=True):
        severity_badge(finding.severity)
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
                st.write(safe(read(finding.why)))
                instead = finding.suggestion or (read(finding.instead) if finding.instead else "")
                if instead:
                    st.markdown("**" + t("Write instead") + "**  \n" + safe(instead))
                if finding.source:
                    st.caption(t("Source: {source}", source=finding.source))
            if case is not None and finding.severity != "blocker":
                with st.popover(t("Set aside")):
                    key = f"aside|{index}|{finding.rule}"
                    st.text_input(t("Why it does not apply here"), key=key)
                    st.button(t("Set aside"), key=f"do|{key}", on_click=_put_aside, args=(finding.key, key))


def _put_aside(finding_key: str, field: str) -> None:
    reason = st.session_state.get(field) or t("no reason given")
    change(lambda c: c.replace(set_aside={**c.set_aside, finding_key: reason}))


def _take_up(finding_key: str) -> None:
    change(lambda c: c.replace(set_aside={k: v for k, v in c.set_aside.items() if k != finding_key}))
