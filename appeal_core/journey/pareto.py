"""What drives a rate, for a chart and a table: the weightiest values, the rest, and what no file tells."""

from __future__ import annotations

from appeal_core.case import Driver, Measurement
from appeal_core.catalog.loader import report_kinds
from appeal_core.language import Bilingual, Frozen
from appeal_core.metrics.interval import Interval, wilson
from appeal_core.metrics.turning import HELD_BY

MOST = 8  # bars
# Which drivers say anything about a rate, besides those that the order files give for each.
_EVERY = ("sku", "asin", "ship_service", "day", "weekday", "carrier")
_OF = {
    "order_defect_rate": ("defect_type", "return_reason"),
    "late_shipment_rate": ("confirmation",),
    "cancellation_rate": ("reason",),
    "valid_tracking_rate": ("tracking_fault", "category"),
}


class Bar(Frozen):
    """One value's defects; `running`: the share of all defects up to this bar, `None` where values overlap."""

    value: str
    defects: int
    share: float
    running: float | None


class Pareto(Frozen):
    """The bars of one kind of driver, the weightiest first; `rest` have another value or none."""

    by: str
    total: int
    bars: tuple[Bar, ...]
    rest: int


def total_defects(measurement: Measurement) -> int:
    """How many defects the drivers are shares of."""
    if measurement.defects is not None:
        return measurement.defects
    first = measurement.drivers[0] if measurement.drivers else None
    return round(first.defects / first.share) if first and first.share else 0


def pareto(measurement: Measurement, by: str) -> Pareto | None:
    """The chart of one kind of driver; `None` where a chart would say nothing: under two values or three defects."""
    found = sorted((d for d in measurement.drivers if d.by == by), key=lambda d: -d.defects)[:MOST]
    total = total_defects(measurement)
    if len(found) < 2 or total < 3:
        return None
    listed = sum(d.defects for d in found)
    bars, seen = [], 0
    for driver in found:
        seen += driver.defects
        running = seen / total if listed <= total else None
        bars.append(Bar(value=driver.value, defects=driver.defects, share=driver.share, running=running))
    return Pareto(by=by, total=total, bars=tuple(bars), rest=max(0, total - listed))


def own_rate(driver: Driver) -> tuple[float, Interval] | None:
    """The share of defects among the orders of that value, with its interval; `None` where orders are unknown."""
    interval = wilson(driver.defects, driver.orders) if driver.orders else None
    return (driver.defects / driver.orders, interval) if interval and driver.orders else None


def untold(measurement: Measurement) -> list[tuple[Bilingual, tuple[str, ...]]]:
    """Files that would tell what drives the rate, each with the kinds of driver that it would add."""
    told = {d.by for d in measurement.drivers}
    missing: dict[str, list[str]] = {}
    for by in (*_EVERY, *_OF.get(measurement.code, ())):
        if by not in told and (kinds := HELD_BY.get(by)):
            missing.setdefault(kinds[0], []).append(by)
    return [(report_kinds().kind(kind).name, tuple(drivers)) for kind, drivers in missing.items()]
