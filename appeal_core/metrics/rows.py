"""The rows behind a figure: the orders of its numerator and its denominator, never people."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from appeal_core.case.measurements import Measurement
from appeal_core.case.report_frame import Report
from appeal_core.catalog.loader import marketplaces, metrics
from appeal_core.language import Message, message
from appeal_core.metrics.defects import LISTED, valid_tracking
from appeal_core.metrics.frames import Frames, frames_of
from appeal_core.metrics.orders import items_of, orders_of
from appeal_core.metrics.sources import Sources, in_window
from appeal_core.metrics.words import filled, words_of

FACTS = ("sku", "asin", "carrier", "ship_service", "category", "reason", "defect_type", "tracking_fault",
         "confirmation", "return_reason", "package")  # fmt: skip
COLUMNS = ("order_id", "day", "fulfilment", "weight", "defect", "in_numerator", "in_denominator", *FACTS)
_OF_ORDERS = ("estimate", "upper_bound")  # bases whose denominator is a number of orders
ITEMS_UP_TO = 50_000  # orders; of more, SKU and ASIN are looked up for the defects alone


def rows_behind(
    reports: Sequence[Report], measurement: Measurement, *, marketplace: str = "US"
) -> pd.DataFrame:
    """The rows that a measurement counts, `COLUMNS`, defects first and newest first.

    `weight`: what a row counts for (units for on-time delivery, else one). `in_numerator` is as Amazon defines the
    metric: the good ones where it counts these. Empty where no file of the metric is there; `rows_said` tells what
    of the figure the rows do not show.
    """
    empty = pd.DataFrame(columns=list(COLUMNS))
    if measurement.code not in LISTED:
        return empty
    frames = frames_of(reports, marketplaces()[marketplace])
    sources = Sources(metrics()[measurement.code], frames, orders_of(frames), (), ())
    listed = sources.weak if measurement.basis == "upper_bound" else sources.rows
    window, side = measurement.window, measurement.fulfilment
    parts = []
    if listed is not None:
        parts.append(_of_list(in_window(listed, window, side), measurement, listed))
    orders = sources.population(window, side) if measurement.basis in _OF_ORDERS else None
    if orders is not None and len(orders) and sources.orders is not None:
        orders = orders.assign(order_id=sources.orders.ids(orders))
        bad = set(parts[0]["order_id"]) if parts else set()
        parts = [*(_within(part, orders) for part in parts), _of_orders(orders, bad, measurement)]
    found = [part for part in parts if len(part)]
    if not found:
        return empty
    whole = pd.concat(found, ignore_index=True)
    if len(whole) <= ITEMS_UP_TO:
        whole = _with_goods(whole, items_of(frames, whole["order_id"]), frames)
    return whole.sort_values(["defect", "day"], ascending=False, kind="stable").reset_index(drop=True)


def rows_said(measurement: Measurement, rows: pd.DataFrame) -> tuple[Message, ...]:
    """What of the figure the rows do not show, as sentences; none where they show it whole."""
    said = []
    if measurement.basis == "amazon":
        said.append(
            message("This is Amazon's own figure; its rows are Amazon's. Below is what your files list.")
        )
    top = int(rows.loc[rows["in_numerator"].astype(bool), "weight"].sum())
    below = int(rows.loc[rows["in_denominator"].astype(bool), "weight"].sum())
    less = metrics()[measurement.code].counts == "good" and not below
    listed = int(rows.loc[rows["defect"].astype(bool), "weight"].sum())
    if (
        less
        and measurement.denominator is not None
        and measurement.numerator == measurement.denominator - listed
    ):
        said.append(
            message(
                "The numerator is the denominator less the {listed} defects that the files list.",
                listed=listed,
            )
        )
    elif measurement.numerator is not None and top != measurement.numerator and measurement.basis != "amazon":
        said.append(
            message("The numerator is {stated}, and the files list {listed} of it.", stated=measurement.numerator,
                    listed=top)
        )  # fmt: skip
    if measurement.denominator is None:
        said.append(message("No file and no typed figure gives the denominator."))
    elif not below and measurement.basis != "amazon":
        said.append(
            message("The denominator, {stated}, was typed; no file lists its orders.",
                    stated=measurement.denominator)
        )  # fmt: skip
    elif below != measurement.denominator and measurement.basis != "amazon":
        said.append(
            message("The denominator is {stated}, and the files list {listed}.", stated=measurement.denominator,
                    listed=below)
        )  # fmt: skip
    return tuple(said)


def _of_list(rows: pd.DataFrame, measurement: Measurement, listed: pd.DataFrame) -> pd.DataFrame:
    """Rows that a file lists; where it lists every package, they are the denominator too."""
    bad = rows["bad"].astype(bool)
    every = measurement.code == "valid_tracking_rate" and valid_tracking.is_population(listed)
    whole = every and measurement.basis == "counted"
    kept = rows if whole else rows[bad]
    defect = kept["bad"].astype(bool)
    good = metrics()[measurement.code].counts == "good"
    return _shaped(kept, defect=defect, in_numerator=~defect if good else defect, in_denominator=whole)


def _of_orders(orders: pd.DataFrame, bad: set[str], measurement: Measurement) -> pd.DataFrame:
    """The orders of the window that are no defects."""
    rest = orders[~orders["order_id"].isin(bad)]
    good = metrics()[measurement.code].counts == "good"
    return _shaped(rest, defect=False, in_numerator=good, in_denominator=True)


def _within(part: pd.DataFrame, orders: pd.DataFrame) -> pd.DataFrame:
    """Listed defects are in the denominator where the order files hold them in the window, each order once."""
    first = ~part["order_id"].duplicated()
    return part.assign(in_denominator=part["order_id"].isin(orders["order_id"]) & first)


def _shaped(
    rows: pd.DataFrame, *, defect: pd.Series | bool, in_numerator: pd.Series | bool, in_denominator: bool
) -> pd.DataFrame:
    table = pd.DataFrame({"order_id": rows["order_id"].astype("str"), "day": rows["day"]})
    table["fulfilment"] = rows["fulfilment"].astype("str")
    table["weight"] = rows.get("weight", 1)
    table["defect"], table["in_numerator"], table["in_denominator"] = defect, in_numerator, in_denominator
    for name in FACTS:
        table[name] = rows[name].astype("str") if name in rows else ""
    return table.reset_index(drop=True)


def _with_goods(rows: pd.DataFrame, items: pd.DataFrame, frames: Frames) -> pd.DataFrame:
    """SKU, ASIN and service of each order, where a row does not tell them itself."""
    keys, item_keys = frames.keys_of(rows["order_id"]), frames.keys_of(items["order_id"])
    own = {name: words_of(rows[name], rows.index) for name in ("sku", "asin", "ship_service")}
    return rows.assign(
        **{name: filled(values, keys, items[name], item_keys).astype("str") for name, values in own.items()}
    )
