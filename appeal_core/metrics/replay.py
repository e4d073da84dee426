"""The fix replayed on past orders: with another handling time, how many of them would have been late."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Collection, Sequence

import numpy as np
import pandas as pd

from appeal_core.case.report_frame import Report
from appeal_core.catalog.entries import Marketplace
from appeal_core.catalog.loader import marketplaces
from appeal_core.language import BadInput, Frozen, Message, message
from appeal_core.metrics.frames import frames_of
from appeal_core.metrics.past_orders import past_orders

MOST = 60  # business days; a longer handling time is a slip of the pen
_COUNTRIES = {"UK": "GB"}


class Replayed(Frozen):
    """`late`: after their ship day as it was, of the `due_known` orders whose ship day a file tells.

    `late_then`: of all `orders`, those after the ship day of the new handling time.
    """

    orders: int
    due_known: int
    late: int
    late_then: int


class Replay(Frozen):
    """Past orders under a new handling time, judged by each day that the files know.

    `by_confirmation` is how Amazon judges; `by_scan` and `by_ship_date` are the parcel itself. `None`: no file tells.
    `handling_seen`: business days from order to ship day as it was, with the number of orders, the commonest first.
    """

    handling_days: int
    orders: int  # with an order day and at least one other day
    by_confirmation: Replayed | None
    by_scan: Replayed | None
    by_ship_date: Replayed | None
    open_orders: Replayed | None  # not shipped yet: past their ship day, and past the new one, on `as_of`
    handling_seen: tuple[tuple[int, int], ...] = ()
    assumptions: tuple[Message, ...] = ()
    missing: tuple[Message, ...] = ()


def replay(
    reports: Sequence[Report],
    *,
    marketplace: str,
    handling_days: int,
    skus: Collection[str] = (),
    as_of: dt.date | None = None,
) -> Replay:
    """Replays `handling_days` business days on the orders of the files (of `skus` alone, where given).

    `as_of` judges the open orders (default: they are left out). Raises `BadInput` for a handling time that no offer
    can have, or an unknown marketplace.
    """
    if not 0 <= handling_days <= MOST:
        raise BadInput("A handling time is 0 to {most} business days. Change the number.", most=MOST)
    if marketplace not in marketplaces():
        raise BadInput(
            "{marketplace} is not an Amazon marketplace. Use two letters, such as US.",
            marketplace=marketplace,
        )
    store = marketplaces()[marketplace]
    frames = frames_of(reports, store)
    rows = past_orders(frames)
    if skus:
        rows = rows[[bool(set(s.split(" | ")) & set(skus)) for s in rows["sku"]]]
    usable = rows[rows["ordered"].notna()]
    calendar = _Calendar(store, usable)
    then = calendar.due(usable["ordered"], handling_days)
    left = usable[["scanned", "shipped", "confirmed"]].notna().any(axis=1)
    return Replay(
        handling_days=handling_days,
        orders=len(usable),
        by_confirmation=_judged(usable, "confirmed", then),
        by_scan=_judged(usable, "scanned", then),
        by_ship_date=_judged(usable, "shipped", then),
        open_orders=_open(usable[usable["open"] & usable["due"].notna() & ~left], then, as_of),
        handling_seen=calendar.seen(usable),
        assumptions=_assumptions(store),
        missing=tuple(_missing(rows, usable)),
    )


class _Calendar:
    """Business days of a marketplace: its country's weekend and national holidays are none."""

    def __init__(self, store: Marketplace, rows: pd.DataFrame) -> None:
        import holidays

        dates = pd.concat([rows["ordered"], rows["due"].dropna()])
        years = range(dates.min().year, dates.max().year + 2) if len(dates) else range(0)
        country = holidays.country_holidays(_COUNTRIES.get(store.code, store.code), years=years)
        self.free = np.array(sorted(country), dtype="datetime64[D]")
        self.week = [day not in country.weekend for day in range(7)]

    def due(self, ordered: pd.Series, days: int) -> pd.Series:
        """The ship day of each order; one of a free day is counted from the business day before, the stricter way."""
        found = np.busday_offset(
            ordered.to_numpy().astype("datetime64[D]"),
            days,
            roll="backward" if days else "forward",
            weekmask=self.week,
            holidays=self.free,
        )
        return pd.Series(found.astype("datetime64[s]"), index=ordered.index)

    def seen(self, rows: pd.DataFrame) -> tuple[tuple[int, int], ...]:
        """How many business days of handling the orders had."""
        rows = rows[rows["due"].notna()]
        start = np.busday_offset(
            rows["ordered"].to_numpy().astype("datetime64[D]"),
            0,
            roll="backward",
            weekmask=self.week,
            holidays=self.free,
        )
        end = rows["due"].to_numpy().astype("datetime64[D]")
        found = np.busday_count(start + 1, end + 1, weekmask=self.week, holidays=self.free)
        counts = Counter(int(n) for n in found)
        return tuple(sorted(counts.items(), key=lambda c: (-c[1], c[0])))


def _judged(rows: pd.DataFrame, column: str, then: pd.Series) -> Replayed | None:
    known = rows[rows[column].notna()]
    if known.empty:
        return None
    return Replayed(
        orders=len(known),
        due_known=int(known["due"].notna().sum()),
        late=int((known[column] > known["due"]).sum()),
        late_then=int((known[column] > then.loc[known.index]).sum()),
    )


def _open(rows: pd.DataFrame, then: pd.Series, as_of: dt.date | None) -> Replayed | None:
    if rows.empty or as_of is None:
        return None
    today = pd.Timestamp(as_of)
    return Replayed(
        orders=len(rows),
        due_known=len(rows),
        late=int((rows["due"] < today).sum()),
        late_then=int((then.loc[rows.index] < today).sum()),
    )


def _assumptions(store: Marketplace) -> tuple[Message, ...]:
    return (
        message("An order's own day is day 0; weekends and national holidays of {store} are no handling days.", store=store.name),
        message("An order of a free day is counted from the business day before it, the stricter way."),
        message("Each order is taken to leave, and to be confirmed, on the day on which it did."),
    )  # fmt: skip


def _missing(rows: pd.DataFrame, usable: pd.DataFrame) -> list[Message]:
    """What the files do not tell, and which file would."""
    notes = []
    if len(usable) < len(rows):
        notes.append(
            message("{n} orders have no order day in these files. The All Orders report holds it.", n=len(rows) - len(usable))
        )  # fmt: skip
    if usable.empty:
        notes.append(
            message("No order has both an order day and a ship day, so nothing can be replayed. Add the late shipment "
                    "report.")
        )  # fmt: skip
        return notes
    if usable["due"].isna().any():
        notes.append(
            message("The expected ship date of {n} orders is not in these files: whether they were late is unknown, only "
                    "whether they would be now.", n=int(usable["due"].isna().sum()))
        )  # fmt: skip
    if usable["scanned"].isna().all():
        notes.append(
            message("First carrier scans are not in these files, so whether a parcel left in time is unknown. The on-time "
                    "delivery download or your carrier's list holds them.")
        )  # fmt: skip
    if usable["confirmed"].isna().all():
        notes.append(
            message("Confirmation days are not in these files, and Amazon judges by them. Add the late shipment report.")
        )  # fmt: skip
    return notes
