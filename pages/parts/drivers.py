"""What drives a rate: one kind of driver at a time, as a chart, a sentence and a table; what no file tells."""

from collections.abc import Sequence

import streamlit as st

from appeal_core.case import Driver, Measurement
from appeal_core.journey import pareto, reports
from appeal_core.language import number_text, percent_text
from pages.parts import specs
from pages.parts.words import labelled, lang, listed, read, safe, sentences, t

FEW = 8  # defects, under which what they have in common may be chance


def driver_names() -> dict[str, str]:
    """What each driver groups by, in words."""
    return {
        "sku": t("SKU"), "asin": t("ASIN"), "carrier": t("Carrier"), "ship_service": t("Shipping service"),
        "reason": t("Reason"), "day": t("Day"), "weekday": t("Weekday"), "category": t("Category"),
        "confirmation": t("Scan or confirmation"), "tracking_fault": t("Tracking fault"),
        "cancel_reason": t("Cancel reason"), "defect_type": t("Kind of defect"), "return_reason": t("Return reason"), "order": t("Order ID"),
    }  # fmt: skip


def drivers_view(measurement: Measurement) -> None:
    """Under what the defects gather, and which file would tell more."""
    _slices(measurement)
    kinds = list(dict.fromkeys(d.by for d in measurement.drivers))
    if kinds:
        names = driver_names()
        by = st.segmented_control(
            t("By"), kinds, default=kinds[0], required=True, key=f"driver_by|{measurement.id}|{lang()}",
            format_func=lambda k: names.get(k, k), label_visibility="collapsed",
        )  # fmt: skip
        by = by if by in kinds else kinds[0]
        chosen = [d for d in measurement.drivers if d.by == by]
        _sentence(chosen[0], pareto.total_defects(measurement))
        _chart(measurement, by)
        _table(names.get(by, by), chosen)
    _untold(measurement)


def _value(value: str) -> str:
    return read(reports.driver_value(value))


def _share(value: float) -> str:
    return percent_text(value, lang(), 1)


def _sentence(top: Driver, total: int) -> None:
    """The weightiest value against its share of the orders, so that a large seller is not mistaken for a cause."""
    if total < FEW:
        st.write(
            t(
                "There are only {n} defects: what they have in common may be chance. Look at each order.",
                n=total,
            )
        )
        return
    values = {"value": safe(_value(top.value)), "share": _share(top.share)}
    if not top.lift:
        st.write(
            t("**{value}** has {share} of the defects. How many of all orders it has is not known.", **values)
        )
        return
    orders = _share(top.share / top.lift)
    said = t("**{value}** has {share} of the defects and {orders} of the orders.", orders=orders, **values)
    if top.lift >= 1.5:
        more = t("That is {times} times its share.", times=f"{top.lift:.1f}")
    else:
        more = t("That is near its share of the orders, so by itself it explains little.")
    st.write(sentences(said, more))


def _chart(measurement: Measurement, by: str) -> None:
    drawn = pareto.pareto(measurement, by)
    if drawn is None:
        st.caption(t("No chart: it takes at least two values and three defects."))
        return
    bars = [
        specs.BarOf(_value(b.value), b.defects, f"{number_text(b.defects, lang())} · {_share(b.share)}", b.running)
        for b in drawn.bars
    ]  # fmt: skip
    if drawn.rest:
        share = _share(drawn.rest / drawn.total)
        rest = f"{number_text(drawn.rest, lang())} · {share}"
        bars.append(specs.BarOf(t("all others"), drawn.rest, rest, None, rest=True))
    top = drawn.bars[: min(3, len(drawn.bars))]
    said = t(
        "The first {n} hold {count} of {total} defects.", n=len(top), count=sum(b.defects for b in top), total=drawn.total
    )  # fmt: skip
    if drawn.bars[0].running is None:
        said = t("An order can have several of these values, so the bars add up to more than all defects.")
    words = {"count": t("Defects"), "running": t("Running share of all defects")}
    with st.container(border=True):
        st.vega_lite_chart(
            specs.pareto(bars, words, labelled(driver_names().get(by, by), said)), width="stretch"
        )
        st.caption(said)


def _table(name: str, drivers: Sequence[Driver]) -> None:
    rows = [
        {
            name: _value(d.value),
            t("Defects"): d.defects,
            t("Orders"): d.orders,
            t("Share of all defects"): d.share,
            t("Times its share of orders"): f"{d.lift:.1f}" if d.lift else "—",
            t("Defects among its orders"): _own(d),
        }
        for d in drivers
    ]
    number = st.column_config.NumberColumn(format="localized")
    share = st.column_config.ProgressColumn(format="percent", min_value=0, max_value=1)
    formats = {t("Defects"): number, t("Orders"): number, t("Share of all defects"): share}
    st.dataframe(rows, hide_index=True, column_config=formats)
    if any(d.orders for d in drivers):
        st.caption(
            t("In brackets: where chance alone could put it (95% interval). Wide brackets mean few orders.")
        )


def _own(driver: Driver) -> str:
    told = pareto.own_rate(driver)
    if told is None:
        return "—"
    rate, interval = told
    low, high = _share(interval.low), _share(interval.high)
    return f"{_share(rate)}（{low}–{high}）" if lang() == "zh" else f"{_share(rate)} ({low}–{high})"


def _slices(measurement: Measurement) -> None:
    """The same rate of one category, or by the extended promise."""
    if not measurement.slices:
        return
    by = {"category": t("Category"), "promise": t("By the extended promise")}
    rows = [
        {
            by.get(s.by, s.by): _value(s.value) if s.by == "category" else "",
            t("Defects"): s.defects,
            t("Counts"): "—"
            if s.numerator is None or s.denominator is None
            else f"{s.numerator:,} / {s.denominator:,}",
            t("Result"): "—" if s.rate is None else _share(s.rate),
        }
        for s in measurement.slices
    ]
    st.markdown(f"**{listed(dict.fromkeys(by.get(s.by, s.by) for s in measurement.slices))}**")
    st.dataframe(rows, hide_index=True)


def _untold(measurement: Measurement) -> None:
    """Drivers that no file at hand tells, by the file that would."""
    missing = pareto.untold(measurement)
    if not missing or not pareto.total_defects(measurement):
        return
    names = driver_names()
    lines = "  \n".join(labelled(read(file), listed(names.get(d, d) for d in by)) for file, by in missing)
    st.caption(f"{t('Not known from these files. What would tell:')}  \n{lines}")
