"""Which fields of the catalogue's entries name codes of other files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import BaseModel

from appeal_core.catalog import cause_entries as cause
from appeal_core.catalog import cue_entries as cues
from appeal_core.catalog import entries
from appeal_core.catalog.draft_profiles import DraftProfiles
from appeal_core.catalog.guides import When
from appeal_core.catalog.places import Place
from appeal_core.catalog.route_questions import RouteQuestion
from appeal_core.catalog.useful_reports import UsefulReports

Named = Mapping[Any, Mapping[str, str]]  # kind of entry -> field -> book of codes

# Books: `causes`, the files of codes by their names, and `letters`, `pages`, `drivers` of the program.
REFERENCES: Named = {
    cause.Cause: {
        "route": "routes", "doors": "routes", "scope": "scopes", "metric": "metrics", "asks": "asks",
    },
    cause.Action: {"proof": "evidence"},
    cause.Measure: {"owner": "roles"},
    cause.Check: {"signals": "drivers"},
    cause.EvidenceNeed: {"kind": "evidence"},
    cause.ChecklistStep: {"paper": "evidence"},
    entries.Metric: {"part_of": "metrics"},
    entries.Route: {"letter": "letters", "tasks": "pages"},
    When: {"scopes": "scopes", "stages": "stages", "routes": "routes", "causes": "causes"},
    RouteQuestion: {"route": "routes", "asks": "asks"},
    DraftProfiles: {"profiles.causes": "causes"},
    UsefulReports: {"reports": "rates", "reports.*": "report_kinds"},
    cues.CauseCues: {"code": "causes", "outranks": "causes"},
    cues.NoticeStates: {"stages.code": "stages", "scopes.code": "scopes"},
    cues.AskCues: {"asks.code": "asks"},
    cues.ReplyCues: {"code": "outcomes", "next_letter": "letters"},
    cues.NoNoticeRule: {"cause": "causes", "scope": "scopes", "stage": "stages"},
}  # fmt: skip
PAGES = frozenset(
    {"notice", "reports", "causes", "actions", "evidence", "letter", "submit", "follow_up"}
)  # of the journey, which a route can need


def named(entry: BaseModel, references: Named) -> Iterator[tuple[Place, str, str]]:
    """Every code that an entry names: its place in the entry, the code, the book that must hold it."""
    for field, book in references.get(type(entry), {}).items():
        for place, code in _codes(entry, field.split("."), ()):
            yield place, code, book


def _codes(value: Any, way: list[str], place: Place) -> Iterator[tuple[Place, str]]:
    """The strings at the end of `way`; of a mapping its keys, and with `*` its values."""
    if value is None:
        return
    if isinstance(value, tuple):
        for number, item in enumerate(value):
            yield from _codes(item, way, (*place, number))
    elif isinstance(value, dict):
        for key, item in value.items():
            if way == ["*"]:
                yield from _codes(item, [], (*place, key))
            elif not way:
                yield (*place, key), str(key)
    elif isinstance(value, BaseModel) and way:
        yield from _codes(getattr(value, way[0]), way[1:], (*place, way[0]))
    elif isinstance(value, str) and not way:
        yield place, value
