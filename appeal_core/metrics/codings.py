"""Defects coded in bulk: which root cause, reason and remedy each order was given."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from appeal_core.case.answers import Coding
from appeal_core.catalog.loader import metrics

CODED = ("root_cause", "reason_given", "remedy")
_COLUMNS = {"order": "order_id"}


def apply_codings(defects: pd.DataFrame, codings: Sequence[Coding]) -> tuple[pd.DataFrame, dict[str, int]]:
    """The defect list with `root_cause`, `reason_given` and `remedy`, and the orders that count by root cause.

    A later coding outranks an earlier one; its empty fields leave what stood there. An order is counted once for a
    root cause, though it be defective in several metrics.
    """
    coded = defects.assign(**dict.fromkeys(CODED, ""))
    for coding in codings:
        mask = _matching(defects, coding)
        for column, value in (
            ("root_cause", coding.root_cause),
            ("reason_given", coding.reason),
            ("remedy", coding.remedy),
        ):
            if value:
                coded.loc[mask, column] = value
    counting = coded[coded["counts"].astype(bool) & (coded["root_cause"] != "")]
    counts = counting.groupby("root_cause")["order_id"].nunique()
    return coded, {str(cause): int(number) for cause, number in counts.items()}


def _matching(defects: pd.DataFrame, coding: Coding) -> pd.Series:
    nothing = pd.Series(False, index=defects.index)
    column = _COLUMNS.get(coding.by, coding.by)
    if column not in defects or defects.empty:
        return nothing
    if column == "day":
        same = (defects["day"].dt.strftime("%Y-%m-%d") == coding.value).to_numpy()
    else:
        values = defects[column].astype("str")
        same = np.array([coding.value == v or coding.value in v.split(" | ") for v in values], dtype=bool)
    return pd.Series(same, index=defects.index) & _of_metric(defects, coding.metric)


def _of_metric(defects: pd.DataFrame, code: str) -> pd.Series:
    """The rows of a metric; of a part of one, the whole's rows that have that part."""
    known = metrics().get(code)
    if known is None or known.part_of is None or "defect_type" not in defects:
        return defects["metric"] == code
    part = code.removesuffix("_rate")
    has = [part in types.split(" | ") for types in defects["defect_type"].astype("str")]
    return (defects["metric"] == known.part_of) & pd.Series(has, index=defects.index, dtype=bool)
