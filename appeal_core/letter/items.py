"""What the reports say of the items that a root cause names."""

from __future__ import annotations

from collections.abc import Mapping

from appeal_core.case import Words
from appeal_core.catalog import RootCause
from appeal_core.language import message, number_text
from appeal_core.letter import knowledge
from appeal_core.letter.ledger import Ledger, both
from appeal_core.letter.readings import Reading, readings
from appeal_core.letter.said import Said, semicolons
from appeal_core.letter.slots import items_of


def by_item(ledger: Ledger, cause: str, entry: RootCause, given: Mapping[str, Words]) -> Said:
    """`MF-1 20 of 60; MF-2 9 of 34`: the named items' counts; empty where a count is unknown."""
    found = knowledge.cause(cause)
    first = next(iter(readings(ledger.case, found.metric)), None) if found and found.metric else None
    items = [i for n, s in entry.slots.items() if s.kind == "skus" and n in given for i in items_of(given[n])]
    if first is None or first.measurement is None or not items or first.counts_good:
        return Said()
    counts = [_count(ledger, first, item) for item in items]
    return semicolons(c for c in counts if c) if all(counts) else Said()


def _count(ledger: Ledger, reading: Reading, item: str) -> Said | None:
    drivers = reading.measurement.drivers if reading.measurement else ()
    driver = next((d for d in drivers if d.by in ("sku", "asin") and d.value == item), None)
    if driver is None or driver.orders is None:
        return None
    defects, orders = number_text(driver.defects, "en"), number_text(driver.orders, "en")
    said = Said(f"{item} {defects} of {orders}", f"{item}（{orders} 笔中 {defects} 笔）")
    label = both(message("counts of an item"))
    key = f"driver.{reading.code}.{item}"
    return ledger.enter(key, "report", reading.ref, label, said, defects, orders)
