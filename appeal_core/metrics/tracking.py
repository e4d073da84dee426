"""The tracking doctor: a seller's own shipment list, looked through before Amazon reads it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from appeal_core.case.report_frame import Report
from appeal_core.catalog.loader import marketplaces
from appeal_core.language import Frozen, Lang
from appeal_core.metrics.frames import Frames, frames_of
from appeal_core.metrics.orders import orders_of
from appeal_core.metrics.tracking_rules import Carrier, FaultKind, squeezed, tracking_rules

KINDS = ("ship_confirm", "valid_tracking_report", "mapped")
_INVALID = re.compile(r"-?\s*invalid\s*id$", re.IGNORECASE)
_EXCEL = re.compile(r"\d([.,]\d+)?E\+?\d+|\d+\.0+", re.IGNORECASE)
_CUT = re.compile(r"\d{15}0{4,}")  # a spreadsheet keeps fifteen digits
_ORDER = re.compile(r"\d{3}-\d{7}-\d{7}")
_PLACEHOLDER = re.compile(
    r"(.)\1*|0?12345678(9|90|9012?)?|n/?a|none|test\w*|unknown|pending|无|没有", re.IGNORECASE
)


@dataclass(frozen=True)
class _Shipment:
    order_id: str
    carrier: str
    number: str
    shipped: pd.Timestamp | None
    file: str


class TrackingFinding(Frozen):
    """A fault of one row. `fits`: the carriers whose shape the number has."""

    fault: FaultKind
    order_id: str
    carrier: str
    tracking_id: str
    fits: tuple[str, ...] = ()
    file: str = ""


class TrackingCheck(Frozen):
    """What was found: `rows` looked at, `clean` without any fault, those that must be mended first."""

    rows: int = 0
    clean: int = 0
    unknown_carriers: tuple[str, ...] = ()  # whose shapes the catalogue does not hold: not judged
    findings: tuple[TrackingFinding, ...] = ()

    def counts(self) -> dict[str, int]:
        """Rows by fault, the most frequent first."""
        tally: dict[str, int] = defaultdict(int)
        for found in self.findings:
            tally[found.fault.code] += 1
        return dict(sorted(tally.items(), key=lambda item: -item[1]))


def check_tracking(reports: Sequence[Report], *, marketplace: str = "US") -> TrackingCheck:
    """Looks through every shipment of the `KINDS` files that hold tracking IDs.

    Order days come from the order files, where such are among `reports`. Repeated rows count once. Nothing leaves
    this computer, so whether a carrier scanned a number is not known.
    """
    frames = frames_of(reports, marketplaces()[marketplace])
    shipments = list({(s.order_id, s.carrier, _plain(s.number)): s for s in _shipments(frames)}.values())
    integrated = tracking_rules().integrated_in(marketplace)
    found: list[TrackingFinding] = []
    faulty: set[_Shipment] = set()
    unknown: dict[str, None] = {}
    days = _order_days(frames)
    same = _by_number(shipments)
    for one in shipments:
        carrier = tracking_rules().carrier(one.carrier)
        if carrier is None and one.carrier:
            unknown[one.carrier] = None
        faults = [*_of_number(one, carrier), *_of_carrier(one, integrated), *_of_days(one, days, same)]
        found += [
            TrackingFinding(
                fault=tracking_rules().fault(code), order_id=one.order_id, carrier=one.carrier,
                tracking_id=one.number, fits=fits, file=one.file,
            )
            for code, fits in faults
        ]  # fmt: skip
        if faults:
            faulty.add(one)
    found.sort(key=lambda f: (f.fault.severity != "stop", f.fault.code, f.order_id))
    return TrackingCheck(
        rows=len(shipments), clean=len(shipments) - len(faulty), unknown_carriers=tuple(unknown),
        findings=tuple(found),
    )  # fmt: skip


def findings_table(check: TrackingCheck, lang: Lang) -> pd.DataFrame:
    """The findings a row each, in words, for a download."""
    rows = [
        (
            f.order_id,
            f.carrier,
            f.tracking_id,
            f.fault.name.in_(lang),
            " / ".join(f.fits),
            f.fault.todo.in_(lang),
        )
        for f in check.findings
    ]
    return pd.DataFrame(rows, columns=["order_id", "carrier", "tracking_id", "fault", "fits", "todo"])


def _shipments(frames: Frames) -> Iterable[_Shipment]:
    for report in frames.reports:
        frame = report.frame
        if frame is None or report.summary.kind not in KINDS or "tracking_id" not in frame:
            continue
        carriers = _texts(frame, "carrier")
        codes = _texts(frame, "carrier_code")
        dated = frames.days(frame["ship_date"]) if "ship_date" in frame else [None] * len(frame)
        orders, numbers = _texts(frame, "order_id"), _texts(frame, "tracking_id")
        for order, name, code, number, day in zip(orders, carriers, codes, numbers, dated, strict=True):
            carrier = code if code and squeezed(code) not in ("other", "others", "其他") else name
            shipped = None if day is None or pd.isna(day) else day
            yield _Shipment(order, carrier, number, shipped, report.summary.file)


def _texts(frame: pd.DataFrame, column: str) -> list[str]:
    if column not in frame:
        return [""] * len(frame)
    return [str(v).strip() for v in frame[column].astype("str").fillna("")]


def _order_days(frames: Frames) -> Mapping[str, pd.Timestamp]:
    orders = orders_of(frames)
    return {} if orders is None else dict(zip(orders.ids(orders.rows), orders.rows["day"], strict=True))


def _plain(number: str) -> str:
    return re.sub(r"[\s-]", "", number).upper()


def _by_number(shipments: Sequence[_Shipment]) -> Mapping[str, list[_Shipment]]:
    same: dict[str, list[_Shipment]] = defaultdict(list)
    for one in shipments:
        if one.number:
            same[_plain(one.number)].append(one)
    return same


def _of_number(one: _Shipment, carrier: Carrier | None) -> list[tuple[str, tuple[str, ...]]]:
    if not one.number:
        return [("no_number", ())]
    if _INVALID.search(one.number):
        return [("invalid_id", ())]
    if _EXCEL.fullmatch(one.number) or _CUT.fullmatch(one.number):
        return [("damaged", ())]
    if _plain(one.number) == _plain(one.order_id) or _ORDER.fullmatch(one.number):
        return [("order_number", ())]
    if _PLACEHOLDER.fullmatch(one.number):
        return [("placeholder", ())]
    return _of_shape(_plain(one.number), carrier, named=bool(one.carrier))


def _surely(number: str) -> tuple[str, ...]:
    """The carriers whose unmistakable shape the number has."""
    rules = tracking_rules().carriers
    return tuple(
        c.name.en for c in rules if any(p.sure and p.fits(number) and p.checks(number) for p in c.patterns)
    )


def _of_shape(number: str, carrier: Carrier | None, *, named: bool) -> list[tuple[str, tuple[str, ...]]]:
    mine = [p for p in carrier.patterns if p.fits(number)] if carrier else []
    if mine:
        return [] if any(p.checks(number) for p in mine) else [("check_digit", ())]
    if (others := _surely(number)) and named:
        return [("other_carrier", others)]
    return [("shape", ())] if carrier and carrier.only else []


def _of_carrier(one: _Shipment, integrated: frozenset[str] | None) -> list[tuple[str, tuple[str, ...]]]:
    if not one.carrier:
        return [("no_carrier", _surely(_plain(one.number)))]
    if integrated is None or squeezed(one.carrier).startswith(tuple(integrated)):
        return []
    return [("not_integrated", ())]


def _of_days(
    one: _Shipment, days: Mapping[str, pd.Timestamp], same: Mapping[str, list[_Shipment]]
) -> list[tuple[str, tuple[str, ...]]]:
    placed = days.get(one.order_id)
    if one.shipped is not None and placed is not None and one.shipped < placed:
        return [("shipped_before_order", ())]
    others = [o for o in same.get(_plain(one.number), ()) if o.order_id != one.order_id]
    if placed is not None and any(o.shipped is not None and o.shipped < placed for o in others):
        return [("used_before", ())]
    return [("duplicate", ())] if others and one.number else []
