"""The contest finder: defects that Amazon lets one contest, the days left, and the rate without them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
import pandas as pd

from appeal_core.case.answers import Coding
from appeal_core.case.measurements import Measurements
from appeal_core.case.report_frame import Report
from appeal_core.catalog.loader import marketplaces
from appeal_core.language import Frozen, Message, message
from appeal_core.metrics.contest_rates import RateWithout, rates_without
from appeal_core.metrics.contest_rules import ContestRule, Start, contest_rules
from appeal_core.metrics.counting_defects import CountingDefects, counting_defects
from appeal_core.metrics.frames import frames_of

State = Literal["open", "passed", "unknown", "no_clock"]
Since = Mapping[tuple[Start, str], dt.date]
SHORT = 96  # hours of a notice's clock, up to which waiting for a contest would cost the letter
_ORDER: dict[State, int] = {"open": 0, "unknown": 1, "no_clock": 2, "passed": 3}


@dataclass(frozen=True, slots=True)
class Contestable:
    """One defective order. `until` is the last day to contest, `None` where the clock's first day is not known.

    `open_at_least_until`: a clock that starts after the order cannot have run out before this day.
    """

    order_id: str
    day: dt.date | None  # of the order, as the metric places it
    fulfilment: str
    reason: str
    state: State
    since: dt.date | None = None
    until: dt.date | None = None
    open_at_least_until: dt.date | None = None
    days_left: int | None = None
    alone: bool = True  # nothing else makes this order defective


class Contest(Frozen):
    """One way to contest, with the orders that it may fit, the most urgent first."""

    rule: ContestRule
    rows: tuple[Contestable, ...]
    without: tuple[RateWithout, ...] = ()

    @property
    def fewest_days_left(self) -> int | None:
        """The shortest clock that still runs; `None` where none is known."""
        return min(
            (r.days_left for r in self.rows if r.state == "open" and r.days_left is not None), default=None
        )


class Contests(Frozen):
    """Everything that may be contested; `without` counts an order once, whichever ways it has."""

    contests: tuple[Contest, ...] = ()
    without: tuple[RateWithout, ...] = ()
    listed_only: dict[
        str, int
    ] = {}  # rows that Amazon lists and does not count, by metric: nothing to contest


def find_contests(
    defects: pd.DataFrame, measurements: Measurements, *, today: dt.date, since: Since | None = None
) -> Contests:
    """What of the defect list can be contested on `today`.

    `defects`: the whole list of `defect_list`. `since`: the first day of a clock by (its start, order ID), as
    `clock_days` gives it. Orders whose clock has passed are listed, and left out of every rate.
    """
    if defects.empty:
        return Contests()
    known = since or {}
    counting = counting_defects(defects)
    found: list[Contest] = []
    hits: dict[str, np.ndarray] = {}
    for code, rule in contest_rules().items():
        places = _matching(counting, rule)
        if not len(places):
            continue
        listed = [_row(rule, counting, place, known, today) for place in places.tolist()]
        if rule.leaves_rate:
            hits[code] = places[[r.state != "passed" for r in listed]]
        listed.sort(
            key=lambda r: (_ORDER[r.state], r.days_left if r.days_left is not None else 0, r.order_id)
        )
        found.append(
            Contest(
                rule=rule,
                rows=tuple(listed),
                without=rates_without({code: hits[code]}, counting, measurements) if rule.leaves_rate else (),
            )
        )
    every = rates_without(hits, counting, measurements)
    return Contests(contests=tuple(found), without=every, listed_only=_not_counting(defects, measurements))


def contest_advice(found: Contests, hours_left: float | None = None) -> tuple[Message, ...]:
    """How contesting and the letter go together; nothing where there is nothing to contest.

    `hours_left`: until the notice's own deadline, `None` where it sets none.
    """
    if not any(row.state != "passed" for contest in found.contests for row in contest.rows):
        return ()
    pace = (
        message("The notice's clock is short: send the letter in time and contest beside it, without waiting for "
                "the results.")
        if hours_left is not None and hours_left <= SHORT
        else message("Contest these orders beside the letter. A result that comes later goes into the next message.")
    )  # fmt: skip
    return (
        pace,
        message("Only Amazon is asked. Buyers are never asked to change or remove feedback or a claim."),
        message("The rate without these orders is arithmetic; how Amazon decides is not known."),
    )


def deadlines(found: Contests) -> dict[tuple[str, str], dt.date]:
    """The first last day to contest of each order that is still open, by (metric, order ID)."""
    days: dict[tuple[str, str], dt.date] = {}
    for contest in found.contests:
        for row in contest.rows:
            if row.until and row.state == "open":
                key = (contest.rule.metric, row.order_id)
                days[key] = min(row.until, days.get(key, row.until))
    return days


def clock_days(
    reports: Sequence[Report] = (), codings: Iterable[Coding] = (), *, marketplace: str = "US"
) -> dict[tuple[Start, str], dt.date]:
    """The first days of clocks that are known: the feedback report's, and those that the seller gave by order."""
    found: dict[tuple[Start, str], dt.date] = {}
    frames = frames_of(reports, marketplaces()[marketplace])
    feedback = frames.joined("feedback")
    if feedback is not None:
        days = frames.days(feedback["feedback_date"])
        for order, day in zip(feedback["order_id"].tolist(), days.tolist(), strict=True):
            if not pd.isna(day):
                found["feedback", str(order)] = day.date()
    for coding in codings:
        if coding.by == "order" and coding.contest_from:
            for start in ("grant", "feedback", "chargeback"):
                found[start, coding.value] = coding.contest_from
    return found


def _matching(rows: CountingDefects, rule: ContestRule) -> np.ndarray:
    """The places of the rows that the rule may fit."""
    mine = np.flatnonzero((rows.metric == rule.metric) & np.isin(rows.fulfilment, rule.fulfilments))
    if rule.every_row:
        return mine
    told: dict[tuple[frozenset[str], str], bool] = {}
    for place in mine.tolist():
        about = (rows.parts[place], rows.reason[place])
        if about not in told:
            told[about] = _fits(*about, rule)
    return mine[[told[rows.parts[place], rows.reason[place]] for place in mine.tolist()]]


def _fits(parts: frozenset[str], reason: str, rule: ContestRule) -> bool:
    """By its codes; by the words of a reason where no code says what it is."""
    if parts & set(rule.parts):
        return True
    if rule.parts and parts:
        return False
    said = reason.casefold().replace("_", " ")
    return any(word.casefold() in said for word in rule.words)


def _row(rule: ContestRule, rows: CountingDefects, place: int, since: Since, today: dt.date) -> Contestable:
    order, day = rows.order_id[place], rows.day[place]
    first = since.get((rule.starts, order))
    until = first + dt.timedelta(days=rule.days) if first and rule.days else None
    state: State = "no_clock" if rule.days is None else "unknown"
    if until is not None:
        state = "open" if until >= today else "passed"
    at_least = day + dt.timedelta(days=rule.days) if day and rule.days and until is None else None
    return Contestable(
        order_id=order,
        day=day,
        fulfilment=rows.fulfilment[place],
        reason=rows.reason[place],
        since=first,
        until=until,
        open_at_least_until=at_least if at_least and at_least >= today else None,
        days_left=(until - today).days if until and until >= today else None,
        state=state,
        alone=rows.parts[place] <= frozenset(rule.parts),
    )


def _not_counting(defects: pd.DataFrame, measurements: Measurements) -> dict[str, int]:
    """Listed rows inside a measured window that do not count: Amazon's own mark says so."""
    found: dict[str, int] = {}
    quiet = defects[~defects["counts"].astype(bool)]
    for code in quiet["metric"].unique():
        windows = [
            m.window for m in measurements.metrics if m.code == code and m.window and m.basis != "amazon"
        ]
        longest = max(windows, key=lambda w: w.days, default=None)
        if longest is None:
            continue
        days = quiet.loc[quiet["metric"] == code, "day"]
        inside = int(((days >= pd.Timestamp(longest.start)) & (days <= pd.Timestamp(longest.end))).sum())
        if inside:
            found[str(code)] = inside
    return found
