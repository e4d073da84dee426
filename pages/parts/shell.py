"""What stands around every page: product, case, clock, task list, language, 'Saved'."""

import datetime as dt

import streamlit as st

from appeal_core.case import Case
from appeal_core.catalog import cause, marketplaces
from appeal_core.journey import tasks as journey_tasks
from appeal_core.journey import waiting
from appeal_core.language import BadInput
from pages.parts.current import link_params, optional_case, store
from pages.parts.words import lang, listed, read, t

ICONS = {
    "complete": ":material/check_circle:",
    "in_progress": ":material/radio_button_checked:",
    "not_started": ":material/radio_button_unchecked:",
    "not_needed": ":material/remove:",
}


def page_names() -> dict[str, str]:
    """Each page's short name, as the task list and the browser's tab show it."""
    return {
        "cases": t("Appeals"),
        "notice": t("Notice"),
        "reports": t("Reports"),
        "causes": t("Root causes"),
        "actions": t("Actions"),
        "evidence": t("Evidence"),
        "letter": t("Letter"),
        "submit": t("Check and send"),
        "follow_up": t("Follow up"),
        "draft": t("Check a draft"),
    }


def page_language() -> None:
    """Tells the browser the page's language, so that a screen reader pronounces it right."""
    code = "zh-CN" if lang() == "zh" else "en"
    st.html(f"<script>document.documentElement.lang = '{code}'</script>", unsafe_allow_javascript=True)


def sidebar() -> None:
    """Draws the sidebar for the case of this run."""
    case = optional_case()
    names = page_names()
    with st.sidebar:
        st.subheader("Candor", anchor=False)
        if case is not None:
            _heading(case)
            _clock(case)
            _task_list(case, names)
            st.divider()
        params = link_params()
        st.page_link(
            "pages/cases.py", label=t("All appeals"), icon=":material/folder_open:", query_params=params
        )
        _language()
        saved = st.session_state.get("saved_at")
        if saved:
            st.caption(t("Saved {time}", time=saved.strftime("%H:%M")))
        st.caption(t("Everything stays on this computer."))
        page_language()


def _heading(case: Case) -> None:
    seller = case.seller
    name = (seller.store_name_zh if lang() == "zh" else "") or seller.store_name or t("New appeal")
    st.markdown(f"**{name.replace('*', '')}**")
    store_name = marketplaces()[case.marketplace].domain if case.marketplace in marketplaces() else ""
    causes = listed(read(cause(c).name) for c in case.causes[:2])
    st.caption(" · ".join(p for p in (causes, store_name.capitalize()) if p))
    if case.sample:
        st.badge(t("Sample"), color="gray", help=t("Every person, shop and order in it is invented."))


def _clock(case: Case) -> None:
    now = dt.datetime.now(dt.UTC)
    clock = waiting.next_deadline(case, now)
    if clock is None:
        return
    left = clock.due - now
    if left.total_seconds() <= 0:
        st.badge(t("Deadline passed"), icon=":material/schedule:", color="orange")
    else:
        text = t("{days} d {hours} h left", days=left.days, hours=left.seconds // 3600)
        st.badge(text, icon=":material/schedule:", color="orange")


def _task_list(case: Case, names: dict[str, str]) -> None:
    for task in journey_tasks.tasks(case):
        if task.status == "not_needed":
            continue
        word = read(journey_tasks.status_word(task.status))
        st.page_link(
            f"pages/{task.page}.py",
            label=f"**{names[task.page]}** · {word}",
            icon=ICONS[task.status],
            query_params=link_params(),
        )


def _language() -> None:
    if "language_switch" not in st.session_state:
        st.session_state.language_switch = lang()
    st.segmented_control(
        "语言 / Language",
        ["en", "zh"],
        format_func={"en": "English", "zh": "中文"}.__getitem__,
        key="language_switch",
        on_change=_switch,
        label_visibility="collapsed",
    )


def _switch() -> None:
    chosen = st.session_state.language_switch or lang()
    st.session_state.lang = chosen
    st.query_params["lang"] = chosen
    case_id = st.session_state.get("case_id")
    if case_id:
        try:
            store().change(case_id, lambda c: c.replace(language=chosen))
        except BadInput as problem:
            st.session_state.problem = problem.message
