"""What is kept beside the letters: calls with Amazon, and the proof that promises are carried out."""

from __future__ import annotations

import datetime as dt

from appeal_core.language import Frozen


class Call(Frozen):
    """A call with Account Health Support, as the seller noted it. `answers`: by the script's question."""

    at: dt.datetime
    who: str = ""
    answers: dict[str, str] = {}
    note: str = ""


class Proof(Frozen):
    """A record that a preventive measure runs: the seller's note, or a count from new reports.

    `defects` of `orders` between `first` and `last` (store days), against `limit` (fraction).
    """

    measure: str
    on: dt.date
    note: str = ""
    exhibit: str | None = None
    defects: int | None = None
    orders: int | None = None
    first: dt.date | None = None
    last: dt.date | None = None
    limit: float | None = None
