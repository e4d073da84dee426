"""First scans of the seller's own list tell whether a parcel left in time, and replay the fix."""

import datetime as dt

from appeal_core.metrics import measure
from appeal_core.metrics.replay import replay
from appeal_core.reports import guess_mapping, read_report

LATE = (
    "Order Date,Order ID,Expected Ship Date,Actual Ship Date,Ship Confirmation Date,Impacts Account Health\n"
    "11/2/26,900-1,11/3/26,11/3/26,11/5/26,Yes\n"
    "11/2/26,900-2,11/3/26,,11/5/26,Yes\n"
    "11/2/26,900-3,11/3/26,,11/5/26,Yes\n"
    "11/2/26,900-4,11/3/26,,11/5/26,Yes\n"
)
LIST = (
    "订单号,下单时间,揽收时间,物流公司\n"
    "900-1,2026-11-02 09:00,2026-11-04 10:00,Carrier A\n"
    "900-2,2026-11-02 09:00,2026-11-03 10:00,Carrier B\n"
    "900-3,2026-11-02 09:00,2026-11-04 10:00,Carrier A\n"
)


def reports():
    headers = LIST.split("\n")[0].split(",")
    mapping = guess_mapping(headers) | {"what": "orders"}
    assert mapping["scanned_date"] == "揽收时间"
    return [read_report(LATE.encode(), "l.csv"), read_report(LIST.encode(), "own.csv", mapping=mapping)]


def test_late_by_scan_is_told_from_late_by_confirmation_only():
    """900-1 has a ship day of Amazon's in time, but the carrier scanned it late; of 900-4 nothing is known."""
    one = measure(reports(), marketplace="US", as_of=dt.date(2026, 11, 13)).find("late_shipment_rate", 30)
    drivers = {(d.by, d.value): d.defects for d in one.drivers}
    assert (
        drivers["confirmation", "shipped_late"] == 2 and drivers["confirmation", "confirmed_late_only"] == 1
    )
    assert drivers["carrier", "Carrier A"] == 2 and drivers["carrier", "Carrier B"] == 1


def test_the_replay_is_judged_by_these_scans():
    one = replay(reports(), marketplace="US", handling_days=1).by_scan
    assert (one.orders, one.due_known, one.late, one.late_then) == (3, 3, 2, 2)
    assert replay(reports(), marketplace="US", handling_days=2).by_scan.late_then == 0
