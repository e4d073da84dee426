"""What a correction of the diagnosis changes: the route follows the causes, the demands and the door."""

from __future__ import annotations

import datetime as dt

from appeal_core.case import Case, Diagnosis, Understanding
from appeal_core.catalog import cause
from appeal_core.journey import doors
from appeal_core.notice.asks import find_route

_ONLY_OFFERED = {"error_explanation"}  # to those in the right; no demand


def followed(case: Case) -> Case:
    """The case with the route that its corrections lead to; the same case where nothing changes.

    A route that the seller chose stands before it.
    """
    follows = _follows(case)
    if follows == case.understanding.follows:
        return case
    return _with(case, follows=follows)


def _follows(case: Case) -> str | None:
    read = case.notices[-1].diagnosis if case.notices else None
    route = _route(case, read)
    if case.understanding.door == "acknowledge" and (case.understanding.route or route) == "dispute":
        route = doors.owning_route(case.causes) or route
    return None if read is not None and route == read.route else route


def _route(case: Case, read: Diagnosis | None) -> str | None:
    chosen = case.understanding
    corrected = chosen.stage not in (None, read.stage if read else None)
    corrected |= chosen.asks is not None or case.causes != _read_causes(read)
    if read is not None and not corrected:
        return read.route
    usual = cause(case.causes[0]).route if case.causes else None
    asks = tuple(a.code for a in case.diagnosis.asks) if case.diagnosis else ()
    asks = tuple(code for code in asks if code not in _ONLY_OFFERED)
    return find_route(case.stage, usual, asks) if case.causes or read else None


def _read_causes(read: Diagnosis | None) -> tuple[str, ...]:
    return tuple(c.code for c in read.causes if c.score >= 0.7) if read else ()


def with_causes(case: Case, codes: tuple[str, ...]) -> Case:
    """The case with these causes, the first of them leading; none: as the notice was read."""
    return followed(_with(case, causes=codes))


def with_asks(case: Case, codes: tuple[str, ...]) -> Case:
    """The case with these demands in place of those read; the same ones: as the notice was read."""
    read = case.notices[-1].diagnosis if case.notices else None
    same = read is not None and set(codes) == {a.code for a in read.asks}
    return followed(_with(case, asks=None if same else codes))


def with_deadline(case: Case, due: dt.datetime | None) -> Case:
    """The case with this deadline (an aware moment); `None`: the notice sets none."""
    return _with(case, deadline=due, no_deadline=due is None)


def deadline_as_read(case: Case) -> Case:
    """The case with the deadline that was read in the notice."""
    return _with(case, deadline=None, no_deadline=False)


def as_read(understanding: Understanding) -> Understanding:
    """An understanding without what was corrected of one notice: another notice says other things."""
    fresh = {"confirmed": False, "causes": (), "scope": None, "stage": None, "route": None, "asks": None,
             "follows": None, "deadline": None, "no_deadline": False}  # fmt: skip
    return understanding.model_copy(update=fresh)


def _with(case: Case, **changes: object) -> Case:
    return case.replace(understanding=case.understanding.model_copy(update=changes))
