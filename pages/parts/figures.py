"""Rates as cards, the drivers as a table, and the figures that a seller types."""

import pandas as pd
import streamlit as st

from appeal_core.case import Case, Measurement
from appeal_core.catalog import metrics
from appeal_core.journey import reports
from appeal_core.language import number_text, percent_text
from pages.parts.autopsy import small_words
from pages.parts.current import change, store
from pages.parts.words import labelled, lang, read, safe, t


def verdict_badge(verdict: str) -> None:
    """The verdict in a word, with its icon and colour."""
    look = {
        "met": (t("met"), ":material/check:", "green"),
        "missed": (t("missed"), ":material/error:", "red"),
        "on_the_line": (t("on the line"), ":material/remove:", "orange"),
        "unknown": (t("not known"), ":material/help:", "gray"),
    }[verdict]
    st.badge(look[0], icon=look[1], color=look[2])


def basis_words(basis: str) -> str:
    """Where a figure comes from, in words."""
    return {
        "counted": t("counted from your reports"),
        "amazon": t("Amazon's own figure"),
        "stated": t("typed from Amazon's page or notice"),
        "estimate": t("an estimate"),
        "upper_bound": t("an upper bound"),
    }[basis]


def target_words(measurement: Measurement) -> str:
    """Amazon's target in words."""
    value = percent_text(measurement.target, lang())
    if measurement.condition == "less_than":
        return t("target under {value}", value=value)
    if measurement.condition == "greater_than":
        return t("target over {value}", value=value)
    return t("target at least {value}", value=value)


def metric_card(measurement: Measurement) -> None:
    """One rate: large figure, verdict, counts, window, target, basis."""
    with st.container(border=True, height="stretch"):
        whose = {
            "seller": t("seller-fulfilled"),
            "amazon": t("Fulfillment by Amazon"),
            "all": t("all orders"),
        }
        st.caption(f"{read(metrics()[measurement.code].name)} · {whose[measurement.fulfilment]}")
        big = percent_text(measurement.rate, lang()) if measurement.rate is not None else "—"
        st.subheader(big, anchor=False)
        verdict_badge(measurement.verdict)
        st.write(
            f"{_count(measurement.numerator)} / {_count(measurement.denominator)} · {target_words(measurement)}"
        )
        if measurement.window:
            window = measurement.window
            st.caption(
                t("{days} days, {start} to {end}", days=window.days, start=window.start, end=window.end)
            )
        st.caption(basis_words(measurement.basis))
        if words := small_words(measurement):
            st.caption(safe(words))
        for note in measurement.notes:
            st.caption(safe(read(note)))
        if measurement.denominator is None:
            st.caption(
                t(
                    "The download lists only defects. Type the number of orders below; a list of defects is never "
                    "divided by itself."
                )
            )


def _count(value: int | None) -> str:
    return "—" if value is None else number_text(value, lang())


def driver_names() -> dict[str, str]:
    """What each driver groups by, in words."""
    return {
        "sku": t("SKU"), "asin": t("ASIN"), "carrier": t("Carrier"), "ship_service": t("Shipping service"),
        "reason": t("Reason"), "day": t("Day"), "weekday": t("Weekday"), "category": t("Category"),
        "confirmation": t("Scan or confirmation"), "tracking_fault": t("Tracking fault"),
        "cancel_reason": t("Cancel reason"), "defect_type": t("Kind of defect"), "return_reason": t("Return reason"), "order": t("Order ID"),
    }  # fmt: skip


def driver_table(measurement: Measurement) -> None:
    """Under what the defects gather, with bars."""
    if not measurement.drivers:
        st.caption(
            t(
                "The files at hand do not say. An All Orders report adds SKU and day; a returns or feedback report "
                "adds reasons."
            )
        )
        return
    names = driver_names()
    kinds = list(dict.fromkeys(d.by for d in measurement.drivers))
    by = st.segmented_control(
        t("By"), kinds, default=kinds[0], required=True, key=f"driver_by|{lang()}", format_func=lambda k: names.get(k, k),
        label_visibility="collapsed",
    )  # fmt: skip
    chosen = [d for d in measurement.drivers if d.by == (by if by in kinds else kinds[0])]
    frame = pd.DataFrame(
        {
            names.get(chosen[0].by, chosen[0].by): [read(reports.driver_value(d.value)) for d in chosen],
            t("Defects"): [d.defects for d in chosen],
            t("Orders"): [d.orders for d in chosen],
            t("Share of all defects"): [d.share for d in chosen],
        }
    )
    share = st.column_config.ProgressColumn(format="percent", min_value=0, max_value=1)
    st.dataframe(frame, hide_index=True, column_config={t("Share of all defects"): share})


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
