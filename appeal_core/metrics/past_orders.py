"""Past orders and their days: when each was placed, due, scanned, shipped and confirmed, as the files tell together."""

from __future__ import annotations

import pandas as pd

from appeal_core.case.report_frame import Report
from appeal_core.metrics.frames import WHAT, Frames
from appeal_core.metrics.orders import items_of

_DUE = ("expected_ship_date", "promised_ship_date", "promise_date")
_SCANNED = ("scanned_date",)
_SHIPPED = ("shipped_date", "ship_date")
_CONFIRMED = ("confirmed_date",)
_ORDERED = ("purchase_date", "order_date", "day")
_DATED = {"due": _DUE, "scanned": _SCANNED, "shipped": _SHIPPED, "confirmed": _CONFIRMED}
_DAYS = list(_DATED)
# In these a ship day is Amazon's, the buyer's, or a mere estimate of one.
_OTHERWISE = ("fba_shipments", "returns", "fba_returns", "valid_tracking_report", "invoice_defect_report")


def past_orders(frames: Frames) -> pd.DataFrame:
    """Every order of which a file knows when it was due or left: ordered, due, scanned, shipped, confirmed, open, sku.

    Days are the marketplace's own. Of several values the earliest stands; for a confirmation too, since
    the first one counts. Orders that Amazon ships are left out.
    """
    days = [_days(frames, r) for r in frames.reports]
    told = [d for d in days if d is not None and len(d)]
    if not told:
        empty = dict.fromkeys(("ordered", *_DAYS), pd.Series(dtype="datetime64[s]"))
        return pd.DataFrame({"order_id": [], **empty, "open": pd.Series(dtype=bool), "sku": []})
    whole = pd.concat(told, ignore_index=True)
    merged = (
        whole.groupby("order_id", sort=False)
        .agg({**dict.fromkeys(_DAYS, "min"), "open": "max"})
        .reset_index()
    )
    items = items_of(frames, merged["order_id"])
    merged = merged[~merged["order_id"].isin(items.loc[items["fulfilment"] == "amazon", "order_id"])]
    merged = merged.reset_index(drop=True)
    placed = _first_days(frames, merged["order_id"])
    ordered = placed.reindex(merged["order_id"]).to_numpy()
    return merged.assign(ordered=ordered, sku=_skus(frames, merged["order_id"], items))


def _days(frames: Frames, report: Report) -> pd.DataFrame | None:
    """What one file tells of when its orders were due and left; `None` where it tells nothing of that."""
    frame = report.frame
    if frame is None or "order_id" not in frame or report.summary.kind in _OTHERWISE:
        return None
    found = {name: next((c for c in columns if c in frame), None) for name, columns in _DATED.items()}
    if not any(found.values()):
        return None
    part = pd.DataFrame({"order_id": frame["order_id"].astype("str")})
    for name, column in found.items():
        part[name] = frames.days(frame[column]) if column else pd.Series(pd.NaT, index=frame.index)
        part[name] = part[name].astype("datetime64[s]")
    part["open"] = report.summary.kind == "unshipped_orders"
    return part[part[_DAYS].notna().any(axis=1)]


def _first_days(frames: Frames, order_ids: pd.Series) -> pd.Series:
    """The day of each order, from every file that tells."""
    parts = []
    for report in frames.reports:
        frame = report.frame
        column = None if frame is None else next((c for c in _ORDERED if c in frame), None)
        if frame is None or column is None or "order_id" not in frame:
            continue
        if column == "day" and not frame[WHAT].eq("orders").all():  # the day of an event, perhaps
            continue
        here = frame[frame["order_id"].isin(order_ids)]
        parts.append(
            pd.DataFrame({"order_id": here["order_id"].astype("str"), "day": frames.days(here[column])})
        )
    if not parts:
        return pd.Series(dtype="datetime64[s]")
    return pd.concat(parts, ignore_index=True).groupby("order_id")["day"].min()


def _skus(frames: Frames, order_ids: pd.Series, items: pd.DataFrame) -> pd.Series:
    """Each order's SKUs, ` | ` between them; empty where no file tells."""
    telling = [r.frame for r in frames.reports if r.frame is not None and {"order_id", "sku"} <= set(r.frame)]
    here = [f.loc[f["order_id"].isin(order_ids), ["order_id", "sku"]].astype("str") for f in telling]
    whole = pd.concat([items[["order_id", "sku"]], *here], ignore_index=True)
    whole = whole[whole["order_id"].isin(order_ids) & ~whole["sku"].isin(["", "nan"])].drop_duplicates()
    known = whole.groupby("order_id")["sku"].agg(" | ".join)
    return order_ids.map(known.to_dict()).astype("object").fillna("").astype("str")
