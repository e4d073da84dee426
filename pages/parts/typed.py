"""The figures that a seller types: numerator and denominator of each window, as Amazon's page prints them."""

import streamlit as st

from appeal_core.case import Case
from appeal_core.catalog import metrics
from appeal_core.journey import reports
from pages.parts.current import change, store
from pages.parts.words import labelled, read, t


def typed_figures(case: Case, wanted: list[str]) -> None:
    """Numerator and denominator of each window, as Amazon's page prints them."""
    if not wanted:
        return
    known = case.measurements and all((m := case.measurements.find(w)) and m.rate is not None for w in wanted)
    opened = f"{case.id}|typed-open"  # once open it stays so, or it would close between two fields
    st.session_state[opened] = st.session_state.get(opened, False) or not known
    with st.expander(t("Type the figures that Amazon shows"), expanded=st.session_state[opened]):
        st.caption(
            t(
                "Account Health shows them as, for example, 37 of 412 orders. The number of orders alone is enough "
                "where the reports already give the defects."
            )
        )
        for code in wanted:
            metric = metrics()[code]
            for days in metric.windows:
                left, right = st.columns(2)
                name = t("{metric}, {days} days", metric=metric.name, days=days)
                with left:
                    _typed(case, code, days, "numerator", labelled(name, read(metric.numerator)))
                with right:
                    _typed(case, code, days, "denominator", labelled(name, read(metric.denominator)))


def _typed(case: Case, code: str, days: int, field: str, label: str) -> None:
    key = f"{case.id}|typed|{code}|{days}|{field}"
    typed = case.typed.get(f"{code}:{days}")
    if key not in st.session_state:
        st.session_state[key] = getattr(typed, field) if typed else None

    def commit() -> None:
        value = st.session_state[key]
        change(lambda c: reports.with_typed(c, code, days, {field: value}, store().file))

    st.number_input(label, min_value=0, step=1, key=key, on_change=commit, placeholder="")
