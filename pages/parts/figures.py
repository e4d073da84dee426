"""Rates: those that the case is decided on as cards, the others in a table; each opens its orders."""

import streamlit as st

from appeal_core.case import Case, Measurement
from appeal_core.catalog import metrics
from appeal_core.journey import autopsy, differing
from appeal_core.language import number_text, percent_text
from pages.parts.behind import rows_dialog
from pages.parts.fold import fold
from pages.parts.words import labelled, lang, listed, read, safe, t


def verdict_look(verdict: str) -> tuple[str, str, str]:
    """A verdict's word, icon and colour."""
    return {
        "met": (t("met"), ":material/check:", "green"),
        "missed": (t("missed"), ":material/error:", "red"),
        "on_the_line": (t("on the line"), ":material/remove:", "orange"),
        "unknown": (t("not known"), ":material/help:", "gray"),
    }[verdict]


def target_words(measurement: Measurement) -> str:
    """Amazon's target in words; a part of another rate has none of its own."""
    if metrics()[measurement.code].part_of:
        return t("no target of its own")
    value = percent_text(measurement.target, lang())
    if measurement.condition == "less_than":
        return t("target under {value}", value=value)
    if measurement.condition == "greater_than":
        return t("target over {value}", value=value)
    return t("target at least {value}", value=value)


def rates(case: Case, shown: list[Measurement], wanted: list[str]) -> None:
    """The rates of the notice as cards (all, where it names none), the rest folded away."""
    cards = [m for m in shown if m.code in wanted] or shown[:3]
    parts = {m.id: [p for p in shown if _is_part(p, m)] for m in cards}
    wide = min(3, max(2, len(cards)))
    for start in range(0, len(cards), wide):
        for place, measurement in zip(st.columns(wide), cards[start : start + wide], strict=False):
            with place:
                metric_card(case, measurement, parts[measurement.id])
    said = [p for named in parts.values() for p in named]
    rest = [m for m in shown if m not in cards and m not in said]
    if rest:
        card = fold(f"{case.id}|other-rates", t("The other rates in these files ({n})", n=len(rest)))
        if card.open:
            card.dataframe([_line(m) for m in rest], hide_index=True)


def _is_part(part: Measurement, whole: Measurement) -> bool:
    same = part.fulfilment == whole.fulfilment and part.window == whole.window
    return same and metrics()[part.code].part_of == whole.code


def metric_card(case: Case, measurement: Measurement, parts: list[Measurement]) -> None:
    """One rate: large figure, verdict, counts, window, basis, how sure, and the way to its orders."""
    with st.container(border=True, height="stretch"):
        st.caption(f"{read(metrics()[measurement.code].name)} · {_whose(measurement)}")
        big = percent_text(measurement.rate, lang()) if measurement.rate is not None else "—"
        st.subheader(big, anchor=False)
        word, icon, color = verdict_look(measurement.verdict)
        st.badge(word, icon=icon, color=color)
        counts = f"{_count(measurement.numerator)} / {_count(measurement.denominator)}"
        st.write(f"{counts} · {target_words(measurement)}")
        if measurement.window:
            st.caption(_window(measurement))
        if parts:
            named = (f"{read(metrics()[p.code].name)} {_count(p.numerator)}" for p in parts)
            st.write(t("By part: {parts}. An order can have several and counts once.", parts=listed(named)))
        st.caption(safe(read(differing.basis_said(case, measurement))))
        _small(measurement)
        for note in measurement.notes:
            st.caption(safe(read(note)))
        if measurement.denominator is None:
            st.caption(
                t(
                    "The download lists only defects. Type the number of orders below; a list of defects is never "
                    "divided by itself."
                )
            )
        _others(measurement)
        if st.button(t("Show the orders"), key=f"orders|{measurement.id}", icon=":material/list_alt:"):
            rows_dialog(case, measurement)


def _others(measurement: Measurement) -> None:
    """The same rate by another way, and why it is likely not the same."""
    for other in measurement.alternatives:
        why = differing.why_differ(measurement, other)
        if why is None or other.rate is None:
            continue
        names = {
            "amazon": t("By Amazon's report"), "stated": t("As typed"), "counted": t("By your files"),
            "estimate": t("By your files, estimated"), "upper_bound": t("At most"),
        }  # fmt: skip
        st.markdown(labelled(names[other.basis], f"**{differing.counts_said(other)}**"))
        st.caption(safe(read(why)))


def _small(measurement: Measurement) -> None:
    """For few orders: what one order changes, and the interval."""
    told = autopsy.small(measurement)
    if told is None:
        return
    said, interval = told
    st.caption(safe(read(said)))
    if interval is not None:
        st.caption(
            t(
                "With so few orders chance alone moves it between about {low} and {high}.",
                low=percent_text(interval.low, lang(), 1),
                high=percent_text(interval.high, lang(), 1),
            )
        )


def _line(m: Measurement) -> dict[str, str]:
    """A rate as a row of the table."""
    return {
        t("Rate"): read(metrics()[m.code].name),
        t("Orders of"): _whose(m),
        t("Result"): percent_text(m.rate, lang()) if m.rate is not None else "—",
        t("Counts"): f"{_count(m.numerator)} / {_count(m.denominator)}",
        t("Against the target"): f"{verdict_look(m.verdict)[0]} ({target_words(m)})"
        if lang() == "en"
        else f"{verdict_look(m.verdict)[0]}（{target_words(m)}）",
        t("Days"): _window(m) if m.window else "—",
    }


def _window(m: Measurement) -> str:
    assert m.window is not None
    return t("{days} days, {start} to {end}", days=m.window.days, start=m.window.start, end=m.window.end)


def _whose(m: Measurement) -> str:
    return {
        "seller": t("seller-fulfilled"),
        "amazon": t("Fulfillment by Amazon"),
        "all": t("all orders"),
    }[m.fulfilment]


def _count(value: int | None) -> str:
    return "—" if value is None else number_text(value, lang())
